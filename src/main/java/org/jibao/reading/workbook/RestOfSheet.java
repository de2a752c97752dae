package org.jibao.reading.workbook;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jibao.reading.workbook.MergedRange.MergedRanges;
import org.jspecify.annotations.Nullable;

/**
 * Passes the rows after a sheet's head on, within the budget, and holds one: its pieces are put together, and cells that a
 * merged range covers are left out.
 */
public final class RestOfSheet implements SheetListener {

    private static final int ROWS_BETWEEN_REPORTS = 4096;

    private final Budget budget;
    private final Consumer<CellRow> taker;
    private final LongConsumer progress;
    private final MergedRanges merged;
    private final BitSet seen = new BitSet();
    private @Nullable CellRow pending;
    private int lastIndex = -1;
    private long rows;

    /**
     * @param merged the merged ranges of the sheet, which stand behind its rows
     * @param progress is told now and then how many rows have been read
     */
    public RestOfSheet(Budget budget, MergedRanges merged, Consumer<CellRow> taker, LongConsumer progress) {
        this.budget = budget;
        this.merged = merged;
        this.taker = taker;
        this.progress = progress;
    }

    /** A row whose pieces lie apart cannot be put together without holding the sheet. */
    public static final class ScatteredRowException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ScatteredRowException(int index) {
            super("row " + (index + 1) + " comes in pieces that lie apart");
        }
    }

    /** How many there have been, those of the head too. */
    public long rows() {
        return rows;
    }

    @Override
    public void sheet(String name, boolean hidden) {}

    @Override
    public void row(int index, List<Cell> cells, boolean hidden) {
        budget.passingRow(index);
        if (cells.isEmpty()) {
            return;
        }
        if (index != lastIndex) {
            begin(index);
        }
        if (rows > SheetCollector.HEAD) {
            CellRow piece = new CellRow(index, cells, hidden);
            pending = pending == null ? piece : pending.and(piece);
        }
    }

    private void begin(int index) {
        pass();
        rows++;
        lastIndex = index;
        if (seen.get(index) && rows > SheetCollector.HEAD) {
            throw new ScatteredRowException(index);
        }
        seen.set(index);
        if (rows % ROWS_BETWEEN_REPORTS == 0) {
            progress.accept(rows);
        }
    }

    private void pass() {
        CellRow row = pending;
        pending = null;
        if (row != null) {
            CellRow shown = merged.shown(row);
            if (!shown.cells().isEmpty()) {
                taker.accept(shown);
            }
        }
    }

    /** Those of the head hold for the rest. */
    @Override
    public void hiddenColumns(int first, int last) {}

    /** Known beforehand. */
    @Override
    public void merged(MergedRange range) {}

    @Override
    public void endSheet() {
        pass();
    }
}
