package org.jibao.reading.opening;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.jibao.reading.apart.WireOutput;
import org.jibao.reading.book.SourceBook;
import org.jibao.reading.book.SourceBook.Alignment;
import org.jibao.reading.book.SourceBook.Block;
import org.jibao.reading.book.SourceBook.Cell;
import org.jibao.reading.book.SourceBook.Columns;
import org.jibao.reading.book.SourceBook.Edge;
import org.jibao.reading.book.SourceBook.Font;
import org.jibao.reading.book.SourceBook.Formula;
import org.jibao.reading.book.SourceBook.LeftOut;
import org.jibao.reading.book.SourceBook.Page;
import org.jibao.reading.book.SourceBook.Row;
import org.jibao.reading.book.SourceBook.Rule;
import org.jibao.reading.book.SourceBook.Run;
import org.jibao.reading.book.SourceBook.Sheet;
import org.jibao.reading.book.SourceBook.Style;
import org.jibao.reading.opening.BookStream.BookWire;
import org.jibao.reading.opening.CellStream.CellWire;
import org.jibao.reading.workbook.LimitExceededException;
import org.jspecify.annotations.Nullable;

/** Writes what a workbook shows to a pipe. See {@link BookStream} for the other end. */
final class BookWriter {

    private final WireOutput out;
    private final @Nullable String[] texts = new @Nullable String[CellWire.REMEMBERED];

    BookWriter(WireOutput out) {
        this.out = out;
    }

    private interface Piece<T> {
        void write(T value) throws IOException;
    }

    /** All but the columns that have been emptied: which are sensitive is not known here. */
    void book(SourceBook book) throws IOException {
        out.tag(BookWire.BOOK);
        all(book.sheets(), this::sheet);
        all(book.styles(), this::style);
        out.truth(book.date1904());
        out.number(book.mark().size());
        for (Map.Entry<String, String> property : book.mark().entrySet()) {
            text(property.getKey());
            text(property.getValue());
        }
        all(book.leftOut(), (LeftOut kind) -> out.tag(kind.ordinal()));
    }

    private <T> void all(Collection<T> values, Piece<T> piece) throws IOException {
        out.number(values.size());
        for (T value : values) {
            piece.write(value);
        }
    }

    private <T> void maybe(@Nullable T value, Piece<T> piece) throws IOException {
        out.truth(value != null);
        if (value != null) {
            piece.write(value);
        }
    }

    private void decimal(double value) throws IOException {
        out.longNumber(Double.doubleToLongBits(value));
    }

    private void text(String text) throws IOException {
        int place = CellWire.place(text);
        boolean known = text.equals(texts[place]);
        out.truth(known);
        if (known) {
            out.number(place);
            return;
        }
        if (text.length() > CellWire.LONGEST_TEXT) {
            throw new LimitExceededException("strings", CellWire.LONGEST_TEXT, text.length());
        }
        out.text(text);
        texts[place] = text;
    }

    private void sheet(Sheet sheet) throws IOException {
        text(sheet.name());
        out.truth(sheet.hidden());
        all(sheet.columns(), this::columns);
        all(sheet.rows(), this::row);
        all(sheet.merged(), this::block);
        all(sheet.rules(), this::rule);
        page(sheet.page());
    }

    private void columns(Columns columns) throws IOException {
        out.number(columns.first());
        out.number(columns.last());
        maybe(columns.width(), this::decimal);
        out.truth(columns.hidden());
        out.signedNumber(columns.style());
    }

    private void row(Row row) throws IOException {
        out.number(row.index());
        maybe(row.height(), this::decimal);
        out.truth(row.hidden());
        all(row.cells(), this::cell);
    }

    private void cell(Cell cell) throws IOException {
        out.number(cell.column());
        out.tag(cell.kind().ordinal());
        text(cell.text());
        all(cell.runs(), this::run);
        maybe(cell.formula(), this::formula);
        out.signedNumber(cell.style());
    }

    private void run(Run run) throws IOException {
        text(run.text());
        maybe(run.font(), this::font);
    }

    private void formula(Formula formula) throws IOException {
        text(formula.text());
        out.signedNumber(formula.down());
        out.signedNumber(formula.right());
    }

    private void block(Block block) throws IOException {
        out.signedNumber(block.top());
        out.signedNumber(block.left());
        out.signedNumber(block.bottom());
        out.signedNumber(block.right());
    }

    private void rule(Rule rule) throws IOException {
        all(rule.cells(), this::block);
        text(rule.kind());
        text(rule.operator());
        text(rule.first());
        text(rule.second());
        out.truth(rule.blankAllowed());
        out.truth(rule.shown());
        out.truth(rule.refuses());
        text(rule.style());
        all(rule.words(), this::text);
    }

    private void page(Page page) throws IOException {
        out.truth(page.gridlines());
        out.truth(page.isProtected());
        all(page.allowed(), this::text);
        out.signedNumber(page.frozenRows());
        out.signedNumber(page.frozenColumns());
        out.truth(page.landscape());
        out.signedNumber(page.paper());
        out.truth(page.fits());
        out.signedNumber(page.fitWidth());
        out.signedNumber(page.fitHeight());
        out.signedNumber(page.scale());
        out.truth(page.centred());
        all(page.margins(), this::decimal);
        maybe(page.defaultHeight(), this::decimal);
        maybe(page.defaultWidth(), this::decimal);
        maybe(page.area(), this::block);
        maybe(page.repeatedRows(), this::block);
        maybe(page.repeatedColumns(), this::block);
    }

    private void style(Style style) throws IOException {
        maybe(style.format(), this::text);
        out.signedNumber(style.builtIn());
        font(style.font());
        maybe(style.fill(), out::signedNumber);
        all(style.edges(), this::edge);
        alignment(style.alignment());
        out.truth(style.locked());
    }

    private void font(Font font) throws IOException {
        text(font.name());
        decimal(font.points());
        out.truth(font.bold());
        out.truth(font.italic());
        out.truth(font.underlined());
        out.truth(font.struckOut());
        out.signedNumber(font.raised());
        maybe(font.colour(), out::signedNumber);
    }

    private void edge(Edge edge) throws IOException {
        text(edge.kind());
        maybe(edge.colour(), out::signedNumber);
    }

    private void alignment(Alignment alignment) throws IOException {
        text(alignment.across());
        text(alignment.down());
        out.truth(alignment.wrapped());
        out.truth(alignment.shrunk());
        out.signedNumber(alignment.indent());
        out.signedNumber(alignment.rotation());
    }
}
