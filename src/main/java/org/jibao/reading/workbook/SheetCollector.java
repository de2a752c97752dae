package org.jibao.reading.workbook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jibao.reading.workbook.MergedRange.MergedRanges;
import org.jibao.reading.workbook.SheetCells.LongSheet;

/** Keeps what a file holds, within its budget; of a long sheet only its head, where there is a way to come back for the rest. */
public final class SheetCollector implements SheetListener {

    /** Rows of one sheet that are held as objects: ten times as many as any form but a register has, about 20 MB. */
    public static final int HEAD = 20_000;

    private final Budget budget;
    private final int head;
    private final List<SheetCells> sheets = new ArrayList<>();
    private List<CellRow> rows = new ArrayList<>();
    private List<MergedRange> merged = new ArrayList<>();
    private int lastIndex = -1;
    private int started;

    /** Thrown through the parser when the head of a sheet is full. */
    public static final class HeadIsFull extends RuntimeException {
        private static final long serialVersionUID = 1L;

        HeadIsFull() {
            super("the head of the sheet is full", null, false, false);
        }

        /** Whether this is why a parser has stopped; the libraries wrap what a listener throws. */
        public static boolean isCause(Throwable thrown) {
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof HeadIsFull) {
                    return true;
                }
            }
            return false;
        }
    }

    private SheetCollector(Budget budget, int head) {
        this.budget = budget;
        this.head = head;
    }

    /** Keeps every row. */
    public static SheetCollector ofAll(Budget budget) {
        return new SheetCollector(budget, Integer.MAX_VALUE);
    }

    /** Keeps the first {@value #HEAD} rows that hold anything, and throws {@link HeadIsFull} at the next. */
    public static SheetCollector ofHeads(Budget budget) {
        return new SheetCollector(budget, HEAD);
    }

    @Override
    public void sheet(String name, boolean hidden) {
        Budget.name(name);
        budget.sheet();
        rows = new ArrayList<>();
        merged = new ArrayList<>();
        lastIndex = -1;
        started = 0;
        sheets.add(new SheetCells(name, rows, null, hidden, new BitSet()));
    }

    @Override
    public void row(int index, List<Cell> cells, boolean hidden) {
        if (!cells.isEmpty() && index != lastIndex && started++ == head) {
            throw new HeadIsFull();
        }
        budget.row(index, cells.size());
        budget.hold(cells);
        if (!cells.isEmpty()) {
            lastIndex = index;
            put(new CellRow(index, cells, hidden));
        }
    }

    /** Rows come from top to bottom but in few files. */
    private void put(CellRow row) {
        if (rows.isEmpty() || rows.get(rows.size() - 1).index() < row.index()) {
            rows.add(row);
            return;
        }
        SheetCells sheet = current();
        int position = sheet.position(row.index());
        CellRow other = rows.get(position);
        if (other.index() == row.index()) {
            rows.set(position, other.and(row));
        } else {
            rows.add(position, row);
        }
    }

    private SheetCells current() {
        return sheets.get(sheets.size() - 1);
    }

    @Override
    public void hiddenColumns(int first, int last) {
        current().hiddenColumns().set(first, last + 1);
    }

    @Override
    public void merged(MergedRange range) {
        merged.add(range);
    }

    @Override
    public void endSheet() {
        for (MergedRange range : merged) {
            uncover(range);
        }
        rows.removeIf(row -> row.cells().isEmpty());
    }

    /** Excel shows nothing of a merged range but its first cell. */
    private void uncover(MergedRange range) {
        budget.checkTime();
        for (int i = current().position(range.top()); i < rows.size(); i++) {
            CellRow row = rows.get(i);
            if (row.index() > range.bottom()) {
                return;
            }
            row.cells().removeIf(cell -> range.covers(cell.row(), cell.column()));
        }
    }

    /**
     * Says that the sheet which is being read goes on.
     *
     * @param ranges its merged ranges, which stand behind its rows
     */
    public void goesOn(MergedRanges ranges, LongSheet rest) {
        SheetCells last = current();
        rows.replaceAll(ranges::shown);
        rows.removeIf(row -> row.cells().isEmpty());
        sheets.set(
                sheets.size() - 1, new SheetCells(last.name(), last.rows(), rest, last.hidden(), last.hiddenColumns()));
    }

    public List<SheetCells> sheets() {
        return sheets;
    }
}
