package org.jibao.reading.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jibao.reading.workbook.SheetCells.LongSheet;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Parses a long sheet on a thread of its own, a few thousand rows ahead of who takes them: parsing and judging cells each
 * take a core for about as long. A failure on either side ends both.
 */
public final class ReadAhead implements LongSheet {

    private static final int ROWS_A_BATCH = 512;
    private static final int BATCHES_AHEAD = 8;
    private static final List<CellRow> END = List.of();

    private final LongSheet sheet;
    private final BlockingQueue<List<CellRow>> queue = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private List<CellRow> batch = new ArrayList<>(ROWS_A_BATCH);
    private volatile @Nullable Throwable failure;

    private ReadAhead(LongSheet sheet) {
        this.sheet = sheet;
    }

    public static LongSheet of(LongSheet sheet) {
        return taker -> new ReadAhead(sheet).rest(taker);
    }

    @Override
    public void rest(Consumer<CellRow> taker) throws IOException, SAXException {
        Thread parser = new Thread(this::parse, Thread.currentThread().getName() + "-ahead");
        parser.setDaemon(true);
        parser.start();
        try {
            for (List<CellRow> rows = queue.take(); !rows.isEmpty(); rows = queue.take()) {
                rows.forEach(taker);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a long sheet was read", e);
        } finally {
            // Where the taker has failed the parser may be waiting for room in the queue, for ever.
            parser.interrupt();
        }
        rethrow();
    }

    private void rethrow() throws IOException, SAXException {
        Throwable thrown = failure;
        if (thrown instanceof IOException damaged) {
            throw damaged;
        } else if (thrown instanceof SAXException damaged) {
            throw damaged;
        } else if (thrown instanceof RuntimeException other) {
            throw other;
        } else if (thrown instanceof Error fault) {
            throw fault;
        }
    }

    /** Whatever happens, the taker is told of the end. */
    private void parse() {
        try {
            sheet.rest(this::put);
            hand(batch);
        } catch (Throwable thrown) {
            failure = thrown;
        } finally {
            handQuietly(END);
        }
    }

    private void put(CellRow row) {
        batch.add(row);
        if (batch.size() == ROWS_A_BATCH) {
            hand(batch);
            batch = new ArrayList<>(ROWS_A_BATCH);
        }
    }

    private void hand(List<CellRow> rows) {
        try {
            if (!rows.isEmpty()) {
                queue.put(rows);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody takes the rows any more", e);
        }
    }

    private void handQuietly(List<CellRow> end) {
        try {
            queue.put(end);
        } catch (InterruptedException nobodyWaits) {
            Thread.currentThread().interrupt();
        }
    }
}
