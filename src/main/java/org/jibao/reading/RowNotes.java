package org.jibao.reading;

import org.jibao.reading.Cell.Mark;
import org.jspecify.annotations.Nullable;

/** What the file says of the current row and EasyExcel's cells have no place for. Written before a row is handed to it. */
final class RowNotes {

    /** What Excel itself can hold. */
    static final int COLUMNS = 16_384;

    private static final int MARK = 3;
    private static final int FORMULA = 4;
    private static final int ERROR = 8;
    private static final int ISO_DATE = 16;
    private static final Mark[] MARKS = Mark.values();

    private final byte[] byColumn = new byte[COLUMNS];
    private int row;
    private boolean hidden;

    /** 0-based. */
    void row(int index, boolean isHidden) {
        row = index;
        hidden = isHidden;
    }

    void cell(int column, @Nullable Mark mark, boolean formula) {
        int code = mark == null ? 0 : mark.ordinal() + 1;
        byColumn[column] = (byte) (formula ? code | FORMULA : code);
    }

    void error(int column) {
        byColumn[column] |= ERROR;
    }

    void isoDate(int column) {
        byColumn[column] |= ISO_DATE;
    }

    int row() {
        return row;
    }

    boolean hidden() {
        return hidden;
    }

    @Nullable
    Mark mark(int column) {
        int code = byColumn[column] & MARK;
        return code == 0 ? null : MARKS[code - 1];
    }

    boolean isFormula(int column) {
        return (byColumn[column] & FORMULA) != 0;
    }

    boolean isError(int column) {
        return (byColumn[column] & ERROR) != 0;
    }

    boolean isIsoDate(int column) {
        return (byColumn[column] & ISO_DATE) != 0;
    }
}
