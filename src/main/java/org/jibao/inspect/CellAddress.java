package org.jibao.inspect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A row and a column, 0-based. */
record CellAddress(int row, int column) {

    /** Of a sheet; longer ones are none. */
    private static final Pattern A1 = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6})");

    private static final int LETTERS = 26;

    /** Reads {@code D14}; null where it is none. */
    static @Nullable CellAddress parse(String address) {
        Matcher parts = A1.matcher(address);
        if (!parts.matches()) {
            return null;
        }
        int column = 0;
        for (char letter : parts.group(1).toCharArray()) {
            column = column * LETTERS + letter - 'A' + 1;
        }
        return new CellAddress(Integer.parseInt(parts.group(2)) - 1, column - 1);
    }

    /** {@code D14}. */
    String text() {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString() + (row + 1);
    }
}
