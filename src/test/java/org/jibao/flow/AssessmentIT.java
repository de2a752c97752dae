package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jibao.app.Jibao;
import org.jibao.calendar.WorkingDays;
import org.jibao.finding.Language;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The sample county's assessment, beside scores reckoned from the workbooks themselves. */
@TestInstance(Lifecycle.PER_CLASS)
class AssessmentIT {

    private static final Path COUNTY = Path.of("sample-data/county/assessment");
    private static final Path EXPECTED = Path.of("sample-data/expected/assessment");
    private static final WorkingDays DAYS = WorkingDays.china();

    private final Jibao jibao;

    AssessmentIT(@TempDir Path folder) {
        jibao = new Jibao(
                new Settings(
                        Path.of("jobs"),
                        "assessment",
                        COUNTY,
                        folder.resolve("store.duckdb"),
                        folder.resolve("out"),
                        Language.ZH,
                        Optional.empty(),
                        Optional.of(Instant.parse("2026-10-20T01:00:00Z")),
                        2),
                Progress.NONE);
        jibao.run();
    }

    @Test
    void everyFileIsAcceptedAndTheMissingOneIsTheExpectedOne() throws IOException {
        assertEquals(1, Files.readAllLines(EXPECTED.resolve("expectations.csv")).size());
        assertEquals(
                List.of(List.of("accepted", 99L)),
                rows("SELECT verdict, count(*) FROM intake.submission GROUP BY verdict"));
        assertEquals(List.of(), rows("SELECT code FROM intake.finding WHERE severity <> 'note'"));
        List<List<String>> missing = Files.readAllLines(EXPECTED.resolve("missing.csv")).stream()
                .skip(1)
                .map(line -> List.of(line.split(",")))
                .toList();
        assertEquals(
                missing,
                rows("SELECT period, unit, state FROM returns.reporting_unit WHERE NOT accepted ORDER BY ALL"));
    }

    @Test
    void everyScoreIsWhatTheWorkbooksAddUpTo() throws IOException {
        for (String period : List.of("2026Q2", "2026Q3")) {
            Map<String, BigDecimal> scores = new TreeMap<>();
            for (List<?> row :
                    rows("SELECT name, score FROM mart.assessment_score WHERE score IS NOT NULL AND period = '" + period
                            + "'")) {
                scores.put((String) row.get(0), (BigDecimal) row.get(1));
            }
            assertEquals(reckoned(period), scores);
        }
    }

    @Test
    void flagsWhoFailedTwiceAndShowsApartWhoSentNothing() {
        assertEquals(
                List.of(List.of("QL320", "fail", "fail")),
                rows("SELECT unit, grade, previous_grade FROM mart.assessment_score WHERE failed_twice"));
        assertEquals(
                List.of(List.of("2026Q3", "QL321", false)),
                rows("SELECT period, unit, failed_twice FROM mart.assessment_score WHERE score IS NULL"));
        assertEquals(
                List.of(List.of("QL107", "QL107-9")),
                rows(
                        "SELECT a.unit, a.number FROM returns.assessment_published a ANTI JOIN mart.assessment_obligation o"
                                + " ON (o.period, o.number, o.obliged) = (a.period, a.number, a.unit)"));
    }

    /** The leaders' figures, reckoned from the scores. */
    @Test
    void theMeanIsTheScoresAddedAndDivided() throws IOException {
        for (String period : List.of("2026Q2", "2026Q3")) {
            Map<String, BigDecimal> scores = reckoned(period);
            BigDecimal sum = scores.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            long failed = scores.values().stream()
                    .filter(score -> score.compareTo(BigDecimal.valueOf(80)) < 0)
                    .count();
            assertEquals(
                    List.of(List.of(sum.toPlainString(), scores.size() + ".00", failed + ".00")),
                    rows("SELECT s.numerator::DECIMAL(18, 2)::VARCHAR, s.denominator::DECIMAL(18, 2)::VARCHAR,"
                            + " f.value::DECIMAL(18, 2)::VARCHAR FROM mart.figure s JOIN mart.figure f USING (period, scope)"
                            + " WHERE s.top AND s.figure = 'score' AND f.figure = 'fail' AND period = '" + period
                            + "'"));
        }
    }

    /** By unit: 100 less the capped deductions and the bonus, item by item, from cells alone. */
    private static Map<String, BigDecimal> reckoned(String period) throws IOException {
        Map<String, List<List<Object>>> published = new HashMap<>();
        try (Stream<Path> files = Files.list(COUNTY.resolve(period))) {
            for (Path file : files.toList()) {
                String unit = file.getFileName().toString().split("_")[0];
                if (!unit.equals("青岚县")) {
                    published.put(unit, cells(file, "公开情况"));
                }
            }
        }
        Map<String, double[]> points = new TreeMap<>();
        published.keySet().forEach(unit -> points.put(unit, new double[4]));
        int first = period.equals("2026Q2") ? 4 : 7;
        for (List<Object> task : cells(COUNTY.resolve("2026Q2/青岚县_2026年第二季度.xlsx"), "考核计划")) {
            List<List<Object>> rows = published.get(task.get(2).toString());
            if (rows != null) {
                List<List<Object>> own = rows.stream()
                        .filter(row -> row.get(1).equals(task.get(1)))
                        .toList();
                deduct(Objects.requireNonNull(points.get(task.get(2).toString())), task, own, first);
            }
        }
        for (List<Object> found : cells(office(period), "核查与加分")) {
            double[] unit = Objects.requireNonNull(points.get(found.get(1).toString()));
            switch (found.get(2).toString()) {
                case "不规范" -> unit[2] += 0.5;
                case "上级表彰" -> unit[3] += 2;
                default -> unit[3] += 1;
            }
        }
        Map<String, BigDecimal> scores = new TreeMap<>();
        points.forEach((unit, p) -> scores.put(
                unit,
                BigDecimal.valueOf(
                                100 - Math.min(p[0], 40) - Math.min(p[1], 10) - Math.min(p[2], 5) + Math.min(p[3], 5))
                        .setScale(2)));
        return scores;
    }

    private static Path office(String period) {
        return COUNTY.resolve(period + (period.equals("2026Q2") ? "/青岚县_2026年第二季度.xlsx" : "/青岚县_2026年第三季度.xlsx"));
    }

    private static void deduct(double[] points, List<Object> task, List<List<Object>> own, int first) {
        switch (task.get(4).toString()) {
            case "每月" -> {
                for (int month = first; month < first + 3; month++) {
                    double number = month;
                    LocalDate due = DAYS.onOrAfter(LocalDate.of(2026, month, 6));
                    item(
                            points,
                            due,
                            own.stream()
                                    .filter(row -> row.get(2).equals(number))
                                    .findFirst()
                                    .orElse(null));
                }
            }
            case "每季" -> item(points, LocalDate.of(2026, first + 3, 1).minusDays(1), own.isEmpty() ? null : own.get(0));
            default -> own.forEach(row -> item(points, DAYS.plus((LocalDate) row.get(3), 5), row));
        }
    }

    private static void item(double[] points, LocalDate due, @Nullable List<Object> row) {
        if (row == null) {
            points[0] += 2;
            return;
        }
        if (row.get(4) instanceof LocalDate material && material.isAfter(due)) {
            points[1] += 1;
        } else if (((LocalDate) row.get(5)).isAfter(due)) {
            points[1] += 0.5;
        }
        points[2] += row.get(6).equals("政府网站") ? 0 : 0.5;
    }

    private static List<List<Object>> cells(Path file, String sheet) throws IOException {
        try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
            List<List<Object>> rows = new ArrayList<>();
            for (Row row : book.getSheet(sheet)) {
                if (row.getRowNum() > 2) {
                    List<Object> values = new ArrayList<>();
                    for (int column = 0; column < 7; column++) {
                        values.add(content(row.getCell(column)));
                    }
                    rows.add(values);
                }
            }
            return rows;
        }
    }

    private static Object content(@Nullable Cell cell) {
        if (cell == null || cell.getCellType() == CellType.BLANK) {
            return "";
        }
        if (cell.getCellType() != CellType.NUMERIC) {
            return cell.getStringCellValue();
        }
        return cell.getCellStyle().getDataFormatString().contains("yy")
                ? cell.getLocalDateTimeCellValue().toLocalDate()
                : (Object) cell.getNumericCellValue();
    }

    private List<? extends List<?>> rows(String sql) {
        return jibao.query(sql).rows();
    }
}
