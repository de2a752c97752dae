package org.jibao.reading.opening;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jibao.inbox.Limits;
import org.jibao.reading.apart.WireInput;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.LimitExceededException;
import org.jibao.reading.workbook.LongSheet;
import org.jibao.reading.workbook.MergedRange;
import org.jibao.reading.workbook.MergedRanges;
import org.jibao.reading.workbook.SheetCollector;
import org.jibao.reading.workbook.UnreadableException;
import org.jibao.reading.workbook.WorkbookCells;
import org.jspecify.annotations.Nullable;

/** Keeps what a reader apart has read, within the limits of one file, whatever it sends. */
final class HeldWorkbook implements CellStream.Receiver {

    private final Limits limits;
    private final IntFunction<LongSheet> rest;
    private final SheetCollector collector;
    private Map<String, String> properties = Map.of();
    private RejectionWire.@Nullable Rejected rejected;

    /** @param rest the rows of a sheet that do not come with it */
    HeldWorkbook(Limits limits, IntFunction<LongSheet> rest) {
        this.limits = limits;
        this.rest = rest;
        this.collector = SheetCollector.ofAll(new Budget(limits));
    }

    /** Reads an answer to its end. */
    HeldWorkbook take(WireInput answer) throws IOException {
        CellStream stream = new CellStream(answer, this, limits.stringBytes());
        rejected = stream.read();
        properties = stream.properties();
        return this;
    }

    /**
     * All of it.
     *
     * @throws UnreadableException where the file could not be read
     * @throws LimitExceededException where it asks for more than one file may
     */
    WorkbookCells cells() throws UnreadableException {
        if (rejected != null) {
            throw rejected.exception();
        }
        return new WorkbookCells(collector.sheets(), properties);
    }

    @Override
    public void sheet(String name, boolean hidden) {
        collector.sheet(name, hidden);
    }

    @Override
    public void row(int index, List<Cell> cells, boolean hidden) {
        collector.row(index, cells, hidden);
    }

    @Override
    public void hiddenColumns(int first, int last) {
        collector.hiddenColumns(first, last);
    }

    @Override
    public void merged(MergedRange range) {
        collector.merged(range);
    }

    @Override
    public void endSheet() {
        collector.endSheet();
    }

    /** Merged ranges have been seen to where the sheet was read. */
    @Override
    public void goesOn() {
        collector.goesOn(new MergedRanges(), rest.apply(collector.sheets().size() - 1));
    }

    /** There is none before the rest of a sheet is read. */
    @Override
    public void progress(long rows, long bytes, long size) {}
}
