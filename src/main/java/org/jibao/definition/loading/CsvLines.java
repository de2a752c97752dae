package org.jibao.definition.loading;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/**
 * A file of comma-separated cells with a header (RFC 4180: a cell in double quotes may hold commas, line breaks and
 * doubled quotes). Blanks at the ends of a cell, and empty lines, mean nothing.
 */
final class CsvLines {

    private static final Wording WORDS = Wording.of(CsvLines.class);

    private final DefinitionFile source;
    private final Visitor visitor;

    private CsvLines(DefinitionFile source, Visitor visitor) {
        this.source = source;
        this.visitor = visitor;
    }

    /** What is done with the lines. A line number is that in which the line's first cell begins. */
    interface Visitor {

        void header(List<String> columns, int line);

        /** A line with as many cells as the header. */
        void row(List<String> cells, int line);

        /** The words for a line with another number of cells. */
        Text width(int found, int expected);
    }

    /** Whether it could be read to its end; where not, a problem says so. */
    static boolean read(DefinitionFile source, String text, Visitor visitor) {
        return new CsvLines(source, visitor).read(text);
    }

    private boolean read(String text) {
        int line = 0;
        try (CSVParser records = CSVParser.parse(new StringReader(text), CSVFormat.DEFAULT)) {
            int width = 0;
            for (CSVRecord record : records) {
                line = (int) records.getCurrentLineNumber();
                width = record(record, line - breaks(record), width);
            }
            return true;
        } catch (UncheckedIOException | IOException e) {
            source.report(line + 1, WORDS.text("file.not-csv"));
            return false;
        }
    }

    private int record(CSVRecord record, int line, int width) {
        List<String> cells = record.stream().map(String::strip).toList();
        if (width == 0) {
            visitor.header(cells, line);
            return cells.size();
        }
        if (cells.size() == width) {
            visitor.row(cells, line);
        } else {
            source.report(line, visitor.width(cells.size(), width));
        }
        return width;
    }

    private static int breaks(CSVRecord record) {
        return (int) record.stream()
                .flatMapToInt(cell -> cell.replace("\r\n", "\n").chars())
                .filter(character -> character == '\n' || character == '\r')
                .count();
    }
}
