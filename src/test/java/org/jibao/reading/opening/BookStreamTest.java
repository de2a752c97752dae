package org.jibao.reading.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jibao.definition.TemplateMark;
import org.jibao.inbox.Limits;
import org.jibao.inbox.Unreadable;
import org.jibao.reading.apart.WireInput;
import org.jibao.reading.apart.WireInput.WireException;
import org.jibao.reading.apart.WireOutput;
import org.jibao.reading.book.BookReader;
import org.jibao.reading.book.SourceBook;
import org.jibao.reading.book.SourceBook.Kind;
import org.jibao.reading.book.SourceBook.Sheet;
import org.jibao.reading.opening.BookStream.BookWire;
import org.jibao.reading.workbook.LimitExceededException;
import org.jibao.reading.workbook.OldBooks;
import org.jibao.reading.workbook.UnreadableException;
import org.junit.jupiter.api.Test;

/** What a workbook shows comes through the pipe as it was, or not at all. */
class BookStreamTest {

    private static final long MOST_HELD = 1 << 20;

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final WireOutput wire = new WireOutput(sent);

    private static SourceBook received(byte[] bytes) throws IOException, UnreadableException {
        return BookStream.read(new WireInput(new ByteArrayInputStream(bytes)), Limits.standard(), MOST_HELD)
                .book();
    }

    private static SourceBook full() throws IOException, UnreadableException {
        return BookReader.read(OldBooks.source("all.xls", OldBooks.full()), Limits.standard());
    }

    private byte[] written(SourceBook book) throws IOException {
        new BookWriter(wire).book(book);
        return sent.toByteArray();
    }

    @Test
    void bringsABookAsItWas() throws IOException, UnreadableException {
        SourceBook book = full();
        Sheet sheet = book.sheets().get(0);
        assertEquals(2, sheet.rules().size());
        assertEquals(1, sheet.merged().size());
        assertEquals(3, sheet.rows().get(0).cells().get(0).runs().size());
        assertEquals(
                new SourceBook.Formula("A2*2", 0, 0),
                sheet.rows().get(1).cells().get(1).formula());
        assertNotNull(sheet.page().area());
        assertFalse(book.leftOut().isEmpty());
        assertEquals(book, received(written(book)));
    }

    /** The mark is held against what one may be on this side too. */
    @Test
    void bringsTheMarkOfATemplateAndNoOther() throws IOException, UnreadableException {
        SourceBook book = full();
        Map<String, String> mark = new HashMap<>(Map.of(
                TemplateMark.JOB, "a1",
                TemplateMark.FORM_VERSION, "a1",
                TemplateMark.UNIT, "a1",
                TemplateMark.PERIOD, "2026Q3"));
        assertEquals(mark, received(written(marked(book, mark))).mark());
        sent.reset();
        mark.put("other", "b");
        mark.put(TemplateMark.PERIOD, "=cmd");
        assertEquals(Map.of(), received(written(marked(book, mark))).mark());
    }

    private static SourceBook marked(SourceBook book, Map<String, String> mark) {
        return new SourceBook(book.sheets(), book.styles(), book.date1904(), mark, book.leftOut(), book.emptied());
    }

    @Test
    void bringsTheReasonWhyThereIsNone() throws IOException {
        new CellWriter(wire).rejected(Unreadable.RECORDS.finding(), "java.io.IOException");
        assertEquals(
                Unreadable.RECORDS.finding(),
                assertThrows(UnreadableException.class, () -> received(sent.toByteArray()))
                        .reason());
    }

    @Test
    void refusesCountsBeforeAnythingIsKept() throws IOException {
        wire.tag(BookWire.BOOK);
        wire.number(Integer.MAX_VALUE);
        assertThrows(WireException.class, () -> received(sent.toByteArray()));
    }

    @Test
    void countsWhatItHolds() throws IOException {
        wire.tag(BookWire.BOOK);
        wire.number(1);
        wire.truth(false);
        wire.text("甲");
        wire.truth(false);
        wire.number(1 << 19);
        for (int i = 0; i < 1 << 15; i++) {
            wire.number(0);
            wire.number(0);
            wire.truth(false);
            wire.truth(false);
            wire.signedNumber(-1);
        }
        LimitExceededException e = assertThrows(LimitExceededException.class, () -> received(sent.toByteArray()));
        assertEquals("memory", e.reason().arguments().get("limit"));
    }

    @Test
    void refusesANumberThatIsNone() throws IOException, UnreadableException {
        SourceBook book = full();
        Sheet sheet = book.sheets().get(0);
        SourceBook.Cell cell = new SourceBook.Cell(0, Kind.NUMBER, "twelve", List.of(), null, 0);
        Sheet bad = new Sheet(
                "甲",
                false,
                List.of(),
                List.of(new SourceBook.Row(0, null, false, List.of(cell))),
                List.of(),
                List.of(),
                sheet.page());
        byte[] bytes =
                written(new SourceBook(List.of(bad), book.styles(), false, Map.of(), book.leftOut(), book.emptied()));
        assertThrows(WireException.class, () -> received(bytes));
    }

    /** Nothing but these comes of it, and none of them takes memory or time. */
    @Test
    void survivesEveryChangeOfAByte() throws IOException, UnreadableException {
        byte[] whole = written(full());
        Random random = new Random(37);
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
        assertTrue(refused > 2_000, "refused " + refused);
    }
}
