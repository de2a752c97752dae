package org.jibao.reading.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.reading.workbook.BoundedText;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.LimitExceededException;
import org.jibao.reading.workbook.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * Divides CSV into rows and cells as it comes (RFC 4180), and holds one row. A cell in quotation marks may go on over
 * several lines; blanks behind its closing mark do not count.
 */
final class CsvRows {

    /** Characters of one row: a form's widest row full of remarks has a tenth. */
    static final int LONGEST_LINE = 1 << 20;

    private static final int END = -1;
    private static final char QUOTE = '"';
    private static final int BUFFER = 1 << 14;

    private final Reader text;
    private final char separator;
    private final char[] buffer = new char[BUFFER];
    private final BoundedText field = new BoundedText();
    private int at;
    private int filled;
    private int sign;

    /** 1-based, as an editor shows it. */
    private int line = 1;

    private int lengthOfRow;
    private int opened;
    private int rows;

    CsvRows(Reader text, char separator) throws IOException {
        this.text = text;
        this.separator = separator;
        this.sign = read();
    }

    /** The cells of the next row that hold anything; null behind the last row. */
    @Nullable
    List<Cell> next() throws IOException, UnreadableException {
        if (sign == END) {
            return null;
        }
        List<Cell> cells = new ArrayList<>();
        lengthOfRow = 0;
        int column = 0;
        readField(cells, column);
        while (sign == separator) {
            step();
            Budget.columns(++column + 1);
            readField(cells, column);
        }
        endLine();
        rows++;
        return cells;
    }

    private void readField(List<Cell> cells, int column) throws IOException, UnreadableException {
        field.clear();
        if (sign == QUOTE) {
            readQuoted();
        } else {
            while (!endsField()) {
                field.append((char) sign);
                step();
            }
        }
        Cell cell = CsvReader.cell(rows, column, field.held());
        if (cell != null) {
            cells.add(cell);
        }
    }

    private void readQuoted() throws IOException, UnreadableException {
        opened = line;
        step();
        while (true) {
            if (sign == END) {
                throw CsvQuotes.neverClosed(opened);
            }
            if (sign != QUOTE) {
                field.append((char) sign);
                step();
                continue;
            }
            step();
            if (sign != QUOTE) {
                break;
            }
            field.append(QUOTE);
            step();
        }
        opened = 0;
        while (!endsField()) {
            if (!Character.isWhitespace(sign)) {
                throw CsvQuotes.textBehind(line);
            }
            step();
        }
    }

    private boolean endsField() {
        return sign == separator || sign == '\n' || sign == '\r' || sign == END;
    }

    private void endLine() throws IOException, UnreadableException {
        boolean carriage = sign == '\r';
        if (sign != END) {
            step();
        }
        if (carriage && sign == '\n') {
            step();
        }
    }

    private void step() throws IOException, UnreadableException {
        if (++lengthOfRow > LONGEST_LINE) {
            if (opened > 0) {
                throw CsvQuotes.neverClosed(opened);
            }
            throw new LimitExceededException("line", LONGEST_LINE, lengthOfRow);
        }
        int passed = sign;
        sign = read();
        line += passed == '\n' || passed == '\r' && sign != '\n' ? 1 : 0;
    }

    private int read() throws IOException {
        if (at == filled) {
            filled = Math.max(0, text.read(buffer, 0, BUFFER));
            at = 0;
        }
        return at == filled ? END : buffer[at++];
    }

    /** Names the quotation mark at which a CSV cannot be divided into cells, by the line that a text editor shows. */
    static final class CsvQuotes {

        private CsvQuotes() {}

        /** @param line where it was opened */
        static UnreadableException neverClosed(int line) {
            return unreadable(finding(line, "never-closed"));
        }

        /** @param line where it was closed with something other than a separator behind it */
        static UnreadableException textBehind(int line) {
            return unreadable(finding(line, "text-behind"));
        }

        private static UnreadableException unreadable(Finding finding) {
            return new UnreadableException(finding, new IllegalArgumentException("quotation marks"));
        }

        private static Finding finding(int line, String detail) {
            return Finding.of(FindingCode.FILE_QUOTE_OPEN, Place.FILE, "", null, String.valueOf(line), detail);
        }
    }
}
