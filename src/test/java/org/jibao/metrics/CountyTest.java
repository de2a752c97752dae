package org.jibao.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The shipped metrics on eight quarters of 49 units: what is told twice must be told alike. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountyTest {

    private static final Period FIRST = Period.parse("2024Q4").orElseThrow();
    private static final Period LAST = Period.parse("2026Q3").orElseThrow();
    private static final Instant AS_OF = Instant.parse("2026-11-20T01:00:00Z");

    private final Store store;
    private final Metrics metrics;

    CountyTest(@TempDir Path folder) throws IOException {
        JobDefinition job = JobLoader.load(Path.of("jobs/quarterly-disclosure"));
        store = FreshStore.open(folder.resolve("county.duckdb"));
        store.define(job, Set.of(FIRST, LAST), WorkingDays.china());
        store.inTransaction(() -> store.sql().execute(county()));
        metrics = store.inTransaction(() -> new MetricRunner(store.sql(), job).run(LAST, AS_OF));
    }

    private static String county() {
        try (InputStream stream = Objects.requireNonNull(CountyTest.class.getResourceAsStream("county.sql"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeAll
    void isNotEmpty() {
        assertEquals(392, number("SELECT count(*) FROM intake.submission"));
        assertEquals(8, number("SELECT count(DISTINCT period) FROM mart.figures"));
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void tracesEveryLeadersFigureToItsCells() {
        assertEquals(0, number("""
                        WITH traced AS (
                            SELECT period, figure,
                                sum(sign * value) FILTER (included AND part = 'numerator') AS numerator,
                                sum(sign * value) FILTER (included AND part = 'denominator') AS denominator
                            FROM mart.provenance
                            GROUP BY period, figure
                        )
                        SELECT count(*)
                        FROM mart.figures g
                        JOIN mart.figure f USING (figure)
                        LEFT JOIN traced t USING (period, figure)
                        WHERE g.top AND f.leaders
                            AND (t.numerator IS DISTINCT FROM g.numerator
                                OR (g.format = 'rate' AND f.position > 2 AND t.denominator IS DISTINCT FROM g.denominator))
                        """));
        assertEquals(
                104,
                number("SELECT count(*) FROM mart.figures JOIN mart.figure f USING (figure) WHERE top AND leaders"));
    }

    @Test
    void tellsTheSameInFiguresAndPages() {
        assertEquals(0, differing("disclosure", "items", "items", "category = 'total'"));
        assertEquals(0, differing("disclosure", "timely_rate", "timely_rate", "category = 'total'"));
        assertEquals(0, differing("channels", "publications", "publications", "channel = 'total'"));
        assertEquals(0, differing("documents", "rate", "documents_rate", "true"));
        assertEquals(0, differing("request_rates", "received", "requests_received", "true"));
        assertEquals(0, differing("request_rates", "handled", "requests_handled", "true"));
        assertEquals(0, differing("request_rates", "disclosure_rate", "disclosure_rate", "true"));
        assertEquals(0, differing("responses", "received", "cases_received", "case_kind = 'total'"));
        assertEquals(0, differing("responses", "reply_rate", "reply_rate", "case_kind = 'total'"));
        assertEquals(0, differing("responses", "in_time_rate", "in_time_rate", "case_kind = 'total'"));
        assertEquals(0, differing("responses", "reply_rate", "message_reply_rate", "case_kind = 'message'"));
        assertEquals(0, differing("responses", "closing_rate", "closing_rate", "case_kind = 'total'"));
        assertEquals(0, differing("responses", "early_rate", "early_rate", "case_kind = 'total'"));
        assertEquals(0, differing("responses", "satisfaction_rate", "satisfaction_rate", "case_kind = 'total'"));
        assertEquals(0, differing("responses", "days_taken", "days_taken", "case_kind = 'total'"));
        assertEquals(0, differing("disputes", "cases", "disputes", "dispute = 'all'"));
        assertEquals(0, differing("disputes", "correction_rate", "review_correction_rate", "dispute = 'review'"));
    }

    private long differing(String metric, String column, String figure, String where) {
        return number("""
                SELECT count(*)
                FROM mart.figures g
                LEFT JOIN (SELECT * FROM mart.%s WHERE %s) m USING (period, level, scope)
                WHERE g.figure = '%s' AND m.%s IS DISTINCT FROM g.value
                """.formatted(metric, where, figure, column));
    }

    @Test
    void addsKindsUpToTheWhole() {
        assertEquals(0, number("""
                        SELECT count(*)
                        FROM (
                            SELECT period, figure, sum(numerator) FILTER (level = 'kind') AS kinds,
                                sum(numerator) FILTER (top) AS whole, sum(numerator) FILTER (level = 'unit') AS units
                            FROM mart.figures
                            GROUP BY period, figure
                        )
                        WHERE kinds IS DISTINCT FROM whole OR units IS DISTINCT FROM whole
                        """));
    }

    @Test
    void givesOneRowForEachGrain() {
        assertEquals(
                0,
                number(
                        "SELECT count(*) FROM (SELECT 1 FROM mart.figures GROUP BY period, level, scope, figure HAVING count(*) > 1)"));
        assertEquals(
                0,
                number(
                        "SELECT count(*) FROM (SELECT 1 FROM mart.requests GROUP BY period, level, scope, \"row\", \"column\" HAVING count(*) > 1)"));
    }

    @Test
    void showsEveryTable() {
        List<String> empty = metrics.tables().values().stream()
                .filter(table -> table.rows().isEmpty())
                .map(MetricTable::id)
                .toList();
        // This county files no registers and makes no mistakes, and its summary is the first.
        assertEquals(
                List.of(
                        "revision_causes",
                        "revisions",
                        "replacements",
                        "request_timeliness_scopes",
                        "request_standings",
                        "requests_late",
                        "request_groups_whole",
                        "message_timeliness_kinds",
                        "message_timeliness_units",
                        "disclosure_register_categories",
                        "disclosure_register_units",
                        "findings"),
                empty);
        assertEquals(3, metrics.table("headlines").rows().size());
        assertEquals(8, metrics.table("trend").rows().size());
        assertEquals(
                List.of("2024Q4", "2025Q1", "2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3"),
                metrics.table("period_labels").rows().get(0).subList(0, 8));
    }

    private long number(String query) {
        return store.sql().query(query).number();
    }
}
