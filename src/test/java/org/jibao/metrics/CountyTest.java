package org.jibao.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MetricDefinition;
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

    private final JobDefinition job;
    private final Store store;
    private final Metrics metrics;

    CountyTest(@TempDir Path folder) throws IOException {
        job = JobLoader.load(Path.of("jobs/quarterly-disclosure"));
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
        assertEquals(8, number("SELECT count(DISTINCT period) FROM mart.figure"));
    }

    @Test
    void tablesAreTheSameSideBySide() {
        Map<String, MetricTable> sideBySide =
                new MetricRunner(store.sql(), job).tablesSideBySide(LAST, AS_OF).tables();
        assertEquals(List.copyOf(metrics.tables().keySet()), List.copyOf(sideBySide.keySet()));
        sideBySide.forEach((id, table) -> {
            assertEquals(metrics.table(id).columns(), table.columns(), id);
            assertEquals(List.copyOf(metrics.table(id).rows()), List.copyOf(table.rows()), id);
        });
    }

    @Test
    void figuresAreTheSameInParts() {
        MetricDefinition.InParts parts = parts("figure");
        assertEquals(1, number(parts.number()));
        List<String> seven =
                IntStream.range(0, 7).mapToObj(part -> parts.sql(part, 7)).toList();
        assertSame("figure", seven);
    }

    @Test
    void asManyPartsAreMadeAsThereMayBeRows() {
        String partARow = parts("figure").number().replace("// 200000", "// 1");
        assertTrue(number(partARow) > number("SELECT count(*) FROM mart.figure"), partARow);
    }

    @Test
    void operandsAreTheSameInOneStatement() {
        MetricDefinition.InParts parts = parts("figure_operand");
        assertTrue(number(parts.number()) > 2);
        assertSame("figure_operand", List.of(parts.sql(0, 1)));
    }

    private MetricDefinition.InParts parts(String metric) {
        return Objects.requireNonNull(job.metrics().stream()
                .filter(one -> one.id().equals(metric))
                .findFirst()
                .orElseThrow()
                .parts());
    }

    private void assertSame(String metric, List<String> statements) {
        store.inTransaction(() -> store.sql().people().intoMart("made_otherwise", statements));
        assertEquals(number("SELECT count(*) FROM mart." + metric), number("SELECT count(*) FROM mart.made_otherwise"));
        assertEquals(0, number("SELECT count(*) FROM (FROM mart." + metric + " EXCEPT ALL FROM mart.made_otherwise)"));
    }

    @AfterAll
    void close() {
        store.close();
    }

    /** But for averages, whose cells are weighted, and for what SQL gives; this county files no registers. */
    @Test
    void tracesEveryFigureToItsCells() {
        String traced = """
                WITH traced AS (
                    SELECT period, figure, dimension, item,
                        sum(factor * value) FILTER (included AND part = 'numerator') AS numerator,
                        sum(factor * value) FILTER (included AND part = 'denominator') AS denominator
                    FROM mart.figure_source
                    GROUP BY period, figure, dimension, item
                )
                SELECT count(*)
                FROM mart.figure g
                JOIN mart.figure_definition f USING (figure)
                LEFT JOIN traced t USING (period, figure, dimension, item)
                WHERE g.top AND g.period = '2026Q3' AND f.kind NOT IN ('mean', 'metric')
                    AND NOT starts_with(g.figure, 'register_') AND NOT starts_with(g.figure, 'messages')
                """;
        assertEquals(106, number(traced));
        assertEquals(
                0,
                number(traced + " AND (t.numerator IS DISTINCT FROM g.numerator"
                        + " OR g.denominator IS NOT NULL AND f.kind NOT IN ('reporting_rate', 'on_time_rate')"
                        + " AND t.denominator IS DISTINCT FROM g.denominator)"));
    }

    @Test
    void tellsTheSameInFiguresAndTheWholeTable() {
        String twice = """
                SELECT count(*)
                FROM mart.figure g
                JOIN (
                    SELECT c.period, s.level, s.scope, c."row", sum(c.value) AS requests
                    FROM returns.requests c
                    JOIN mart.scope s USING (period, unit)
                    WHERE c."column" = 'total'
                    GROUP BY ALL
                ) r USING (period, level, scope)
                WHERE g.dimension = '' AND (g.figure, r."row") IN (
                    ('requests_received', 'received'), ('requests_carried_in', 'carried_in'), ('requests_handled', 'total'),
                    ('requests_open', 'carried_out'))
                """;
        assertEquals(1576, number(twice));
        assertEquals(0, number(twice + " AND g.value IS DISTINCT FROM r.requests"));
    }

    @Test
    void addsKindsUpToTheWhole() {
        assertEquals(0, number("""
                        SELECT count(*)
                        FROM (
                            SELECT period, figure, dimension, item, sum(numerator) FILTER (level = 'kind') AS kinds,
                                sum(numerator) FILTER (top) AS whole, sum(numerator) FILTER (level = 'unit') AS units
                            FROM (
                                SELECT period, level, top, figure, dimension, item, numerator
                                FROM mart.figure
                                UNION ALL
                                SELECT period, 'unit', false, figure, dimension, item, numerator
                                FROM mart.figure_operand o
                                JOIN mart.figure_definition f USING (figure)
                                WHERE dimension <> '' AND (NOT f.quotient OR o.denominator IS NOT NULL)
                            )
                            GROUP BY period, figure, dimension, item
                        )
                        WHERE kinds IS DISTINCT FROM whole OR units IS DISTINCT FROM whole
                        """));
    }

    @Test
    void givesOneRowForEachGrain() {
        assertEquals(
                0,
                number(
                        "SELECT count(*) FROM (SELECT 1 FROM mart.figure GROUP BY period, level, scope, figure, dimension, item HAVING count(*) > 1)"));
    }

    @Test
    void showsEveryTable() {
        List<String> empty = metrics.tables().values().stream()
                .filter(table -> table.rows().isEmpty())
                .map(MetricTable::id)
                .toList();
        // This county files no registers and makes no mistakes, its summary is the first, and nothing is estimated
        // here.
        assertEquals(
                List.of(
                        "revision_causes",
                        "revisions",
                        "replacements",
                        "finding_kinds",
                        "findings",
                        "register_requests_by_standing",
                        "messages_by_kind",
                        "messages_valid_by_kind",
                        "messages_in_time_by_kind",
                        "messages_late_by_kind",
                        "messages_overdue_by_kind",
                        "messages_open_by_kind",
                        "messages_without_limit_by_kind",
                        "messages_closed_by_kind",
                        "messages_in_time_rate_by_kind",
                        "messages_early_rate_by_kind",
                        "messages_satisfaction_rate_by_kind",
                        "messages_mean_days_by_kind",
                        "messages_mean_promise_by_kind",
                        "messages_mean_statutory_by_kind",
                        "reporting_estimates",
                        "request_standings",
                        "requests_late",
                        "request_groups_whole",
                        "disclosure_register_categories",
                        "disclosure_register_units"),
                empty);
        assertEquals(4, metrics.table("headlines").rows().size());
        assertEquals(8, metrics.table("trend").rows().size());
        assertEquals(
                List.of("2024Q4", "2025Q1", "2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3"),
                metrics.table("period_labels").rows().get(0).subList(0, 8));
    }

    private long number(String query) {
        return store.sql().query(query).number();
    }
}
