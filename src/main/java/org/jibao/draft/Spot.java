package org.jibao.draft;

import org.jibao.reading.book.SourceBook.Formula;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a form as it bears on what the form asks for.
 *
 * @param text as it is stored; empty for none
 * @param formula or null
 * @param edged whether it has a border
 * @param locked whether a protected sheet keeps people out of it
 * @param fill as RGB, or null
 */
record Spot(
        int row,
        int column,
        Holds holds,
        String text,
        @Nullable Formula formula,
        Shape shape,
        boolean edged,
        boolean locked,
        @Nullable Integer fill) {

    /** What a cell holds. */
    enum Holds {
        NOTHING,
        WORDS,
        NUMBER,
        DATE,
        ERROR
    }

    /** What a number format makes of a number. */
    enum Shape {
        GENERAL,
        WHOLE,
        DECIMAL,
        PERCENT,
        DATE,
        TEXT
    }

    static Spot nothing(int row, int column) {
        return new Spot(row, column, Holds.NOTHING, "", null, Shape.GENERAL, false, true, null);
    }

    boolean blank() {
        return holds == Holds.NOTHING && formula == null;
    }

    /** Words that somebody wrote, not what a formula made. */
    boolean words() {
        return holds == Holds.WORDS && formula == null;
    }

    /** A figure, or a formula for one. */
    boolean figure() {
        return holds == Holds.NUMBER || formula != null && holds != Holds.WORDS;
    }

    /** The years that stand over columns and in front of rows. */
    boolean year() {
        return holds == Holds.NUMBER && formula == null && text.matches("(?:19|20)\\d{2}(?:\\.0)?");
    }

    /** What may be a label. */
    boolean label() {
        return words() || year();
    }

    String shown() {
        return year() ? text.substring(0, 4) : Trimmed.oneLine(text);
    }

    String address() {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.append(row + 1).toString();
    }
}
