package org.jibao.testkit.generated;

/**
 * One cell that is to be written.
 *
 * @param written a number in decimal digits, a text, {@code TRUE}, {@code #REF!}, an ISO date and time, or empty
 * @param comment whether a comment hangs on it
 */
record PlannedCell(
        int row,
        int column,
        What what,
        String written,
        PlannedFormat format,
        Setting setting,
        Origin origin,
        boolean comment) {

    /** What is in it. */
    enum What {
        NUMBER,
        TEXT,
        BOOLEAN,
        ERROR,
        /** {@code t="d"} of Office Open XML. */
        ISO_DATE,
        /** Bits that are no number, which only an {@code .xls} can hold. */
        NOT_A_NUMBER,
        /** Nothing but its format. */
        NOTHING
    }

    /** How its characters are set. */
    enum Setting {
        PLAIN,
        STRUCK_CELL,
        RAISED_CELL,
        LOWERED_CELL,
        STRUCK_RUN,
        RAISED_RUN,
        LOWERED_RUN,
        /** Several runs, none of which changes what they say. */
        PLAIN_RUNS,
        /** The cell's font is struck out, but every run has one of its own. */
        OVERRIDDEN;

        boolean runs() {
            return ordinal() >= STRUCK_RUN.ordinal();
        }
    }

    /** Where its value is from. */
    enum Origin {
        TYPED,
        CALCULATED,
        ARRAY,
        SHARED,
        /** A formula without a value. */
        NOT_CALCULATED;

        boolean formula() {
            return this != TYPED;
        }
    }

    static PlannedCell text(int row, int column, String text) {
        return new PlannedCell(row, column, What.TEXT, text, PlannedFormat.GENERAL, Setting.PLAIN, Origin.TYPED, false);
    }

    double number() {
        return Double.parseDouble(written);
    }

    /** The part of a text before the run at its end. */
    String head() {
        return written.substring(0, written.offsetByCodePoints(written.length(), -1));
    }

    /** The run at its end: one character. */
    String tail() {
        return written.substring(head().length());
    }
}
