package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jibao.app.Jibao;
import org.jibao.calendar.Period;
import org.jibao.export.Export.ExportOutcome;
import org.jibao.finding.Language;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.run.UnusableArgument;
import org.jibao.testkit.DataPackage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Two returns, exported; then read back by others than wrote them. */
@TestInstance(Lifecycle.PER_CLASS)
class ExportIT {

    private final Path folder;
    private final Path export;
    private final SmallInbox small;

    ExportIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.export = folder.resolve("export");
        this.small = new SmallInbox(folder);
    }

    @BeforeAll
    void collectAndExport() {
        small.jibao().run();
        ExportOutcome outcome = small.jibao().export(export);
        assertEquals(32, outcome.tables());
    }

    @Test
    void descriptorKeepsTheRules() throws IOException {
        assertEquals(List.of(), new DataPackage(export).problems());
        assertEquals(32, new DataPackage(export).resources().size());
    }

    /** Counts and sums of every number, of every table. */
    @Test
    void parquetHoldsWhatTheStoreHolds() throws IOException, SQLException {
        try (Connection independent = DriverManager.getConnection("jdbc:duckdb:")) {
            for (Map<String, @Nullable Object> resource : new DataPackage(export).resources()) {
                String name = String.valueOf(resource.get("name"));
                if (!name.contains(".")) {
                    continue;
                }
                String numbers = DataPackage.fields(resource).stream()
                        .filter(field -> List.of("number", "integer").contains(field.get("type")))
                        .map(field -> ", sum(\"" + field.get("name") + "\")")
                        .reduce("SELECT count(*)", String::concat);
                String[] parts = name.split("\\.", -1);
                List<List<@Nullable Object>> stored = small.jibao()
                        .query(numbers + " FROM " + parts[0] + ".\"" + parts[1] + '"')
                        .rows();
                assertEquals(
                        plain(stored.get(0)),
                        only(independent, numbers + " FROM '" + export.resolve("parquet/" + name + ".parquet") + "'"),
                        name);
            }
            assertEquals(
                    List.of("2"),
                    only(independent, "SELECT count(*) FROM '" + export.resolve("parquet/submissions.parquet") + "'"));
        }
    }

    private static List<String> only(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertTrue(result.next());
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                values.add(result.getObject(i));
            }
            return plain(values);
        }
    }

    private static List<String> plain(List<@Nullable Object> values) {
        return values.stream()
                .map(value -> value == null
                        ? "none"
                        : new BigDecimal(value.toString()).stripTrailingZeros().toPlainString())
                .toList();
    }

    @Test
    void everyCsvCellIsOfItsDeclaredTypeAndRowsAreDistinct() throws IOException {
        for (Map<String, @Nullable Object> resource : new DataPackage(export).resources()) {
            List<CSVRecord> records = csv(export.resolve(String.valueOf(resource.get("path"))));
            List<Map<String, @Nullable Object>> fields = DataPackage.fields(resource);
            assertEquals(resource.get("rows"), records.size() - 1L, String.valueOf(resource.get("name")));
            assertEquals(
                    fields.stream().map(field -> field.get("name")).toList(),
                    records.get(0).toList());
            for (CSVRecord row : records.subList(1, records.size())) {
                for (int i = 0; i < fields.size(); i++) {
                    parse(String.valueOf(fields.get(i).get("type")), row.get(i));
                }
            }
        }
    }

    private static List<CSVRecord> csv(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
            return parser.getRecords();
        }
    }

    /** Fails where the text is not of the type. */
    private static void parse(String type, String text) {
        if (text.isEmpty()) {
            return;
        }
        switch (type) {
            case "integer" -> Long.parseLong(text);
            case "number" -> assertFalse(new BigDecimal(text).toPlainString().isEmpty());
            case "boolean" -> assertTrue(text.equals("true") || text.equals("false"), text);
            case "date" -> LocalDate.parse(text);
            case "datetime" -> Instant.parse(text);
            default -> assertEquals("string", type);
        }
    }

    @Test
    void figuresOfAReturnAreInBothFormsAlike() throws IOException {
        BigDecimal sum = BigDecimal.ZERO;
        for (CSVRecord row : csv(export.resolve("csv/returns.requests.csv"))) {
            sum = row.get(10).matches("[\\d.]+") ? sum.add(new BigDecimal(row.get(10))) : sum;
        }
        Object stored = small.jibao()
                .query("SELECT sum(value) FROM returns.requests")
                .rows()
                .get(0)
                .get(0);
        assertEquals(0, sum.compareTo((BigDecimal) Objects.requireNonNull(stored)));
        assertEquals(1, sum.signum());
    }

    @Test
    void sameStoreAndTimeGiveTheSameBytesAndAnEarlierExportGivesWay() throws IOException {
        Map<String, String> first = contents(export);
        small.jibao().export(export);
        assertEquals(first, contents(export));
        assertEquals(2 * 32 + 1, first.size());
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                contents.put(folder.relativize(file).toString(), text);
            }
        }
        return contents;
    }

    @Test
    void onePeriodAloneHasNoRowOfAnother() throws IOException {
        Path none = folder.resolve("first-quarter");
        at("2026Q1", SmallInbox.NOW).export(none);
        assertEquals(List.of(), new DataPackage(none).problems());
        assertEquals(0, csv(none.resolve("csv/submissions.csv")).size() - 1);
        TreeSet<String> periods = new TreeSet<>();
        Path second = folder.resolve("second-quarter");
        at("2026Q2", SmallInbox.NOW).export(second);
        csv(second.resolve("csv/mart.reporting_unit.csv")).forEach(row -> periods.add(row.get(0)));
        assertEquals(new TreeSet<>(List.of("period", "2026Q2")), periods);
        assertEquals(2, csv(second.resolve("csv/submissions.csv")).size() - 1);
    }

    @Test
    void earlierTimeHasNothingThatWasReceivedLater() throws IOException {
        Path earlier = folder.resolve("earlier");
        at("2026Q2", SmallInbox.RECEIVED.minusSeconds(1)).export(earlier);
        assertEquals(1, csv(earlier.resolve("csv/submissions.csv")).size());
        assertEquals(1, csv(earlier.resolve("csv/returns.requests.csv")).size());
        assertEquals(50, csv(earlier.resolve("csv/mart.reporting_unit.csv")).size());
    }

    @Test
    void contactsStayAtHome() throws IOException {
        assertTrue(Files.readString(Path.of("jobs/common/units.csv")).contains("ql328@example.com"));
        contents(export).forEach((name, text) -> assertFalse(text.contains("@example.com"), name));
    }

    @Test
    void folderOfSomebodysFilesIsLeftAlone() throws IOException {
        Path kept = Files.createDirectory(folder.resolve("kept"));
        Files.writeString(kept.resolve("notes.txt"), "mine");
        UnusableArgument refused =
                assertThrows(UnusableArgument.class, () -> small.jibao().export(kept));
        assertTrue(refused.text().en().contains("--dir"), refused.text().en());
        assertEquals(Map.of("notes.txt", "mine"), contents(kept));
    }

    private Jibao at(String period, Instant asOf) {
        return new Jibao(
                new Settings(
                        Path.of("jobs"),
                        "quarterly-disclosure",
                        small.inbox(),
                        small.store(),
                        small.out(),
                        Language.EN,
                        Period.parse(period),
                        Optional.of(asOf),
                        2),
                Progress.NONE);
    }
}
