package org.jibao.reading.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jibao.reading.workbook.SheetCells.LongSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xml.sax.SAXException;

/** A failure on either side reaches the other; nobody waits for ever. */
@Timeout(20)
class ReadAheadTest {

    private static final int ROWS = 50_001;

    private static CellRow row(int index) {
        return new CellRow(index, List.of(Cell.text(index, 0, "x")));
    }

    @Test
    void givesEveryRowInOrder() throws IOException, SAXException {
        List<Integer> seen = new ArrayList<>();
        ReadAhead.of(taker -> {
                    for (int i = 0; i < ROWS; i++) {
                        taker.accept(row(i));
                    }
                })
                .rest(row -> {
                    assertEquals(seen.size(), row.index());
                    seen.add(row.index());
                });
        assertEquals(ROWS, seen.size());
    }

    @Test
    void givesNothingOfAnEmptyRest() throws IOException, SAXException {
        ReadAhead.of(taker -> {}).rest(row -> {
            throw new AssertionError(row);
        });
    }

    @Test
    void passesOnHowTheParserFailed() {
        SAXException damaged = new SAXException("at row 700");
        List<CellRow> seen = new ArrayList<>();
        LongSheet sheet = taker -> {
            for (int i = 0; i < 700; i++) {
                taker.accept(row(i));
            }
            throw damaged;
        };
        assertSame(damaged, assertThrows(SAXException.class, () -> ReadAhead.of(sheet)
                .rest(seen::add)));
    }

    @Test
    void endsTheParserWhereTheTakerFails() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        LongSheet endless = taker -> {
            try {
                for (int i = 0; ; i++) {
                    taker.accept(row(i));
                }
            } finally {
                ended.countDown();
            }
        };
        IllegalStateException full = new IllegalStateException("the disk is full");
        assertSame(full, assertThrows(IllegalStateException.class, () -> ReadAhead.of(endless)
                .rest(row -> {
                    throw full;
                })));
        assertTrue(ended.await(10, TimeUnit.SECONDS));
    }
}
