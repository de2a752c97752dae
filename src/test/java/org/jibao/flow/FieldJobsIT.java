package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.jibao.app.Jibao;
import org.jibao.finding.Language;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jobs of returns from the field over their samples: verdicts as the samples were made, a figure against the workbooks themselves. */
class FieldJobsIT {

    private static final Instant NOW = Instant.parse("2026-10-26T01:00:00Z");

    private final Path folder;

    FieldJobsIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({
        "activities-training, 2026H1, staff, 表一 活动与培训, D8, 432",
        "channels-venues, 2025, items, 表一 媒体发稿, E7, 1430",
        "key-fields, 2026Q3, items, 表一 重点领域, B12, 461",
        "public-spending, 2026-09, outturn, 表一 支出汇总, D9, 868.36",
        "rectification-visits, 2026Q3, raised, 表一 问题整改, E5, 70",
        "self-check, 2025, schools, 表一 对标自查, B5, 31",
        "subsidy-funds, 2026Q3, paid, 表一 补贴资金, C7, 421.1"
    })
    void countsWhatTheUnitsSent(String job, String period, String figure, String sheet, String cell, BigDecimal total)
            throws IOException {
        Path inbox = Path.of("sample-data/field", job);
        Jibao jibao = new Jibao(
                new Settings(
                        Path.of("jobs"),
                        job,
                        inbox,
                        folder.resolve("store.duckdb"),
                        folder.resolve("out"),
                        Language.ZH,
                        Optional.empty(),
                        Optional.of(NOW),
                        2),
                Progress.NONE);
        jibao.run();
        Path expected = Path.of("sample-data/expected", job);
        Set<String> returned = new TreeSet<>();
        for (String line : lines(expected.resolve("expectations.csv"))) {
            String[] columns = line.split(",", -1);
            returned.add(columns[0] + " " + columns[1]);
        }
        assertEquals(
                returned,
                new TreeSet<>(rows(
                        jibao, "SELECT file || ' ' || verdict FROM intake.submission WHERE verdict <> 'accepted'")));
        assertEquals(
                lines(expected.resolve("missing.csv")),
                rows(
                        jibao,
                        "SELECT period || ',' || unit || ',' || state FROM returns.reporting_unit WHERE NOT accepted ORDER BY ALL"));
        assertEquals(0, total.compareTo(sent(inbox, period, returned, sheet, cell)), figure);
        assertEquals(
                List.of("true 5 8"),
                rows(
                        jibao,
                        "SELECT (value = " + total
                                + ") || ' ' || reported || ' ' || expected FROM mart.figure WHERE period = '" + period
                                + "' AND top AND figure = '" + figure + "' AND dimension = ''"));
        WrittenWorkbooks.assertChartsAreRight(folder, job, period, NOW, 2);
        WrittenWorkbooks.assertChecklistHolds(folder.resolve("out"));
        try (Stream<Path> files = Files.list(folder.resolve("out").resolve(job).resolve(period))) {
            assertEquals(
                    4, files.filter(file -> file.toString().endsWith(".xlsx")).count());
        }
    }

    /** The sum of one cell over the returns that were accepted. */
    private static BigDecimal sent(Path inbox, String period, Set<String> returned, String sheet, String cell)
            throws IOException {
        Set<String> names = new HashSet<>();
        returned.forEach(line -> names.add(line.substring(0, line.lastIndexOf(' '))));
        CellReference place = new CellReference(cell);
        BigDecimal sum = BigDecimal.ZERO;
        try (Stream<Path> files = Files.list(inbox.resolve(period))) {
            for (Path file : files.filter(file -> !names.contains(period + "/" + file.getFileName()))
                    .toList()) {
                try (InputStream stream = Files.newInputStream(file);
                        Workbook workbook = WorkbookFactory.create(stream)) {
                    sum = sum.add(BigDecimal.valueOf(workbook.getSheet(sheet)
                            .getRow(place.getRow())
                            .getCell(place.getCol())
                            .getNumericCellValue()));
                }
            }
        }
        return sum;
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().skip(1).toList();
    }

    private static List<String> rows(Jibao jibao, String sql) {
        return jibao.query(sql).rows().stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }
}
