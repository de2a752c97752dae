package org.jibao.reading.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jibao.reading.workbook.LimitExceededException;
import org.jspecify.annotations.Nullable;

/**
 * A workbook's shared strings as UTF-8, one after the other. Those of a register of a million rows take 60 MB so, and four
 * times as much as objects; EasyExcel's own disk cache takes most of a minute to fill. One file, one thread.
 */
final class CompactStrings {

    private static final int BLOCK_BITS = 20;
    private static final int BLOCK = 1 << BLOCK_BITS;

    /** What the strings of most returns take. */
    private static final int FIRST_BLOCK = 1 << 14;

    private static final int REMEMBERED = 1 << 12;

    private final int largest;
    private final List<byte[]> blocks = new ArrayList<>();
    private int[] ends = new int[1 << 10];
    private byte[] looks = {};
    private int count;
    private int size;
    private final @Nullable String[] remembered = new @Nullable String[REMEMBERED];
    private final int[] rememberedNumbers = new int[REMEMBERED];

    /**
     * @param largest how many bytes of text one workbook may hold
     */
    CompactStrings(int largest) {
        this.largest = largest;
    }

    /**
     * @param look how it is set, as {@link RichText#look()} says
     */
    void put(String text, byte look) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > largest - size) {
            throw new LimitExceededException("strings", largest, (long) size + bytes.length);
        }
        append(bytes);
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count + count / 2);
        }
        if (look != RichText.PLAIN) {
            looks = looks.length <= count ? Arrays.copyOf(looks, ends.length) : looks;
            looks[count] = look;
        }
        ends[count++] = size;
    }

    /** Whether any string is set otherwise than its cell. */
    boolean haveLooks() {
        return looks.length > 0;
    }

    /** How a string is set. */
    byte look(int number) {
        return number >= 0 && number < looks.length ? looks[number] : RichText.PLAIN;
    }

    private void append(byte[] bytes) {
        int from = 0;
        while (from < bytes.length) {
            int at = size & (BLOCK - 1);
            int part = Math.min(bytes.length - from, BLOCK - at);
            System.arraycopy(bytes, from, block(at, at + part), at, part);
            from += part;
            size += part;
        }
    }

    /** The block that is being filled, with room up to an end; the first one grows as it is filled. */
    private byte[] block(int from, int end) {
        int number = size >>> BLOCK_BITS;
        if (from == 0) {
            blocks.add(new byte[number == 0 ? Math.max(FIRST_BLOCK, end) : BLOCK]);
        }
        byte[] block = blocks.get(number);
        if (block.length < end) {
            block = Arrays.copyOf(block, Math.min(BLOCK, Math.max(2 * block.length, end)));
            blocks.set(number, block);
        }
        return block;
    }

    /** @throws IndexOutOfBoundsException for a number that no string has: the workbook is damaged */
    String get(int number) {
        Objects.checkIndex(number, count);
        int place = number & (REMEMBERED - 1);
        String known = remembered[place];
        if (known != null && rememberedNumbers[place] == number) {
            return known;
        }
        String text = text(number == 0 ? 0 : ends[number - 1], ends[number]);
        remembered[place] = text;
        rememberedNumbers[place] = number;
        return text;
    }

    private String text(int from, int to) {
        int at = from & (BLOCK - 1);
        if (to - from <= BLOCK - at) {
            return from == to ? "" : new String(blocks.get(from >>> BLOCK_BITS), at, to - from, StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[to - from];
        for (int done = 0; done < bytes.length; ) {
            int start = (from + done) & (BLOCK - 1);
            int part = Math.min(bytes.length - done, BLOCK - start);
            System.arraycopy(blocks.get((from + done) >>> BLOCK_BITS), start, bytes, done, part);
            done += part;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
