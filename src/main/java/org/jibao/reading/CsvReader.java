package org.jibao.reading;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads CSV as one sheet of texts: UTF-8 where every byte fits it, else GB18030, which is what a Chinese Excel writes.
 * A row's number is that of its line, as a spreadsheet shows it.
 */
final class CsvReader {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private CsvReader() {}

    static void read(byte[] bytes, String sheetName, SheetListener listener) throws IOException {
        String text = decode(bytes);
        listener.sheet(sheetName);
        char separator = text.lines().findFirst().orElse("").indexOf('\t') >= 0 ? '\t' : ',';
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
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        String text;
        try {
            text = strictly(bytes, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            text = strictly(bytes, GB18030);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String strictly(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static List<Cell> cells(int row, CSVRecord line) {
        List<Cell> cells = new ArrayList<>(line.size());
        for (int column = 0; column < line.size(); column++) {
            if (!LabelText.isBlank(line.get(column))) {
                cells.add(Cell.text(row, column, line.get(column)));
            }
        }
        return cells;
    }
}
