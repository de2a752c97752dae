package org.jibao.reading.opening;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jibao.inbox.Limits;
import org.jibao.reading.apart.WireInput;
import org.jibao.reading.apart.WireInput.WireException;
import org.jibao.reading.book.BookCells;
import org.jibao.reading.book.BookMark;
import org.jibao.reading.book.SourceBook;
import org.jibao.reading.book.SourceBook.Alignment;
import org.jibao.reading.book.SourceBook.Block;
import org.jibao.reading.book.SourceBook.Cell;
import org.jibao.reading.book.SourceBook.Columns;
import org.jibao.reading.book.SourceBook.Edge;
import org.jibao.reading.book.SourceBook.Font;
import org.jibao.reading.book.SourceBook.Formula;
import org.jibao.reading.book.SourceBook.Kind;
import org.jibao.reading.book.SourceBook.LeftOut;
import org.jibao.reading.book.SourceBook.Page;
import org.jibao.reading.book.SourceBook.Row;
import org.jibao.reading.book.SourceBook.Rule;
import org.jibao.reading.book.SourceBook.Run;
import org.jibao.reading.book.SourceBook.Sheet;
import org.jibao.reading.book.SourceBook.Style;
import org.jibao.reading.opening.CellStream.CellWire;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.workbook.LimitExceededException;
import org.jibao.reading.workbook.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link BookWriter} writes. Trusts nothing: counts and lengths are held against the most that a workbook can have before
 * anything is kept, and all that is kept counts against one limit. Numbers that size no list pass as they are: whoever writes a slip
 * gets such from strangers' packages as well.
 */
final class BookStream {

    /** At least what one item takes of memory without its texts. */
    private static final int ITEM_BYTES = 64;

    private static final int TEXT_BYTES = 48;

    private static final Kind[] KINDS = Kind.values();
    private static final LeftOut[] LEFT_OUT = LeftOut.values();

    private final WireInput in;
    private final Budget budget;
    private final long mostHeld;
    private final @Nullable String[] texts = new @Nullable String[CellWire.REMEMBERED];
    private long held;

    /** A book, or why there is none. */
    record Answer(@Nullable SourceBook read, RejectionWire.@Nullable Rejected rejected) {

        /**
         * The book.
         *
         * @throws UnreadableException where the file could not be read
         * @throws LimitExceededException where it asks for more than one file may
         */
        SourceBook book() throws UnreadableException {
            if (rejected != null) {
                throw rejected.exception();
            }
            return Objects.requireNonNull(read);
        }
    }

    private interface Piece<T> {
        T read() throws IOException;
    }

    private BookStream(WireInput in, Limits limits, long mostHeld) {
        this.in = in;
        this.budget = new Budget(limits);
        this.mostHeld = mostHeld;
    }

    /** The cells of the same file are held beside it. */
    static Answer read(WireInput in, Limits limits) throws IOException {
        return read(in, limits, Limits.mostHeld() / 2);
    }

    static Answer read(WireInput in, Limits limits, long mostHeld) throws IOException {
        int tag = in.tag();
        return switch (tag) {
            case BookWire.BOOK -> new Answer(new BookStream(in, limits, mostHeld).book(), null);
            case CellWire.REJECTED -> new Answer(null, RejectionWire.read(in));
            default -> throw new WireException("tag " + tag);
        };
    }

    private SourceBook book() throws IOException {
        List<Sheet> sheets = all(BookWire.MOST_ITEMS, this::sheet);
        List<Style> styles = all(BookWire.MOST_ITEMS, this::style);
        boolean date1904 = in.truth();
        Map<String, String> mark = new HashMap<>();
        int count = in.number(BookWire.FEW);
        for (int i = 0; i < count; i++) {
            mark.put(text(), text());
        }
        Set<LeftOut> leftOut = EnumSet.noneOf(LeftOut.class);
        leftOut.addAll(all(LEFT_OUT.length, () -> one(LEFT_OUT, in.tag())));
        return new SourceBook(sheets, styles, date1904, BookMark.of(mark), leftOut, Set.of());
    }

    private <T> List<T> all(int most, Piece<T> piece) throws IOException {
        int count = in.number(most);
        List<T> all = new ArrayList<>(Math.min(count, BookWire.FEW));
        for (int i = 0; i < count; i++) {
            hold(ITEM_BYTES);
            all.add(piece.read());
        }
        return all;
    }

    private <T> @Nullable T maybe(Piece<T> piece) throws IOException {
        return in.truth() ? piece.read() : null;
    }

    private static <T> T one(T[] values, int ordinal) throws WireException {
        if (ordinal >= values.length) {
            throw new WireException("no value " + ordinal);
        }
        return values[ordinal];
    }

    private void hold(long bytes) {
        held += bytes;
        if (held > mostHeld) {
            throw new LimitExceededException("memory", mostHeld, held);
        }
    }

    private double decimal() throws IOException {
        return Double.longBitsToDouble(in.longNumber());
    }

    private String text() throws IOException {
        if (in.truth()) {
            String known = texts[in.number(CellWire.REMEMBERED - 1)];
            if (known == null) {
                throw new WireException("a text that has not come");
            }
            return known;
        }
        String text = in.text(CellWire.LONGEST_TEXT);
        hold(TEXT_BYTES + 2L * text.length());
        texts[CellWire.place(text)] = text;
        return text;
    }

    private Sheet sheet() throws IOException {
        budget.sheet();
        return new Sheet(
                text(),
                in.truth(),
                all(BookWire.MOST_ITEMS, this::columns),
                all(BookWire.MOST_ROWS, this::row),
                all(BookWire.MOST_ITEMS, this::block),
                all(BookWire.MOST_ITEMS, this::rule),
                page());
    }

    private Columns columns() throws IOException {
        int most = BookWire.MOST_COLUMNS - 1;
        return new Columns(in.number(most), in.number(most), maybe(this::decimal), in.truth(), in.signedNumber());
    }

    private Row row() throws IOException {
        int index = in.number(BookWire.MOST_ROWS - 1);
        Double height = maybe(this::decimal);
        boolean hidden = in.truth();
        List<Cell> cells = all(BookWire.MOST_COLUMNS, this::cell);
        budget.row(index, cells.size());
        return new Row(index, height, hidden, cells);
    }

    private Cell cell() throws IOException {
        int column = in.number(BookWire.MOST_COLUMNS - 1);
        Kind kind = one(KINDS, in.tag());
        String text = text();
        if (kind == Kind.NUMBER && !BookCells.isNumber(text)) {
            throw new WireException("a number that is none");
        }
        List<Run> runs = all(CellWire.LONGEST_TEXT, this::run);
        return new Cell(column, kind, text, runs.isEmpty() ? List.of() : runs, maybe(this::formula), in.signedNumber());
    }

    private Run run() throws IOException {
        return new Run(text(), maybe(this::font));
    }

    private Formula formula() throws IOException {
        hold(ITEM_BYTES);
        return new Formula(text(), in.signedNumber(), in.signedNumber());
    }

    private Block block() throws IOException {
        return new Block(in.signedNumber(), in.signedNumber(), in.signedNumber(), in.signedNumber());
    }

    private Rule rule() throws IOException {
        return new Rule(
                all(BookWire.MOST_ITEMS, this::block),
                text(),
                text(),
                text(),
                text(),
                in.truth(),
                in.truth(),
                in.truth(),
                text(),
                all(BookWire.FEW, this::text));
    }

    private Page page() throws IOException {
        return new Page(
                in.truth(),
                in.truth(),
                Set.copyOf(all(BookWire.FEW, this::text)),
                in.signedNumber(),
                in.signedNumber(),
                in.truth(),
                in.signedNumber(),
                in.truth(),
                in.signedNumber(),
                in.signedNumber(),
                in.signedNumber(),
                in.truth(),
                all(BookWire.FEW, this::decimal),
                maybe(this::decimal),
                maybe(this::decimal),
                maybe(this::block),
                maybe(this::block),
                maybe(this::block));
    }

    private Style style() throws IOException {
        return new Style(
                maybe(this::text),
                in.signedNumber(),
                font(),
                maybe(in::signedNumber),
                all(BookWire.FEW, this::edge),
                alignment(),
                in.truth());
    }

    private Font font() throws IOException {
        hold(ITEM_BYTES);
        return new Font(
                text(),
                decimal(),
                in.truth(),
                in.truth(),
                in.truth(),
                in.truth(),
                in.signedNumber(),
                maybe(in::signedNumber));
    }

    private Edge edge() throws IOException {
        return new Edge(text(), maybe(in::signedNumber));
    }

    private Alignment alignment() throws IOException {
        return new Alignment(text(), text(), in.truth(), in.truth(), in.signedNumber(), in.signedNumber());
    }

    /** What {@link BookWriter} and {@link BookStream} agree upon; a reason for a rejection goes as {@link CellWire} has it. */
    static final class BookWire {

        static final int BOOK = 11;

        static final int MOST_ROWS = 1 << 20;
        static final int MOST_COLUMNS = 1 << 14;

        /** Of what a workbook may have many of, such as merged ranges; what is held of them counts besides. */
        static final int MOST_ITEMS = 1 << 20;

        /** Of what has a fixed number of parts, such as the edges of a cell. */
        static final int FEW = 16;

        private BookWire() {}
    }
}
