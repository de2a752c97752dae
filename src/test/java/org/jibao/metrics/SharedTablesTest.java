package org.jibao.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables that jobs share, in a job that has nothing else, for each length of period. */
class SharedTablesTest {

    private static final Path COMMON = Path.of("jobs/common");
    private static final Instant AS_OF = Instant.parse("2027-03-01T00:00:00Z");

    private static final String JOB = """
            title: {zh: 测试, en: Test}
            version: "1"
            period: PERIOD
            due: {day: 10, shift: none}
            open-for: 30
            time-zone: ZONE
            schedule: "0 0 1 * * *"
            file-name: '(?<unit>\\D+)(?<period>\\d.*)'
            unit-kinds: {county: {zh: 县, en: County}, township: {zh: 乡镇, en: Townships}, street: {zh: 街道, en: Streets}, department: {zh: 部门, en: Departments}}
            owed-by: [township, street]
            roster: units.csv
            forms: [counts]
            """;

    private static final String FORM = """
            layout: grid
            title: {zh: 表一, en: Table 1}
            sheet: {name: 表一}
            cell: {kind: count, unit: 件}
            columns: [{id: cases, zh: 件数, en: Cases}]
            rows: [{id: letters, zh: 来信, en: Letters}]
            """;

    private final Path folder;

    SharedTablesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({
        "month, 2026-12, 2026-11, 个月, months, 当月",
        "quarter, 2026Q4, 2026Q3, 季, quarters, 当季",
        "half-year, 2026H2, 2026H1, 个半年, half-years, 当期",
        "year, 2026, 2025, 年, years, 当年"
    })
    void callsPeriodsByTheirLength(
            String kind, String code, String previous, String periods, String english, String then) throws IOException {
        Metrics metrics = run(job(kind, "Asia/Shanghai"), code, previous);
        assertEquals(
                Arrays.asList(null, null, null, null, null, null, previous, code, periods, english, then, "then"),
                metrics.table("period_labels").rows().get(0));
        assertEquals(16, metrics.table("reporting_matrix").rows().size());
    }

    @Test
    void tellsWhatWasReceived() throws IOException {
        Metrics metrics = run(job("year", "Asia/Shanghai"), "2026", "2025");
        assertEquals(
                List.of(Arrays.asList("青岚县", "青岚县", "1/16"), Arrays.asList("乡镇", "Townships", "1/11")),
                metrics.table("coverage").rows().stream()
                        .limit(2)
                        .map(row -> row.subList(0, 3))
                        .toList());
        assertEquals(15, metrics.table("reporting_absent").rows().size());
        assertEquals(16, metrics.table("reporting_units").rows().size());
        assertEquals(2, metrics.table("reporting_states").rows().size());
        assertEquals(3, metrics.table("reporting_kinds").rows().size());
        assertEquals(1, metrics.table("findings").rows().size());
    }

    @Test
    void fillsPrintedFormsOfEveryScope() throws IOException {
        try (Store store = FreshStore.open(folder.resolve("printed.duckdb"))) {
            JobDefinition job = job("year", "Asia/Shanghai");
            run(store, job, "2026", "2025");
            store.sql().execute("""
                    INSERT INTO intake.observation VALUES
                        (1, 'counts', 'letters', 'cases', 'value', 7, '7', '表一', 'B2')
                    """);
            Metrics metrics = store.inTransaction(() ->
                    new MetricRunner(store.sql(), job).run(Period.parse("2026").orElseThrow(), AS_OF));
            assertEquals(
                    "[[青岚县（已接收 1/16）, 青岚县 (accepted 1/16), counts.letters.cases, 7.0000]]",
                    metrics.table("printed_whole").rows().toString());
            assertEquals(
                    "[[乡镇（已接收 1/11）, Townships (accepted 1/11), counts.letters.cases, 7.0000],"
                            + " [街道（已接收 0/5）, Streets (accepted 0/5), counts.letters.cases, null]]",
                    metrics.table("printed_kinds").rows().toString());
            assertEquals(16, metrics.table("printed_units").rows().size());
            assertEquals(
                    1,
                    metrics.table("printed_units").rows().stream()
                            .filter(row -> row.get(3) != null)
                            .count());
        }
    }

    /** 2027-01-10T17:00Z is the due day in UTC and the day after it in China. */
    @ParameterizedTest
    @CsvSource({"Asia/Shanghai, late", "UTC, on_time"})
    void countsDaysByTheClockOfTheJob(String zone, String state) throws IOException {
        try (Store store = FreshStore.open(folder.resolve("zone.duckdb"))) {
            run(store, job("year", zone), "2026", "2025");
            assertEquals(
                    state,
                    store.sql()
                            .query("SELECT state FROM returns.reporting_unit WHERE period = '2026' AND accepted")
                            .rows()
                            .get(0)
                            .get(0));
        }
    }

    /** The tables that every job has. */
    private static final List<String> EVERY_JOB = List.of(
            "coverage",
            "findings",
            "period_labels",
            "printed_kinds",
            "printed_units",
            "printed_whole",
            "replacements",
            "reporting_absent",
            "reporting_kinds",
            "reporting_matrix",
            "reporting_states",
            "reporting_units",
            "revision_basis",
            "revision_causes",
            "revisions");

    private JobDefinition job(String kind, String zone) throws IOException {
        Path job = Files.createDirectories(folder.resolve("test-job"));
        Files.createDirectories(job.resolve("forms"));
        Files.createDirectories(folder.resolve("common"));
        Files.copy(COMMON.resolve("units.csv"), folder.resolve("common/units.csv"));
        StringBuilder uses = new StringBuilder("tables:\n");
        EVERY_JOB.forEach(table -> uses.append("  - use: ").append(table).append('\n'));
        uses.append("sheets:\n  - {id: page, kind: page, title: {zh: 表, en: Tables}, blocks: [coverage]}\n");
        Files.writeString(job.resolve("summary.yaml"), uses);
        Files.writeString(job.resolve("job.yaml"), JOB.replace("PERIOD", kind).replace("ZONE", zone));
        Files.writeString(job.resolve("forms/counts.yaml"), FORM);
        return JobLoader.load(job);
    }

    private Metrics run(JobDefinition job, String code, String previous) {
        try (Store store = FreshStore.open(folder.resolve("jibao.duckdb"))) {
            return run(store, job, code, previous);
        }
    }

    private static Metrics run(Store store, JobDefinition job, String code, String previous) {
        Period period = Period.parse(code).orElseThrow();
        store.define(job, Set.of(Period.parse(previous).orElseThrow(), period), WorkingDays.china());
        store.sql().execute("""
                INSERT INTO intake.submission (id, job, file, sha256, size, received_at, decided_at, unit, period, revision, verdict)
                SELECT 1, 'test-job', 'a.xlsx', 'a', 1, TIMESTAMP '2027-01-10 17:00', TIMESTAMP '2027-01-11', min(code), ?, 1, 'accepted'
                FROM intake.unit
                WHERE kind = 'township'
                """, code);
        store.sql().execute("INSERT INTO intake.judgement VALUES (1, TIMESTAMP '2027-01-10 17:00', 'accepted', '')");
        store.sql()
                .execute(
                        "INSERT INTO intake.finding (submission, number, code, severity) VALUES (1, 1, 'x', 'warning')");
        return store.inTransaction(() -> new MetricRunner(store.sql(), job).run(period, AS_OF));
    }
}
