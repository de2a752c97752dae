package org.jibao.reading.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;
import org.jibao.inbox.Unreadable;
import org.jibao.reading.apart.WireInput;
import org.jibao.reading.apart.WireInput.WireException;
import org.jibao.reading.apart.WireOutput;
import org.jibao.reading.opening.ApartReader.HeldWorkbook;
import org.jibao.reading.opening.CellStream.CellWire;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.Cell.Kind;
import org.jibao.reading.workbook.Cell.Mark;
import org.jibao.reading.workbook.CellRow;
import org.jibao.reading.workbook.LimitExceededException;
import org.jibao.reading.workbook.MergedRange;
import org.jibao.reading.workbook.SheetCells;
import org.jibao.reading.workbook.SourceFile;
import org.jibao.reading.workbook.UnreadableException;
import org.jibao.reading.workbook.WorkbookCells;
import org.junit.jupiter.api.Test;

/** What comes through the pipe is what went in, or the end of the process that sent it. */
class CellStreamTest {

    private static final Limits LIMITS = new Limits(1, 1, 200, 3, 1000, 40, 4000, Duration.ofSeconds(60));

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final WireOutput wire = new WireOutput(sent);
    private final CellWriter writer = new CellWriter(wire);

    private static WorkbookCells received(byte[] bytes) throws IOException, UnreadableException {
        return new HeldWorkbook(LIMITS, sheet -> taker -> {})
                .take(new WireInput(new ByteArrayInputStream(bytes)))
                .cells();
    }

    private static List<Cell> cells(int row) {
        BigDecimal number = new BigDecimal("-1234567890123456789.0012");
        LocalDate date = LocalDate.of(2026, 6, 30);
        return List.of(
                Cell.text(row, 0, "文本 with \uD800 half a pair"),
                new Cell(row, 1, Kind.NUMBER, number.toPlainString(), number, null, "#,##0\"元\"", Mark.RAISED),
                new Cell(row, 2, Kind.NUMBER, "007", new BigDecimal("7"), null),
                new Cell(row, 3, Kind.SHARE, "45%", new BigDecimal("0.45"), null, "0%", null),
                new Cell(row, 4, Kind.DATE, "2026-06-30", null, date, null, Mark.STRUCK_OUT),
                new Cell(row, 5, Kind.DATE, "2026/6/30", null, date),
                Cell.of(row, 6, Kind.ERROR, "#REF!"),
                Cell.of(row, 7, Kind.NOT_CALCULATED, "=A1+1"),
                Cell.of(row, 300, Kind.BOOLEAN, "TRUE"));
    }

    private byte[] sample() throws IOException {
        writer.sheet("一", false);
        writer.row(0, cells(0), false);
        writer.row(7, cells(7), true);
        writer.hiddenColumns(2, 4);
        writer.endSheet();
        writer.sheet("hidden", true);
        writer.merged(new MergedRange(0, 0, 1, 1));
        writer.row(0, List.of(Cell.text(0, 0, "a"), Cell.text(0, 1, "covered")), false);
        writer.endSheet();
        writer.properties(Map.of("jibao.unit", "QL303"));
        writer.done();
        return sent.toByteArray();
    }

    @Test
    void bringsEveryCellAsItWas() throws IOException, UnreadableException {
        WorkbookCells workbook = received(sample());
        SheetCells first = workbook.sheets().get(0);
        assertEquals(List.of(new CellRow(0, cells(0), false), new CellRow(7, cells(7), true)), first.rows());
        assertEquals("{2, 3, 4}", first.hiddenColumns().toString());
        SheetCells second = workbook.sheets().get(1);
        assertTrue(second.hidden());
        assertEquals(List.of(Cell.text(0, 0, "a")), second.rows().get(0).cells());
        assertEquals(Map.of("jibao.unit", "QL303"), workbook.properties());
    }

    @Test
    void bringsTheReasonWhyThereIsNothing() throws IOException {
        writer.sheet("一", false);
        writer.rejected(Unreadable.RECORDS.finding(), "java.io.IOException at org.x.Y(Y.java:1)\u001b[2J");
        UnreadableException e = assertThrows(UnreadableException.class, () -> received(sent.toByteArray()));
        assertEquals(Unreadable.RECORDS.finding(), e.reason());
        assertEquals("java.io.IOException at org.x.Y(Y.java:1)??2J", e.causes());
    }

    @Test
    void bringsALimitThatWasPassed() throws IOException {
        LimitExceededException limit = new LimitExceededException("cells", 5, 7);
        writer.rejected(limit.reason(), "");
        assertEquals(
                limit.reason(),
                assertThrows(LimitExceededException.class, () -> received(sent.toByteArray()))
                        .reason());
    }

    @Test
    void holdsWhatComesAgainstTheLimits() throws IOException {
        writer.sheet("一", false);
        for (int row = 0; row < 5; row++) {
            writer.row(row, cells(row), false);
        }
        assertThrows(LimitExceededException.class, () -> received(sent.toByteArray()));
    }

    @Test
    void countsTheTextThatItHolds() throws IOException {
        writer.sheet("一", false);
        writer.row(0, List.of(Cell.text(0, 0, "x".repeat(1500))), false);
        writer.row(1, List.of(Cell.text(1, 0, "x".repeat(1500))), false);
        int known = sent.size();
        assertTrue(known < 1600, () -> "sent " + known);
        writer.row(2, List.of(Cell.text(2, 0, "y".repeat(600))), false);
        assertThrows(LimitExceededException.class, () -> received(sent.toByteArray()));
    }

    @Test
    void refusesLengthsBeforeAnythingIsKept() throws IOException {
        wire.tag(CellWire.SHEET);
        wire.number(Integer.MAX_VALUE);
        assertThrows(WireException.class, () -> received(sent.toByteArray()));
    }

    @Test
    void refusesRowsWithoutASheetAndCellsInNoOrder() throws IOException {
        writer.row(0, cells(0), false);
        assertThrows(WireException.class, () -> received(sent.toByteArray()));
        sent.reset();
        writer.sheet("一", false);
        writer.row(0, List.of(Cell.text(0, 1, "b"), Cell.text(0, 0, "a")), false);
        assertThrows(WireException.class, () -> received(sent.toByteArray()));
    }

    /** Nothing but these comes of it, and none of them takes memory or time. */
    @Test
    void survivesEveryChangeOfAByte() throws IOException {
        byte[] whole = sample();
        Random random = new Random(36);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = whole.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                received(bytes);
            } catch (WireException | EOFException | LimitExceededException | UnreadableException expected) {
                refused++;
            }
        }
        assertTrue(refused > 5_000, "refused " + refused);
    }

    @Test
    void refusesACompoundFileThatTheMemoryCannotHold() {
        InboxFile small =
                new InboxFile(Path.of("a.xls"), "a.xls", 1 << 20, "", Instant.EPOCH, InboxFile.Container.OLE2, null);
        ReadQuestion question =
                new ReadQuestion(new SourceFile(small, new byte[0]), Limits.standard(), ReadQuestion.WHOLE);
        assertEquals(Limits.standard(), ApartReading.within(256L << 20, question));
        assertEquals(818_886, ApartReading.within(64L << 20, question).cells());
        assertEquals(200_000, ApartReading.within(16L << 20, question).cells());
    }
}
