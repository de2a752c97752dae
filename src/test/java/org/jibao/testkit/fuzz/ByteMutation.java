package org.jibao.testkit.fuzz;

import java.util.Arrays;
import java.util.Random;

/** Changes to bytes that know nothing of what the bytes mean. */
enum ByteMutation {
    FLIP {
        @Override
        byte[] of(byte[] bytes, Random dice) {
            byte[] changed = bytes.clone();
            for (int i = 1 + dice.nextInt(20); i > 0 && changed.length > 0; i--) {
                changed[dice.nextInt(changed.length)] ^= (byte) (1 << dice.nextInt(8));
            }
            return changed;
        }
    },
    CUT {
        @Override
        byte[] of(byte[] bytes, Random dice) {
            return Arrays.copyOf(bytes, dice.nextInt(bytes.length + 1));
        }
    },
    INSERT {
        @Override
        byte[] of(byte[] bytes, Random dice) {
            byte[] more = new byte[1 + dice.nextInt(600)];
            dice.nextBytes(more);
            return spliced(bytes, dice.nextInt(bytes.length + 1), 0, more);
        }
    },
    REMOVE {
        @Override
        byte[] of(byte[] bytes, Random dice) {
            int at = dice.nextInt(bytes.length);
            return spliced(bytes, at, Math.min(bytes.length - at, 1 + dice.nextInt(600)), new byte[0]);
        }
    },
    REPEAT {
        @Override
        byte[] of(byte[] bytes, Random dice) {
            int from = dice.nextInt(bytes.length);
            byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 1 + dice.nextInt(3000)));
            return spliced(bytes, dice.nextInt(bytes.length + 1), 0, piece);
        }
    },
    /** Two bytes, as lengths and kinds of records are: put to what is at the edge. */
    WORD {
        @Override
        byte[] of(byte[] bytes, Random dice) {
            byte[] changed = bytes.clone();
            int[] edges = {0, 1, 0x7F, 0xFF, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF, 0x0809, 0x00FC, 0x0006, 0x000A};
            for (int i = 1 + dice.nextInt(4); i > 0 && changed.length > 4; i--) {
                int at = dice.nextInt(changed.length - 2) & ~1;
                int edge = edges[dice.nextInt(edges.length)];
                changed[at] = (byte) edge;
                changed[at + 1] = (byte) (edge >> 8);
            }
            return changed;
        }
    };

    abstract byte[] of(byte[] bytes, Random dice);

    static byte[] spliced(byte[] bytes, int at, int removed, byte[] more) {
        byte[] all = new byte[bytes.length - removed + more.length];
        System.arraycopy(bytes, 0, all, 0, at);
        System.arraycopy(more, 0, all, at, more.length);
        System.arraycopy(bytes, at + removed, all, at + more.length, bytes.length - at - removed);
        return all;
    }
}
