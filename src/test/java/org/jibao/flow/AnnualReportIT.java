package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.app.Jibao;
import org.jibao.finding.Language;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The sample county's annual reports, collected into the store that holds its quarters. */
@TestInstance(Lifecycle.PER_CLASS)
class AnnualReportIT {

    private static final Instant NOW = Instant.parse("2026-10-20T01:00:00Z");
    private static final Path EXPECTED = Path.of("sample-data/expected/annual-disclosure");

    private final Path folder;
    private final Path summary;

    AnnualReportIT(@TempDir Path folder) {
        this.folder = folder;
        jibao("quarterly-disclosure").collect();
        summary = jibao("annual-disclosure").run().summaries().get(0).files().get(0);
    }

    private Jibao jibao(String job) {
        return new Jibao(
                new Settings(
                        Path.of("jobs"),
                        job,
                        Path.of("sample-data/county", job),
                        folder.resolve("store.duckdb"),
                        folder.resolve("out"),
                        Language.ZH,
                        Optional.empty(),
                        Optional.of(NOW),
                        2),
                Progress.NONE);
    }

    @Test
    void findsTheUnitThatDisagreesWithItsQuartersAndNoOther() throws IOException {
        Map<String, TreeSet<String>> found = new TreeMap<>();
        for (List<?> row : rows("SELECT s.file, s.verdict, f.code || '@' || f.sheet || '!' || f.cell"
                + " FROM intake.submission s JOIN intake.finding f ON f.submission = s.id"
                + " WHERE s.job = 'annual-disclosure' AND f.severity <> 'note'")) {
            found.computeIfAbsent(row.get(0) + " " + row.get(1), key -> new TreeSet<>())
                    .add(String.valueOf(row.get(2)));
        }
        Map<String, TreeSet<String>> expected = new TreeMap<>();
        for (CSVRecord line : csv("expectations.csv")) {
            expected.put(
                    line.get("file") + " " + line.get("verdict"),
                    new TreeSet<>(List.of(line.get("findings").split("\\|"))));
        }
        assertEquals(expected, found);
        assertEquals(2, expected.size());
    }

    @Test
    void tellsYearsThatAgreeFromThoseThatCannotBeCompared() {
        assertEquals(
                List.of(
                        List.of("carried_in", "incomparable", 3L),
                        List.of("carried_in", "same", 46L),
                        List.of("carried_out", "incomparable", 3L),
                        List.of("carried_out", "same", 46L),
                        List.of("received", "differs", 1L),
                        List.of("received", "incomparable", 4L),
                        List.of("received", "same", 44L)),
                rows("SELECT \"row\", standing, count(*) FROM mart.annual_quarters WHERE period = '2025'"
                        + " GROUP BY ALL ORDER BY ALL"));
    }

    /** In SQL of its own: the cells of what was accepted, and how many units reported. */
    @Test
    void addsUpWhatWasAccepted() {
        assertEquals(
                rows("SELECT sum(o.value)::BIGINT, count(*) FROM intake.observation o"
                        + " JOIN intake.submission s ON s.id = o.submission"
                        + " WHERE s.job = 'annual-disclosure' AND s.verdict LIKE 'accepted%'"
                        + " AND o.form = 'annual_requests' AND o.\"row\" = 'received' AND o.\"column\" = 'total'"),
                rows("SELECT value::BIGINT, reported FROM mart.figure WHERE \"top\" AND period = '2025'"
                        + " AND figure = 'requests_received' AND dimension = ''"));
        assertEquals(List.of(List.of(1290L, 1278L, 206L)), rows("""
                SELECT
                    max(value) FILTER (figure = 'requests_received')::BIGINT,
                    max(value) FILTER (figure = 'requests_handled')::BIGINT,
                    max(value) FILTER (figure = 'disputes')::BIGINT
                FROM mart.figure
                WHERE "top" AND period = '2025' AND dimension = ''
                """));
        assertEquals(
                List.of(List.of(47L, 49L)),
                rows("SELECT DISTINCT reported, expected::BIGINT FROM mart.figure WHERE \"top\" AND period = '2025'"
                        + " AND figure NOT IN ('reporting_rate', 'on_time_rate')"));
        assertTrue(Files.isRegularFile(summary));
    }

    /** Section three on the county's page against SQL of its own, the frame against the prescribed form. */
    @Test
    void printsTheSectionsAsPrescribed() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(summary))) {
            XSSFSheet sheet = workbook.getSheet("年度报告");
            int first = rowOf(sheet, 0, "一、本年新收政府信息公开申请数量");
            assertEquals(first + 1, rowOf(sheet, 0, "二、上年结转政府信息公开申请数量"));
            assertEquals(first + 2, rowOf(sheet, 0, "三、本年度办理结果"));
            assertEquals(first + 23, rowOf(sheet, 1, "（七）总计"));
            assertEquals(first + 24, rowOf(sheet, 0, "四、结转下年度继续办理"));
            List<String> merged = sheet.getMergedRegions().stream()
                    .map(CellRangeAddress::formatAsString)
                    .toList();
            String outcomes = "A%d:A%d".formatted(first + 3, first + 24);
            assertTrue(merged.contains(outcomes), () -> outcomes + " of " + merged);
            List<Object> printed = new ArrayList<>();
            for (int column = 8; column < 15; column++) {
                printed.add((long) sheet.getRow(first).getCell(column).getNumericCellValue());
            }
            assertEquals(
                    rows(
                                    "SELECT sum(value)::BIGINT FROM returns.annual_requests WHERE period = '2025' AND \"row\" = 'received'"
                                            + " GROUP BY \"column\" ORDER BY array_position(['natural', 'business', 'research', 'charity',"
                                            + " 'legal', 'other', 'total'], \"column\")")
                            .stream()
                            .map(row -> row.get(0))
                            .toList(),
                    printed);
            // A copy a page for each of 49 units: they part before every copy but the first.
            assertEquals(48, workbook.getSheet("年度报告 按单位").getRowBreaks().length);
        }
    }

    private static int rowOf(XSSFSheet sheet, int column, String text) {
        for (Row row : sheet) {
            if (row.getCell(column) != null
                    && row.getCell(column).getCellType() == CellType.STRING
                    && row.getCell(column).getStringCellValue().equals(text)) {
                return row.getRowNum();
            }
        }
        throw new AssertionError(text + " is nowhere in column " + column);
    }

    private List<? extends List<?>> rows(String sql) {
        try (Store store = Store.open(folder.resolve("store.duckdb"), StoreSettings.DEFAULT)) {
            return store.sql().query(sql).rows();
        }
    }

    private static List<CSVRecord> csv(String name) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = Files.newBufferedReader(EXPECTED.resolve(name))) {
            return format.parse(reader).getRecords();
        }
    }
}
