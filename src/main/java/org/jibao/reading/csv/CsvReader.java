package org.jibao.reading.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.reading.workbook.BoundedText;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.Cell.Kind;
import org.jibao.reading.workbook.CellMaker;
import org.jibao.reading.workbook.CellRow;
import org.jibao.reading.workbook.CountingStream;
import org.jibao.reading.workbook.LabelText;
import org.jibao.reading.workbook.MergedRange.MergedRanges;
import org.jibao.reading.workbook.ReadProgress;
import org.jibao.reading.workbook.RestOfSheet;
import org.jibao.reading.workbook.SheetCollector;
import org.jibao.reading.workbook.SourceFile;
import org.jibao.reading.workbook.UnreadableException;
import org.jibao.reading.workbook.WorkbookCells;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV as one sheet. A row's number is that of its line, as a spreadsheet shows it. A CSV has no kinds of cell: a plain
 * number is a number and a plain date a date, each with its text as it was typed, so that a code keeps its zeros. What is held
 * is the head of the sheet; the file is read anew for the rest of a long one.
 */
public final class CsvReader {

    /** Up to fifteen digits, as a number in a spreadsheet has; longer ones are codes of people and things. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,14})(?:\\.\\d{1,15})?");

    private static final int LONGEST_NUMBER = 17;
    private static final Pattern DATE = Pattern.compile("(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})");
    private static final int LONGEST_DATE = 10;

    private final SourceFile source;
    private final CsvText text;
    private final Budget budget;
    private final ReadProgress progress;

    private CsvReader(SourceFile source, CsvText text, Budget budget, ReadProgress progress) {
        this.source = source;
        this.text = text;
        this.budget = budget;
        this.progress = progress;
    }

    /** @throws UnreadableException where its encoding or its quotation marks are not to be made out */
    public static WorkbookCells read(SourceFile source, Budget budget, ReadProgress progress)
            throws IOException, UnreadableException {
        SheetCollector heads = SheetCollector.ofHeads(budget);
        String name = source.file().fileName();
        heads.sheet(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
        CsvText text = CsvText.of(source, budget);
        new CsvReader(source, text, budget, progress).readHead(heads);
        return new WorkbookCells(heads.sheets(), Map.of());
    }

    /** To the end of the file, so that a fault far down is known from the start. */
    private void readHead(SheetCollector heads) throws IOException, UnreadableException {
        boolean full = false;
        try (Reader reader = open(budget.again())) {
            CsvRows rows = new CsvRows(reader, text.separator());
            int index = 0;
            for (List<Cell> cells = rows.next(); cells != null; cells = rows.next()) {
                if (full) {
                    budget.passingRow(index);
                } else {
                    full = !isTaken(heads, index, cells);
                }
                index++;
            }
        }
        heads.endSheet();
        if (full) {
            heads.goesOn(new MergedRanges(), this::readRest);
        }
    }

    private static boolean isTaken(SheetCollector heads, int index, List<Cell> cells) {
        try {
            heads.row(index, cells);
            return true;
        } catch (SheetCollector.HeadIsFull full) {
            return false;
        }
    }

    private void readRest(Consumer<CellRow> taker) throws IOException {
        Budget again = budget.again();
        long size = source.file().size();
        try (CountingStream bytes = new CountingStream(source.stream());
                Reader reader = new InputStreamReader(again.whole(bytes, size), text.charset())) {
            RestOfSheet rest =
                    new RestOfSheet(again, new MergedRanges(), taker, done -> progress.at(done, bytes.count(), size));
            CsvRows rows = new CsvRows(text.withoutMark(reader), text.separator());
            int index = 0;
            for (List<Cell> cells = rows.next(); cells != null; cells = rows.next()) {
                rest.row(index++, cells);
            }
            rest.endSheet();
            progress.at(rest.rows(), size, size);
        } catch (UnreadableException changed) {
            throw new IOException("the file has changed", changed);
        }
    }

    private Reader open(Budget counted) throws IOException {
        InputStream bytes = counted.whole(source.stream(), source.file().size());
        return text.withoutMark(new InputStreamReader(new BufferedInputStream(bytes), text.charset()));
    }

    /** Null where there is nothing but spaces. */
    static @Nullable public Cell cell(int row, int column, CharSequence field) {
        String text = field.toString();
        if (LabelText.isBlank(text)) {
            return null;
        }
        if (text.length() > BoundedText.LONGEST) {
            return CellMaker.tooLong(row, column, text);
        }
        String plain = text.strip();
        if (plain.length() <= LONGEST_NUMBER && NUMBER.matcher(plain).matches()) {
            return new Cell(row, column, Kind.NUMBER, plain, new BigDecimal(plain), null);
        }
        LocalDate date = plain.length() <= LONGEST_DATE ? date(plain) : null;
        return date == null ? Cell.text(row, column, text) : new Cell(row, column, Kind.DATE, plain, null, date);
    }

    private static @Nullable LocalDate date(String text) {
        Matcher parts = DATE.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(3)),
                    Integer.parseInt(parts.group(4)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
