package org.jibao.export;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jibao.finding.Text;

/** What columns that many tables have are called. */
final class ColumnWords {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final Map<String, FieldWords> KNOWN = read();

    private ColumnWords() {}

    /** A column that nobody has named is called by its name. */
    static FieldWords of(String column) {
        return KNOWN.getOrDefault(column, FieldWords.titled(Text.same(column)));
    }

    private static Map<String, FieldWords> read() {
        Map<String, FieldWords> words = new LinkedHashMap<>();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        ColumnWords.class.getResourceAsStream("words.csv"), "words.csv is not in the jar"),
                StandardCharsets.UTF_8)) {
            for (CSVRecord line : FORMAT.parse(reader)) {
                Text title = new Text(line.get("zh"), line.get("en"));
                Text note = new Text(line.get("note_zh"), line.get("note_en"));
                words.put(line.get("name"), FieldWords.titled(title).noted(note));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
