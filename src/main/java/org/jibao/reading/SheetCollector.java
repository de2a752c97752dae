package org.jibao.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what a file holds, within its budget; of a long sheet only its head, where there is a way to come back for the rest. */
final class SheetCollector implements SheetListener {

    /** Rows of one sheet that are held as objects: ten times as many as any form but a register has, about 20 MB. */
    static final int HEAD = 20_000;

    private final Budget budget;
    private final int head;
    private final List<SheetCells> sheets = new ArrayList<>();
    private List<Row> rows = new ArrayList<>();

    /** Thrown through the parser when the head of a sheet is full. */
    static final class HeadIsFull extends RuntimeException {
        private static final long serialVersionUID = 1L;

        HeadIsFull() {
            super("the head of the sheet is full", null, false, false);
        }

        /** Whether this is why a parser has stopped; the libraries wrap what a listener throws. */
        static boolean isCause(Throwable thrown) {
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
    static SheetCollector ofAll(Budget budget) {
        return new SheetCollector(budget, Integer.MAX_VALUE);
    }

    /** Keeps the first {@value #HEAD} rows that hold anything, and throws {@link HeadIsFull} at the next. */
    static SheetCollector ofHeads(Budget budget) {
        return new SheetCollector(budget, HEAD);
    }

    @Override
    public void sheet(String name) {
        budget.sheet();
        rows = new ArrayList<>();
        sheets.add(new SheetCells(name, rows, null));
    }

    @Override
    public void row(int index, List<Cell> cells) {
        if (rows.size() == head && !cells.isEmpty()) {
            throw new HeadIsFull();
        }
        budget.row(index, cells.size());
        if (!cells.isEmpty()) {
            rows.add(new Row(index, cells));
        }
    }

    /** Says that the sheet which is being read goes on. */
    void goesOn(LongSheet rest) {
        @Nullable SheetCells last = sheets.get(sheets.size() - 1);
        sheets.set(sheets.size() - 1, new SheetCells(last.name(), last.rows(), rest));
    }

    List<SheetCells> sheets() {
        return sheets;
    }
}
