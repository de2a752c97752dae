package org.jibao.reading.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one row that hold anything, from left to right.
 *
 * @param index 0-based
 * @param hidden whether Excel does not show it
 */
public record CellRow(int index, List<Cell> cells, boolean hidden) {

    CellRow(int index, List<Cell> cells) {
        this(index, cells, false);
    }

    /** One row of two pieces. Where both have a cell in a column, the later one counts. */
    CellRow and(CellRow later) {
        TreeMap<Integer, Cell> byColumn = new TreeMap<>();
        cells.forEach(cell -> byColumn.put(cell.column(), cell));
        later.cells.forEach(cell -> byColumn.put(cell.column(), cell));
        return new CellRow(index, new ArrayList<>(byColumn.values()), hidden || later.hidden);
    }

    @Nullable
    public Cell at(int column) {
        for (Cell cell : cells) {
            if (cell.column() >= column) {
                return cell.column() == column ? cell : null;
            }
        }
        return null;
    }

    /** The nearest cell at or left of a column: what a merged cell shows there. */
    @Nullable
    public Cell atOrLeftOf(int column) {
        Cell nearest = null;
        for (Cell cell : cells) {
            if (cell.column() > column) {
                break;
            }
            nearest = cell;
        }
        return nearest;
    }
}
