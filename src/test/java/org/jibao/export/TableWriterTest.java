package org.jibao.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jibao.export.SourceTables.SourceTable;
import org.jibao.export.TableWriter.DescribedTable;
import org.jibao.export.TableWriter.DescribedTable.DescribedField;
import org.jibao.export.TableWriter.DescribedTable.Reference;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.guard.SpreadsheetText;
import org.jibao.store.Store;
import org.jibao.support.SqlText;
import org.jibao.testkit.FreshStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableWriterTest {

    private final Path folder;
    private final Store store;
    private final TableWriter writer;

    TableWriterTest(@TempDir Path root) throws IOException {
        folder = Files.createDirectories(root.resolve("it's here"));
        store = FreshStore.open(folder.resolve("scratch.duckdb"));
        writer = new TableWriter(store.sql(), folder, List.of(Language.values()));
    }

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("csv"));
        Files.createDirectories(folder.resolve("parquet"));
        store.sql().execute("CREATE SCHEMA export");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private DescribedTable write(String name, String select, String... key) throws IOException {
        return writer.write(new SourceTable(name, Text.same(name), select, List.of(key), Map.of()));
    }

    private String csv(String name) throws IOException {
        return Files.readString(folder.resolve("csv").resolve(name + ".csv"));
    }

    @Test
    void writesEveryTypeAsATableSchemaReadsIt() throws IOException {
        DescribedTable table = write("types", """
                SELECT 1::BIGINT AS whole, 12.5000::DECIMAL(18, 4) AS part, 0.0000::DECIMAL(18, 4) AS nothing,
                    -100.0000::DECIMAL(18, 4) AS hundred, 1e300::DOUBLE AS large, 'inf'::DOUBLE AS endless,
                    true AS truth, DATE '2026-01-31' AS day, TIMESTAMP '2026-01-31 08:09:10.987654' AS moment,
                    7::DECIMAL(38, 0) AS sum
                """);
        assertEquals(
                "whole,part,nothing,hundred,large,endless,truth,day,moment,sum\r\n"
                        + "1,12.5,0,-100,1e+300,,true,2026-01-31,2026-01-31T08:09:10Z,7\r\n",
                csv("types"));
        assertEquals(
                List.of(
                        "integer",
                        "number",
                        "number",
                        "number",
                        "number",
                        "number",
                        "boolean",
                        "date",
                        "datetime",
                        "integer"),
                table.fields().stream().map(field -> field.type().word()).toList());
    }

    /** The engine guards by the patterns that Java has, and reads them alike. */
    @Test
    void guardsAsEveryOtherCsvDoes() throws IOException {
        List<String> texts = List.of(
                "=1",
                "＝1",
                "＋1",
                "－1",
                "＠a",
                " =1",
                "　＝1",
                "\u00a0=1",
                "\u200b=1",
                "\ufeff+a",
                "\u00ad@a",
                "'=1",
                "' =1",
                "-5",
                "+3,000.5%",
                "-",
                "a=1",
                "'a",
                "青岚县",
                "−1",
                "\u3164=1",
                "(1)",
                "\t1");
        String list = texts.stream().map(SqlText::literal).collect(Collectors.joining(", "));
        write("alike", "SELECT unnest([" + list + "]) AS text");
        String expected = texts.stream()
                .map(SpreadsheetText::of)
                .map(text -> text.contains(",") || text.startsWith(" ") ? '"' + text + '"' : text)
                .collect(Collectors.joining("\r\n", "text\r\n", "\r\n"));
        assertEquals(expected.replace("\"", ""), csv("alike").replace("\"", ""));
    }

    /** Numbers, signs that stand for no number, and what is no formula stay as they are. */
    @Test
    void guardsFormulasAndNothingElse() throws IOException {
        write("texts", """
                SELECT unnest(['=1+1', '+cmd', '-a', '@b', '''=c', '''d', '-5', '+3,000.5%', '-', 'a=b', 'x"y', NULL, '',
                    'two' || chr(10) || 'lines', chr(9) || '=t']) AS text
                """);
        assertEquals(
                "text\r\n'=1+1\r\n'+cmd\r\n'-a\r\n'@b\r\n''=c\r\n'd\r\n-5\r\n\"+3,000.5%\"\r\n-\r\na=b\r\n\"x\"\"y\"\r\n"
                        + "\r\n\"\"\r\n\"two\nlines\"\r\n'\t=t\r\n",
                csv("texts"));
    }

    @Test
    void claimsOnlyKeysAndReferencesThatHold() throws IOException {
        write("units", "SELECT unnest(['A', 'B']) AS code", "code");
        DescribedTable good = write("good", "SELECT unnest(['A', 'B', NULL]) AS unit, unnest([1, 2, 3]) AS id", "id");
        assertEquals(List.of("id"), good.key());
        assertEquals(List.of(new Reference("unit", "units", "code")), good.references());
        assertEquals(
                List.of(false, true),
                good.fields().stream().map(DescribedField::required).toList());
        DescribedTable bad = write("bad", "SELECT unnest(['A', 'C']) AS unit, unnest([1, 1]) AS id", "id");
        assertEquals(List.of(), bad.key());
        assertEquals(List.of(), bad.references());
        DescribedTable empty = write("null", "SELECT unnest(['A', NULL]) AS unit", "unit");
        assertEquals(List.of(), empty.key());
    }
}
