package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.app.Jibao;
import org.jibao.calendar.Period;
import org.jibao.collect.CollectOutcome;
import org.jibao.finding.Language;
import org.jibao.run.JobFolders;
import org.jibao.run.Periods;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.status.StatusReport;
import org.jibao.testkit.Sheets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs whose periods are days and weeks, and one with years of its own, from the inbox to the summary. */
class DailyJobTest {

    private static final String JOB = """
            title: {zh: 收件, en: Letters}
            version: "1"
            period: %s
            due: {day: 1, shift: none}
            open-for: 400
            time-zone: UTC
            schedule: "0 0 1 * * *"
            file-name: '^(?<unit>[^_]+)(?:_(?<period>.+))?$'
            unit-kinds: {town: {zh: 镇, en: Towns}}
            owed-by: [town]
            roster: units.csv
            forms: [letters]
            metrics: [received]
            """;

    private static final String FORM = """
            layout: grid
            title: {zh: 收件, en: Letters}
            sheet: {name: 收件}
            cell: {kind: count, unit: 件}
            columns: [{id: all, zh: 合计, en: All}]
            rows: [{id: in, zh: 收到, en: Received}]
            """;

    private static final String METRIC = """
            WITH sums AS (
                SELECT period, sum("in") AS received FROM returns.letters_by_column GROUP BY period
            )
            SELECT t.period, t.label_en AS label, s.received::BIGINT AS received, b.received::BIGINT AS before,
                l.received::BIGINT AS last_year,
                sum(s.received) OVER (PARTITION BY t.year ORDER BY t.period)::BIGINT AS to_date
            FROM intake.period t
            JOIN returns.parameter p USING (job)
            LEFT JOIN sums s ON s.period = t.period
            LEFT JOIN sums b ON b.period = t.previous
            LEFT JOIN sums l ON l.period = t.last_year
            WHERE t.period <= p.period
            """;

    private static final String TWIN = """
            title: {zh: 收件, en: Letters}
            grain: [period]
            columns:
              - {name: label, zh: 期, en: Period, unit: ""}
              - {name: received, zh: 收到, en: Received, unit: 件}
              - {name: before, zh: 上期, en: Before, unit: 件}
              - {name: last_year, zh: 上年, en: Last year, unit: 件}
              - {name: to_date, zh: 累计, en: To date, unit: 件}
            """;

    private static final String SUMMARY = """
            tables:
              - id: received
                title: {zh: 收到, en: Received}
                empty: {zh: 没有, en: None}
                columns:
                  - {name: label, zh: 期, en: Period, format: text}
                  - {name: received, zh: 收到, en: Received, format: count}
            sheets:
              - {id: received, kind: page, title: {zh: 收到, en: Received}, blocks: [received]}
            """;

    private final Path folder;

    DailyJobTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private void job(String period) throws IOException {
        write("jobs/letters/job.yaml", JOB.formatted(period));
        write("jobs/letters/forms/letters.yaml", FORM);
        write(
                "jobs/letters/units.csv",
                "code,name,kind,parent,aliases,active_from,active_to\nT1,甲镇,town,,,,\nT2,乙镇,town,,,,\n");
        write("jobs/letters/metrics/received.sql", METRIC);
        write("jobs/letters/metrics/received.yaml", TWIN);
        write("jobs/letters/summary.yaml", SUMMARY);
        write("jobs/letters/tables/received.sql", "SELECT label, received FROM mart.received ORDER BY period\n");
        Files.createDirectories(folder.resolve("inbox"));
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void receive(String name, int count, LocalDate on) throws IOException {
        receive(name, "收到", count, on);
    }

    private void receive(String name, String label, int count, LocalDate on) throws IOException {
        Path file = folder.resolve("inbox").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                Sheets.of("收件", "| 项目 | 合计 |\n| " + label + " | " + count + " |\n")
                        .xlsx());
        Files.setLastModifiedTime(file, FileTime.from(on.atTime(9, 0).toInstant(ZoneOffset.UTC)));
    }

    private Jibao jibao(String asOf, @Nullable String period) {
        Path jobs = folder.resolve("jobs");
        Optional<Period> named =
                Optional.ofNullable(period).map(text -> Periods.named(JobFolders.head(jobs, "letters"), text));
        return new Jibao(
                new Settings(
                        jobs,
                        "letters",
                        folder.resolve("inbox"),
                        folder.resolve("data/jibao.duckdb"),
                        folder.resolve("out"),
                        Language.EN,
                        named,
                        Optional.of(Instant.parse(asOf)),
                        2),
                Progress.NONE);
    }

    private List<List<Object>> rows(Jibao jibao, String where) {
        return jibao.query("SELECT period, label, received, before, last_year, to_date FROM mart.received WHERE "
                        + where + " ORDER BY period")
                .rows();
    }

    private static List<String> verdicts(CollectOutcome collected) {
        return collected.files().stream()
                .map(line -> line.file() + " " + line.verdict() + " " + line.period())
                .toList();
    }

    @Test
    void summarisesADayOfAFortnight() throws IOException {
        job("day");
        receive("甲镇_2025-07-10.xlsx", 7, LocalDate.of(2025, 7, 11));
        for (int day = 1; day <= 14; day++) {
            LocalDate date = LocalDate.of(2026, 7, day);
            receive("甲镇_" + date + ".xlsx", day, date.plusDays(1));
            receive("乙镇_2026年7月" + day + "日.xlsx", 100, date.plusDays(day == 10 ? 2 : 1));
        }
        Jibao day10 = jibao("2026-07-15T12:00:00Z", "10 July 2026");
        CollectOutcome collected = day10.collect();
        assertEquals(29, collected.files().size());
        assertEquals(
                List.of("accepted"),
                collected.files().stream()
                        .map(line -> line.verdict().name().toLowerCase(java.util.Locale.ROOT))
                        .distinct()
                        .toList());
        assertEquals(
                folder.resolve("out/letters/2026-07-10"),
                day10.summarize().files().get(0).getParent());
        assertEquals(
                List.of(List.of("2026-07-10", "10 July 2026", 110L, 109L, 7L, 1055L)),
                rows(day10, "period = '2026-07-10'"));
        assertEquals(
                370L,
                day10.query("SELECT count(*) FROM intake.period").rows().get(0).get(0));
        StatusReport status = day10.status();
        assertEquals(LocalDate.of(2026, 7, 11), status.due());
        assertEquals(2, status.received());
        assertEquals(1, status.count(StatusReport.State.LATE));
    }

    @Test
    void listsAFileWithoutAPeriodForTheDayBeforeItCame() throws IOException {
        job("day");
        receive("甲镇_2026-07-03.xlsx", 3, LocalDate.of(2026, 7, 4));
        receive("甲镇_2026-07-05.xlsx", 3, LocalDate.of(2026, 7, 6));
        receive("乙镇_03.04.2026.xlsx", 3, LocalDate.of(2026, 7, 5));
        jibao("2026-07-06T12:00:00Z", "2026-07-04").collect();
        List<Integer> rejected = new ArrayList<>();
        for (String day : List.of("2026-07-03", "2026-07-04", "2026-07-05")) {
            rejected.add(jibao("2026-07-06T12:00:00Z", day).status().rejected().size());
        }
        assertEquals(List.of(0, 1, 0), rejected);
    }

    @Test
    void summarisesAWeek() throws IOException {
        job("week");
        receive("甲镇_2025-W30.xlsx", 5, LocalDate.of(2025, 7, 28));
        receive("甲镇_week 29 2026.xlsx", 3, LocalDate.of(2026, 7, 20));
        receive("甲镇_2026年第30周.xlsx", 4, LocalDate.of(2026, 7, 27));
        receive("乙镇_20-26 July 2026.xlsx", 6, LocalDate.of(2026, 7, 27));
        Jibao week = jibao("2026-07-28T12:00:00Z", null);
        assertEquals(4, week.run().collected().files().size());
        assertEquals(List.of(List.of("2026-W30", "Week 30 2026", 10L, 3L, 5L, 13L)), rows(week, "period = '2026-W30'"));
        assertEquals(LocalDate.of(2026, 7, 27), week.status().due());
    }

    @Test
    void addsUpAFiscalYearFromApril() throws IOException {
        job("quarter\nyear-starts: 04-01");
        receive("甲镇_2024-25Q2.xlsx", 2, LocalDate.of(2024, 10, 1));
        receive("甲镇_Q4 2024-25.xlsx", 50, LocalDate.of(2025, 4, 1));
        receive("甲镇_Q1 2025-26.xlsx", 3, LocalDate.of(2025, 7, 1));
        receive("甲镇_July to September 2025.xlsx", 4, LocalDate.of(2025, 10, 1));
        receive("乙镇_2025年第二季度.xlsx", 9, LocalDate.of(2025, 10, 1));
        Jibao quarter = jibao("2025-10-02T12:00:00Z", "2025-26Q2");
        assertEquals(
                List.of("乙镇_2025年第二季度.xlsx REJECTED null"),
                verdicts(quarter.collect()).stream()
                        .filter(line -> !line.contains("ACCEPTED"))
                        .toList());
        quarter.summarize();
        assertEquals(
                List.of(List.of("2025-26Q1", "Q1 2025-26", 3L, 50L), List.of("2025-26Q2", "Q2 2025-26", 4L, 3L)),
                quarter.query(
                                "SELECT period, label, received, before FROM mart.received WHERE to_date < 50 AND period > '2025'"
                                        + " ORDER BY period")
                        .rows());
        assertEquals(
                List.of(List.of("2025-26Q2", "Q2 2025-26", 4L, 3L, 2L, 7L)), rows(quarter, "period = '2025-26Q2'"));
    }

    @Test
    void takesPeriodsFromFoldersAndNotesAPathThatDoesNotMatch() throws IOException {
        job("month\npath: '^(?<period>[^/]+)/'");
        receive("2026-06/甲镇.xlsx", 3, LocalDate.of(2026, 7, 1));
        receive("June 2026/late/乙镇.xlsx", 4, LocalDate.of(2026, 7, 1));
        receive("乙镇_2026-05.xlsx", 5, LocalDate.of(2026, 6, 1));
        receive("甲镇.xlsx", 6, LocalDate.of(2026, 7, 1));
        Jibao month = jibao("2026-07-02T12:00:00Z", "2026-06");
        assertEquals(
                List.of(
                        "2026-06/甲镇.xlsx ACCEPTED 2026-06",
                        "June 2026/late/乙镇.xlsx ACCEPTED 2026-06",
                        "乙镇_2026-05.xlsx ACCEPTED 2026-05",
                        "甲镇.xlsx REJECTED null"),
                verdicts(month.collect()).stream().sorted().toList());
        assertEquals(
                List.of(List.of("乙镇_2026-05.xlsx", "path-unmatched"), List.of("甲镇.xlsx", "period-missing")),
                month.query(
                                "SELECT s.file, f.code FROM intake.finding f JOIN intake.submission s ON s.id = f.submission"
                                        + " WHERE f.code IN ('path-unmatched', 'period-missing') ORDER BY 1")
                        .rows());
    }

    @Test
    void knowsThisDayAndThisWeekFromOthers() throws IOException {
        job("day");
        write("jobs/letters/forms/letters.yaml", FORM.replace("zh: 收到, en: Received", "zh: 当日收到, en: Received today"));
        receive("甲镇_2026-07-01.xlsx", "当日收到（本日）", 3, LocalDate.of(2026, 7, 2));
        receive("乙镇_2026-07-01.xlsx", "当日收到（本周）", 3, LocalDate.of(2026, 7, 2));
        assertEquals(
                List.of("乙镇_2026-07-01.xlsx RETURNED 2026-07-01", "甲镇_2026-07-01.xlsx ACCEPTED 2026-07-01"),
                verdicts(jibao("2026-07-02T12:00:00Z", null).collect()).stream()
                        .sorted()
                        .toList());
    }

    @Test
    void readsMonthsAndDatesOfCovers() throws IOException {
        job("month");
        write("jobs/letters/job.yaml", JOB.formatted("month").replace("[letters]", "[cover, letters]"));
        write("jobs/letters/forms/cover.yaml", """
                layout: cover
                title: {zh: 封面, en: Cover}
                sheet: {name: Cover}
                period: period
                fields:
                  - {id: period, zh: 报告期, en: Period}
                  - {id: by, zh: 填报人, en: Filled in by}
                """);
        cover("甲镇.xlsx", "@2026-06");
        cover("乙镇.xlsx", "@2026-06-30");
        cover("甲镇_.xlsx", "@2026-06-01");
        assertEquals(
                List.of("乙镇.xlsx ACCEPTED 2026-06", "甲镇.xlsx ACCEPTED 2026-06", "甲镇_.xlsx REJECTED null"),
                verdicts(jibao("2026-07-02T12:00:00Z", null).collect()).stream()
                        .sorted()
                        .toList());
    }

    private void cover(String name, String period) throws IOException {
        Path file = folder.resolve("inbox").resolve(name);
        Files.write(
                file,
                Sheets.of("Cover", "| 报告期 | " + period + " |\n| 填报人 | 甲 |\n")
                        .and("收件", "| 项目 | 合计 |\n| 收到 | 3 |\n")
                        .xlsx());
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-07-01T09:00:00Z")));
    }

    @Test
    void takesThePeriodOfTheRun() throws IOException {
        job("month\nperiod-from: run");
        receive("甲镇.xlsx", 3, LocalDate.of(2026, 7, 1));
        receive("乙镇_2026-05.xlsx", 4, LocalDate.of(2026, 6, 1));
        List<String> without = new ArrayList<>();
        try {
            jibao("2026-07-02T12:00:00Z", null).collect();
        } catch (org.jibao.run.UnusableArgument refused) {
            without.add(refused.text().en());
        }
        assertEquals(
                List.of(
                        "the job letters takes the period of its returns from the run (period-from: run): name it with --period, such as 2026-06"),
                without);
        assertEquals(
                List.of("乙镇_2026-05.xlsx ACCEPTED 2026-05", "甲镇.xlsx ACCEPTED 2026-06"),
                verdicts(jibao("2026-07-02T12:00:00Z", "June 2026").collect()).stream()
                        .sorted()
                        .toList());
        try (Stream<Path> files = Files.list(folder.resolve("inbox"))) {
            assertEquals(2, files.count());
        }
    }
}
