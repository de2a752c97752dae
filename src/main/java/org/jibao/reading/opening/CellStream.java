package org.jibao.reading.opening;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.reading.apart.WireInput;
import org.jibao.reading.apart.WireInput.WireException;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.Cell.Kind;
import org.jibao.reading.workbook.Cell.Mark;
import org.jibao.reading.workbook.CellMaker;
import org.jibao.reading.workbook.LimitExceededException;
import org.jibao.reading.workbook.MergedRange;
import org.jibao.reading.workbook.SheetListener;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link CellWriter} writes and tells it to a listener. Trusts nothing: what no workbook can hold ends the reading with a
 * {@link WireException}, and what is held counts against a limit of its own beside those of the listener.
 */
final class CellStream {

    private final WireInput in;
    private final Receiver receiver;
    private final long mostText;
    private final @Nullable String[] texts = new @Nullable String[CellWire.REMEMBERED];
    private final Map<String, String> properties = new HashMap<>();
    private boolean inSheet;
    private long textBytes;

    /** Is told what comes, besides rows. */
    interface Receiver extends SheetListener {

        /** The current sheet has more rows than were told. */
        void goesOn() throws WireException;

        void progress(long rows, long bytes, long size);
    }

    /** @param mostText how many bytes of text one answer may bring */
    CellStream(WireInput in, Receiver receiver, long mostText) {
        this.in = in;
        this.receiver = receiver;
        this.mostText = mostText;
    }

    /** To the end of the answer. Null where the file was read, else why not. */
    RejectionWire.@Nullable Rejected read() throws IOException {
        while (true) {
            int tag = in.tag();
            if (tag == CellWire.DONE) {
                return null;
            } else if (tag == CellWire.REJECTED) {
                return RejectionWire.read(in);
            }
            take(tag);
        }
    }

    /** The custom properties that came. */
    Map<String, String> properties() {
        return properties;
    }

    private void take(int tag) throws IOException {
        switch (tag) {
            case CellWire.SHEET -> {
                receiver.sheet(in.text(CellWire.LONGEST_NAME), in.truth());
                inSheet = true;
            }
            case CellWire.PROPERTIES -> readProperties();
            case CellWire.PROGRESS -> receiver.progress(in.longNumber(), in.longNumber(), in.longNumber());
            default -> takeInSheet(tag);
        }
    }

    private void takeInSheet(int tag) throws IOException {
        if (!inSheet) {
            throw new WireException("no sheet for " + tag);
        }
        switch (tag) {
            case CellWire.ROW -> row();
            case CellWire.HIDDEN_COLUMNS -> {
                int first = in.number(CellWire.MOST_COLUMNS - 1);
                receiver.hiddenColumns(first, atLeast(first, in.number(CellWire.MOST_COLUMNS - 1)));
            }
            case CellWire.MERGED -> receiver.merged(merged());
            case CellWire.END_OF_SHEET -> {
                receiver.endSheet();
                inSheet = false;
            }
            case CellWire.GOES_ON -> {
                receiver.goesOn();
                inSheet = false;
            }
            default -> throw new WireException("tag " + tag);
        }
    }

    private static int atLeast(int least, int number) throws WireException {
        if (number < least) {
            throw new WireException(number + " after " + least);
        }
        return number;
    }

    private MergedRange merged() throws IOException {
        int top = in.number(Integer.MAX_VALUE);
        int left = in.number(Integer.MAX_VALUE);
        return new MergedRange(top, left, in.number(Integer.MAX_VALUE), in.number(Integer.MAX_VALUE));
    }

    private void row() throws IOException {
        int index = in.number(Integer.MAX_VALUE - 1);
        boolean hidden = in.truth();
        int count = in.number(CellWire.MOST_COLUMNS);
        List<Cell> cells = new ArrayList<>(Math.min(count, 64));
        int column = -1;
        for (int i = 0; i < count; i++) {
            column = atLeast(column + 1, in.number(CellWire.MOST_COLUMNS - 1));
            cells.add(cell(index, column));
        }
        receiver.row(index, cells, hidden);
    }

    private Cell cell(int row, int column) throws IOException {
        int flags = in.tag();
        Kind kind = one(CellWire.KINDS, flags & CellWire.KIND);
        Mark mark = (flags & CellWire.MARK) == 0 ? null : one(CellWire.MARKS, in.tag());
        String format = (flags & CellWire.FORMAT) == 0 ? null : text();
        String own = (flags & CellWire.OWN_TEXT) == 0 ? null : text();
        boolean isNumber = kind == Kind.NUMBER || kind == Kind.SHARE;
        BigDecimal number = isNumber ? number() : null;
        LocalDate date = kind == Kind.DATE ? date() : null;
        if (own != null) {
            return new Cell(row, column, kind, own, number, date, format, mark);
        }
        String usual = CellWire.usualText(new Cell(row, column, kind, "", number, date));
        if (usual == null) {
            throw new WireException("a cell without a text");
        }
        return new Cell(row, column, kind, usual, number, date, format, mark);
    }

    private static <T> T one(T[] values, int ordinal) throws WireException {
        if (ordinal >= values.length) {
            throw new WireException("no value " + ordinal);
        }
        return values[ordinal];
    }

    private @Nullable BigDecimal number() throws IOException {
        if (!in.truth()) {
            return null;
        }
        int scale = in.number(CellWire.MOST_DIGITS);
        byte[] unscaled = in.bytes(CellWire.MOST_DIGITS / 2);
        if (unscaled.length == 0) {
            throw new WireException("a number without digits");
        }
        return new BigDecimal(new BigInteger(unscaled), scale);
    }

    private @Nullable LocalDate date() throws IOException {
        if (!in.truth()) {
            return null;
        }
        try {
            return LocalDate.ofEpochDay(in.longNumber());
        } catch (DateTimeException noDay) {
            throw new WireException("no day");
        }
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
        textBytes += 2L * text.length();
        if (textBytes > mostText) {
            throw new LimitExceededException("strings", mostText, textBytes);
        }
        texts[CellWire.place(text)] = text;
        return text;
    }

    private void readProperties() throws IOException {
        int count = in.number(CellWire.MOST_PROPERTIES);
        for (int i = 0; i < count; i++) {
            properties.put(in.text(CellWire.LONGEST_TEXT), in.text(CellWire.LONGEST_TEXT));
        }
    }

    /** What {@link CellWriter} and {@link CellStream} agree upon. */
    static final class CellWire {

        static final int SHEET = 1;
        static final int ROW = 2;
        static final int HIDDEN_COLUMNS = 3;
        static final int MERGED = 4;
        static final int END_OF_SHEET = 5;
        /** The sheet has more rows, which are asked for by themselves. */
        static final int GOES_ON = 6;

        static final int PROPERTIES = 7;
        static final int PROGRESS = 8;
        static final int DONE = 9;
        static final int REJECTED = 10;

        /** Flags of a cell, above its kind. */
        static final int KIND = 0x07;

        static final int FORMAT = 0x08;
        static final int MARK = 0x10;
        /** The text is another than its number or date would be written as. */
        static final int OWN_TEXT = 0x20;

        /** A line of a .csv may be longer than a row of a workbook. */
        static final int MOST_COLUMNS = 1 << 20;

        /** No number of a cell has more digits, before or after the point: see {@link CellMaker}. */
        static final int MOST_DIGITS = 64;

        static final int LONGEST_NAME = 1 << 12;
        static final int LONGEST_TEXT = 1 << 20;
        static final int MOST_PROPERTIES = 1 << 12;

        /** Texts that both sides remember, each in the place that its hash gives it: a text of a thousand cells comes once. */
        static final int REMEMBERED = 1 << 13;

        static final Kind[] KINDS = Kind.values();
        static final Mark[] MARKS = Mark.values();

        private CellWire() {}

        static int place(String text) {
            int hash = text.hashCode();
            return (hash ^ hash >>> 13) & REMEMBERED - 1;
        }

        /** As a cell's text mostly is; null where its kind does not say. */
        static @Nullable String usualText(Cell cell) {
            return switch (cell.kind()) {
                case NUMBER -> cell.number() == null ? null : cell.number().toPlainString();
                case SHARE -> cell.number() == null ? null : CellMaker.share(cell.number());
                case DATE -> cell.date() == null ? null : cell.date().toString();
                default -> null;
            };
        }
    }
}
