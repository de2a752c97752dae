package org.jibao.reading.opening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jibao.finding.Finding;
import org.jibao.reading.apart.WireOutput;
import org.jibao.reading.opening.CellStream.CellWire;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.LimitExceededException;
import org.jibao.reading.workbook.MergedRange;
import org.jibao.reading.workbook.SheetCells;
import org.jibao.reading.workbook.SheetListener;
import org.jspecify.annotations.Nullable;

/** Writes what a file holds to a pipe, row by row. See {@link CellStream} for the other end. */
final class CellWriter implements SheetListener {

    private final WireOutput out;
    private final @Nullable String[] texts = new @Nullable String[CellWire.REMEMBERED];

    CellWriter(WireOutput out) {
        this.out = out;
    }

    /** A listener throws nothing that is checked. */
    private interface Piece {
        void write() throws IOException;
    }

    private static void put(Piece piece) {
        try {
            piece.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void sheet(String name, boolean hidden) {
        put(() -> {
            out.tag(CellWire.SHEET);
            out.text(bounded(name, CellWire.LONGEST_NAME));
            out.truth(hidden);
        });
    }

    @Override
    public void row(int index, List<Cell> cells, boolean hidden) {
        put(() -> {
            out.tag(CellWire.ROW);
            out.number(index);
            out.truth(hidden);
            out.number(cells.size());
            for (Cell cell : cells) {
                cell(cell);
            }
        });
    }

    private void cell(Cell cell) throws IOException {
        String usual = CellWire.usualText(cell);
        boolean ownText = !cell.text().equals(usual);
        String format = cell.format();
        int flags = cell.kind().ordinal();
        flags |= format == null ? 0 : CellWire.FORMAT;
        flags |= cell.mark() == null ? 0 : CellWire.MARK;
        flags |= ownText ? CellWire.OWN_TEXT : 0;
        out.number(cell.column());
        out.tag(flags);
        if (cell.mark() != null) {
            out.tag(cell.mark().ordinal());
        }
        if (format != null) {
            text(format);
        }
        if (ownText) {
            text(cell.text());
        }
        switch (cell.kind()) {
            case NUMBER, SHARE -> number(cell.number());
            case DATE -> date(cell.date());
            default -> {}
        }
    }

    private void number(@Nullable BigDecimal number) throws IOException {
        out.truth(number != null);
        if (number != null) {
            out.number(number.scale());
            out.bytes(number.unscaledValue().toByteArray());
        }
    }

    private void date(@Nullable LocalDate date) throws IOException {
        out.truth(date != null);
        if (date != null) {
            out.longNumber(date.toEpochDay());
        }
    }

    /** Its place alone where the other end has it there. */
    private void text(String text) throws IOException {
        int place = CellWire.place(text);
        boolean known = text.equals(texts[place]);
        out.truth(known);
        if (known) {
            out.number(place);
        } else {
            out.text(bounded(text, CellWire.LONGEST_TEXT));
            texts[place] = text;
        }
    }

    private static String bounded(String text, int longest) {
        if (text.length() > longest) {
            throw new LimitExceededException("strings", longest, text.length());
        }
        return text;
    }

    @Override
    public void hiddenColumns(int first, int last) {
        put(() -> {
            out.tag(CellWire.HIDDEN_COLUMNS);
            out.number(first);
            out.number(last);
        });
    }

    @Override
    public void merged(MergedRange range) {
        put(() -> {
            out.tag(CellWire.MERGED);
            out.number(range.top());
            out.number(range.left());
            out.number(range.bottom());
            out.number(range.right());
        });
    }

    @Override
    public void endSheet() {
        put(() -> out.tag(CellWire.END_OF_SHEET));
    }

    /** Writes what was held: the head of a long sheet. */
    void all(List<SheetCells> sheets) throws IOException {
        for (SheetCells sheet : sheets) {
            sheet(sheet.name(), sheet.hidden());
            BitSet hidden = sheet.hiddenColumns();
            for (int first = hidden.nextSetBit(0); first >= 0; first = hidden.nextSetBit(hidden.nextClearBit(first))) {
                hiddenColumns(first, hidden.nextClearBit(first) - 1);
            }
            sheet.rows().forEach(row -> row(row.index(), row.cells(), row.hidden()));
            if (sheet.more() == null) {
                endSheet();
            } else {
                out.tag(CellWire.GOES_ON);
            }
        }
    }

    void progress(long rows, long bytes, long size) {
        put(() -> {
            out.tag(CellWire.PROGRESS);
            out.longNumber(rows);
            out.longNumber(bytes);
            out.longNumber(size);
        });
    }

    void properties(Map<String, String> properties) throws IOException {
        out.tag(CellWire.PROPERTIES);
        out.number(properties.size());
        for (Map.Entry<String, String> property : properties.entrySet()) {
            out.text(bounded(property.getKey(), CellWire.LONGEST_TEXT));
            out.text(bounded(property.getValue(), CellWire.LONGEST_TEXT));
        }
    }

    void done() throws IOException {
        out.tag(CellWire.DONE);
    }

    /** @param causes kinds of exceptions, for the log */
    void rejected(Finding reason, String causes) throws IOException {
        out.tag(CellWire.REJECTED);
        RejectionWire.write(out, reason, causes);
    }
}
