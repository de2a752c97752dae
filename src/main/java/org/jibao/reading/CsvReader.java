package org.jibao.reading;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jibao.reading.Cell.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV as one sheet. A row's number is that of its line, as a spreadsheet shows it. A CSV has no kinds of cell: a plain
 * number is a number and a plain date a date, each with its text as it was typed, so that a code keeps its zeros.
 */
final class CsvReader {

    /** Up to fifteen digits, as a number in a spreadsheet has; longer ones are codes of people and things. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,14})(?:\\.\\d{1,15})?");

    private static final int LONGEST_NUMBER = 17;
    private static final Pattern DATE = Pattern.compile("(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})");
    private static final int LONGEST_DATE = 10;

    private CsvReader() {}

    static void read(byte[] bytes, String sheetName, SheetListener listener) throws IOException, UnreadableException {
        String text = CsvText.of(bytes);
        listener.sheet(sheetName);
        char separator = separator(text);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord line : parser) {
                int row = (int) line.getRecordNumber() - 1;
                listener.row(row, cells(row, line));
            }
        } catch (UncheckedIOException quote) {
            throw new UnreadableException(CsvQuotes.fault(text, separator), quote);
        }
    }

    /** What the first line that is divided at all is divided by. */
    private static char separator(String text) {
        for (String line : (Iterable<String>) text.lines()::iterator) {
            for (char separator : new char[] {'\t', ',', ';'}) {
                if (line.indexOf(separator) >= 0) {
                    return separator;
                }
            }
        }
        return ',';
    }

    private static List<Cell> cells(int row, CSVRecord line) {
        List<Cell> cells = new ArrayList<>(line.size());
        for (int column = 0; column < line.size(); column++) {
            if (!LabelText.isBlank(line.get(column))) {
                cells.add(cell(row, column, line.get(column)));
            }
        }
        return cells;
    }

    private static Cell cell(int row, int column, String text) {
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
