package org.jibao.reading.workbook;

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
 * @param format the code of the number format in which a number or share is shown, such as {@code #,##0"元"}; null for General. Of a
 *     date only where it shows a month without a day
 * @param mark how some or all of its characters are set, where that changes what they say; or null
 */
public record Cell(
        int row,
        int column,
        Kind kind,
        String text,
        @Nullable BigDecimal number,
        @Nullable LocalDate date,
        @Nullable String format,
        @Nullable Mark mark) {

    /** Of the columns that forms have. */
    private static final String[] LETTERS = firstLetters();

    /** What a cell holds. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** A number that is shown with a percent sign. */
        SHARE,
        DATE,
        BOOLEAN,
        /** {@code #REF!} and its kin. */
        ERROR,
        /** A formula that no program has calculated yet. */
        NOT_CALCULATED,
        /** More characters than a cell, a figure or a date has; the text is their beginning. */
        TOO_LONG
    }

    /** Characters that are no part of the figure beside them: a digit that is raised is a note's, one struck out is deleted. */
    public enum Mark {
        STRUCK_OUT,
        RAISED,
        LOWERED
    }

    public Cell(int row, int column, Kind kind, String text, @Nullable BigDecimal number, @Nullable LocalDate date) {
        this(row, column, kind, text, number, date, null, null);
    }

    public static Cell text(int row, int column, String text) {
        return new Cell(row, column, Kind.TEXT, text, null, null);
    }

    public static Cell of(int row, int column, Kind kind, String text) {
        return new Cell(row, column, kind, text, null, null);
    }

    /** {@code D14}. */
    public String address() {
        return address(row, column);
    }

    public static String address(int row, int column) {
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
