package org.jibao.reading;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Passes the rows after a sheet's head on, within the budget, and holds none. */
final class RestOfSheet implements SheetListener {

    private static final int ROWS_BETWEEN_REPORTS = 4096;

    private final Budget budget;
    private final Consumer<Row> taker;
    private final LongConsumer progress;
    private long rows;

    /**
     * @param progress is told now and then how many rows have been read
     */
    RestOfSheet(Budget budget, Consumer<Row> taker, LongConsumer progress) {
        this.budget = budget;
        this.taker = taker;
        this.progress = progress;
    }

    /** How many there have been, those of the head too. */
    long rows() {
        return rows;
    }

    @Override
    public void sheet(String name) {}

    @Override
    public void row(int index, List<Cell> cells) {
        budget.passingRow(index);
        if (cells.isEmpty()) {
            return;
        }
        rows++;
        if (rows > SheetCollector.HEAD) {
            taker.accept(new Row(index, cells));
        }
        if (rows % ROWS_BETWEEN_REPORTS == 0) {
            progress.accept(rows);
        }
    }
}
