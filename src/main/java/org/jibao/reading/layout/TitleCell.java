package org.jibao.reading.layout;

import java.util.ArrayList;
import java.util.List;
import org.jibao.reading.layout.HeaderFinder.Header;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.CellRow;
import org.jibao.reading.workbook.SheetCells;

/**
 * A text above a form's columns that is none of its labels: a title, a subtitle, a group or the header's corner.
 *
 * @param from the first column of which it speaks
 * @param to the last one
 */
public record TitleCell(Cell cell, int from, int to) {

    /** Above so many rows a sheet has another matter. */
    private static final int MOST_ROWS = 30;

    /** Groups stand so close above the labels. */
    private static final int GROUP_ROWS = 3;

    /**
     * The titles of a form, from below upward.
     *
     * @param below the lowest row of the header of another form above this one on the sheet, or -1; its figures end the titles
     */
    public static List<TitleCell> of(SheetCells sheet, Header header, int below) {
        List<TitleCell> titles = new ArrayList<>();
        int first = Math.max(below + 1, header.top() - MOST_ROWS);
        for (int index = header.bottom(); index >= first; index--) {
            CellRow row = sheet.row(index);
            if (row != null && index < header.top() && below >= 0 && hasFigures(row)) {
                break;
            }
            if (row != null) {
                add(titles, row, header);
            }
        }
        return titles;
    }

    private static boolean hasFigures(CellRow row) {
        return row.cells().stream().anyMatch(cell -> cell.kind() == Cell.Kind.NUMBER || cell.kind() == Cell.Kind.SHARE);
    }

    private static void add(List<TitleCell> titles, CellRow row, Header header) {
        int first = header.firstColumn();
        List<Cell> overColumns = new ArrayList<>();
        for (Cell cell : row.cells()) {
            if (cell.column() >= first) {
                overColumns.add(cell);
            }
        }
        boolean groups =
                row.index() > header.bottom() - GROUP_ROWS && overColumns.size() > 1 || row.index() >= header.top();
        for (Cell cell : row.cells()) {
            if (cell.kind() == Cell.Kind.TEXT && !isLabel(header, cell)) {
                boolean group = groups && cell.column() >= first;
                int next = group ? next(overColumns, cell.column()) : Integer.MAX_VALUE;
                titles.add(new TitleCell(cell, group ? cell.column() : 0, next));
            }
        }
    }

    private static boolean isLabel(Header header, Cell cell) {
        for (Choice choice : header.choices()) {
            Cell label = choice.cell();
            if (label != null && label.column() == cell.column() && label.equals(cell)) {
                return true;
            }
        }
        return false;
    }

    private static int next(List<Cell> cells, int column) {
        for (Cell cell : cells) {
            if (cell.column() > column) {
                return cell.column() - 1;
            }
        }
        return Integer.MAX_VALUE;
    }

    boolean over(int column) {
        return column >= from && column <= to;
    }
}
