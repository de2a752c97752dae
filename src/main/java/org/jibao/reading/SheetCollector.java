package org.jibao.reading;

import java.util.ArrayList;
import java.util.List;

/** Keeps what a file holds, within its budget. */
final class SheetCollector implements SheetListener {

    private final Budget budget;
    private final List<SheetCells> sheets = new ArrayList<>();
    private List<Row> rows = new ArrayList<>();

    SheetCollector(Budget budget) {
        this.budget = budget;
    }

    @Override
    public void sheet(String name) {
        budget.sheet();
        rows = new ArrayList<>();
        sheets.add(new SheetCells(name, rows));
    }

    @Override
    public void row(int index, List<Cell> cells) {
        budget.row(index, cells.size());
        if (!cells.isEmpty()) {
            rows.add(new Row(index, cells));
        }
    }

    List<SheetCells> sheets() {
        return sheets;
    }
}
