package org.jibao.reading.opening;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jibao.inbox.Limits;
import org.jibao.reading.apart.WireException;
import org.jibao.reading.apart.WireInput;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.MergedRange;
import org.jibao.reading.workbook.ReadProgress;
import org.jibao.reading.workbook.Row;
import org.jspecify.annotations.Nullable;

/** Passes on what comes after the held rows of a long sheet: each row once, also where the answer had to be asked for again. */
final class PassedRows implements CellStream.Receiver {

    private final Limits limits;
    private final ReadProgress progress;
    private final Consumer<Row> taker;
    private Budget budget;
    private long passed;
    private long come;

    PassedRows(Limits limits, ReadProgress progress, Consumer<Row> taker) {
        this.limits = limits;
        this.progress = progress;
        this.taker = taker;
        this.budget = new Budget(limits);
    }

    /** Reads an answer to its end. Null where the sheet was read, else why not. */
    RejectionWire.@Nullable Rejected take(WireInput answer) throws IOException {
        budget = new Budget(limits);
        come = 0;
        // Nothing is held of it: only the single text is bounded.
        return new CellStream(answer, this, Long.MAX_VALUE).read();
    }

    @Override
    public void row(int index, List<Cell> cells, boolean hidden) {
        budget.passingRow(index);
        come++;
        if (come > passed) {
            passed = come;
            taker.accept(new Row(index, cells, hidden));
        }
    }

    @Override
    public void progress(long rows, long bytes, long size) {
        progress.at(rows, bytes, size);
    }

    @Override
    public void goesOn() throws WireException {
        throw new WireException("the rest of a sheet has a rest");
    }

    @Override
    public void sheet(String name, boolean hidden) {}

    @Override
    public void hiddenColumns(int first, int last) {}

    @Override
    public void merged(MergedRange range) {}
}
