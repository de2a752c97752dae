package org.jibao.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One cell as the file holds it, whatever library read it. An empty cell is no cell.
 *
 * @param row 0-based
 * @param column 0-based
 * @param text as a person sees it; a date in ISO form; of an uncalculated cell the formula with its {@code =}
 * @param number of a number or share: the stored value, a share of 45 % being 0.45
 * @param date of a date
 */
record Cell(
        int row,
        int column,
        Kind kind,
        String text,
        @Nullable BigDecimal number,
        @Nullable LocalDate date) {

    /** Of the columns that forms have. */
    private static final String[] LETTERS = firstLetters();

    /** What a cell holds. */
    enum Kind {
        TEXT,
        NUMBER,
        /** A number that is shown with a percent sign. */
        SHARE,
        DATE,
        BOOLEAN,
        /** {@code #REF!} and its kin. */
        ERROR,
        /** A formula that no program has calculated yet. */
        NOT_CALCULATED
    }

    static Cell text(int row, int column, String text) {
        return new Cell(row, column, Kind.TEXT, text, null, null);
    }

    static Cell of(int row, int column, Kind kind, String text) {
        return new Cell(row, column, kind, text, null, null);
    }

    /** {@code D14}. */
    String address() {
        return address(row, column);
    }

    static String address(int row, int column) {
        return (column < LETTERS.length ? LETTERS[column] : letters(column)) + (row + 1);
    }

    private static String[] firstLetters() {
        String[] letters = new String[64];
        for (int column = 0; column < letters.length; column++) {
            letters[column] = letters(column);
        }
        return letters;
    }

    private static String letters(int column) {
        StringBuilder letters = new StringBuilder(3);
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
