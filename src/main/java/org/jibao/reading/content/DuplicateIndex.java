package org.jibao.reading.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * In which row each value of a column stood first. Of a value 16 bytes of its SHA-256 are kept and no text: a million
 * values take some 40 MB, where the texts in a map would take four times as much.
 */
final class DuplicateIndex {

    /** A table fuller than this is slow to search. */
    private static final double FULL = 0.7;

    private final MessageDigest digest;
    private long[] high = new long[64];
    private long[] low = new long[64];
    private int[] rows = new int[64];
    private int size;

    DuplicateIndex() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * The row in which the value stood first: the given one where it is new.
     *
     * @param row 1 or more
     */
    int first(String value, int row) {
        ByteBuffer key = ByteBuffer.wrap(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
        return first(key.getLong(), key.getLong(), row);
    }

    private int first(long keyHigh, long keyLow, int row) {
        int place = place(keyHigh, keyLow);
        if (rows[place] != 0) {
            return rows[place];
        }
        high[place] = keyHigh;
        low[place] = keyLow;
        rows[place] = row;
        if (++size > rows.length * FULL) {
            grow();
        }
        return row;
    }

    /** Where the key is, or the free place where it would be. */
    private int place(long keyHigh, long keyLow) {
        int place = (int) keyHigh & (rows.length - 1);
        while (rows[place] != 0 && (high[place] != keyHigh || low[place] != keyLow)) {
            place = (place + 1) & (rows.length - 1);
        }
        return place;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        int[] oldRows = rows;
        high = new long[oldRows.length * 2];
        low = new long[oldRows.length * 2];
        rows = new int[oldRows.length * 2];
        size = 0;
        for (int i = 0; i < oldRows.length; i++) {
            if (oldRows[i] != 0) {
                first(oldHigh[i], oldLow[i], oldRows[i]);
            }
        }
    }
}
