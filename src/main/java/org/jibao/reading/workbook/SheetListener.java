package org.jibao.reading.workbook;

import java.util.List;

/** Is told what a file holds, sheet by sheet and row by row. */
public interface SheetListener {

    /** A sheet begins. */
    default void sheet(String name) {
        sheet(name, false);
    }

    /** A sheet begins. */
    void sheet(String name, boolean hidden);

    /** A row that Excel shows. */
    default void row(int index, List<Cell> cells) {
        row(index, cells, false);
    }

    /**
     * A row of the current sheet, in any state: without cells too, so that limits hold for empty rows. Rows may come in any
     * order, and one row in several pieces.
     *
     * @param cells from left to right, without empty ones
     */
    void row(int index, List<Cell> cells, boolean hidden);

    /** Columns of the current sheet that Excel does not show; 0-based, both included. */
    void hiddenColumns(int first, int last);

    /** A merged range of the current sheet, before or after its rows. */
    void merged(MergedRange range);

    /** The current sheet has been told completely. Not called for kinds of file without merged ranges. */
    default void endSheet() {}
}
