package org.jibao.inspect;

import java.util.BitSet;

/** What of a sheet is given to a reader, and how much is cut. */
final class SheetBounds {

    private final BitSet rows = new BitSet();
    private final BitSet columns = new BitSet();

    /** Whether a cell is given; one that is not is counted. */
    boolean take(int row, int column) {
        boolean low = row >= ReturnQuery.MOST_ROWS;
        boolean far = column >= ReturnQuery.MOST_COLUMNS;
        if (low) {
            rows.set(row);
        }
        if (far) {
            columns.set(column);
        }
        return !low && !far;
    }

    int cutRows() {
        return rows.cardinality();
    }

    int cutColumns() {
        return columns.cardinality();
    }
}
