package org.jibao.reading;

import java.util.List;

/** Is told what a file holds, sheet by sheet and row by row. */
interface SheetListener {

    /** A sheet begins. */
    void sheet(String name);

    /**
     * A row of the current sheet, in any state: without cells too, so that limits hold for empty rows.
     *
     * @param cells from left to right, without empty ones
     */
    void row(int index, List<Cell> cells);
}
