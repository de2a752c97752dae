package org.jibao.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.metrics.MetricRunner;
import org.jibao.metrics.MetricTable;
import org.jibao.store.Row;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What missing units would have, over the returns of six towns and two offices, against what a pencil gives. */
final class EstimationTest {

    private static final Period Q3 = Period.parse("2026Q3").orElseThrow();
    private static final Period Q2 = Q3.previous();
    private static final Period LAST_YEAR = Q3.sameLastYear();
    private static final Instant AS_OF = Instant.parse("2027-06-01T00:00:00Z");
    private static final List<String> TOWNS = List.of("A", "B", "C", "D", "E", "F");

    private final Path folder;
    private Store store;
    private JobDefinition job;
    private long id;

    EstimationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void makeStore() throws IOException {
        job = job("");
        store = FreshStore.open(folder.resolve("jibao.duckdb"));
        store.define(job, Set.of(LAST_YEAR, Q2, Q3), WorkingDays.china());
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private JobDefinition job(String more) throws IOException {
        Path made = Files.createDirectories(folder.resolve("jobs/counts"));
        write(made, "job.yaml", """
                title: Counts
                language: en
                period: quarter
                due: {day: 20, shift: none}
                forms: [counts]
                """ + more);
        write(made, "units.csv", """
                code,name,kind,active_from,active_to,predecessors
                A,Alder,town,,,
                B,Birch,town,,,
                C,Cedar,town,,,
                D,Damson,town,,,
                E,Elm,town,,,
                F,Fir,town,2026-07-01,,G
                G,Grove,town,,2026-06-30,
                H,Hazel,office,,,
                """);
        write(made, "forms/counts.yaml", """
                title: Counts
                sheet: Counts
                cell: count
                columns: [Received, Answered]
                rows: [Total]
                """);
        write(made, "figures.yaml", """
                figures:
                  received: {label: Received, sum: counts.total.received, headline: true}
                  answered: {label: Answered, rate: counts.total.answered / counts.total.received, headline: true}
                """);
        return JobLoader.load(made);
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void accept(String unit, Period period, int received, int answered) {
        long submission = ++id;
        store.sql().execute("""
                INSERT INTO intake.submission (id, job, file, sha256, size, received_at, decided_at, unit, period, revision, verdict)
                VALUES (?, 'counts', ?, ?, 1, TIMESTAMP '2026-10-01', TIMESTAMP '2026-10-01', ?, ?, 1, 'accepted')
                """, submission, unit + ".xlsx", "sha" + submission, unit, period.code());
        store.sql()
                .execute("INSERT INTO intake.judgement VALUES (?, TIMESTAMP '2026-10-01', 'accepted', '')", submission);
        observe(submission, "received", received);
        observe(submission, "answered", answered);
    }

    private void observe(long submission, String column, int value) {
        store.sql()
                .execute(
                        "INSERT INTO intake.observation VALUES (?, 'counts', 'total', ?, 'value', ?, ?, 'Counts', 'B2')",
                        submission,
                        column,
                        BigDecimal.valueOf(value),
                        String.valueOf(value));
    }

    private void compute() {
        compute(AS_OF);
    }

    private void compute(Instant asOf) {
        store.inTransaction(() -> {
            new MetricRunner(store.sql(), job).compute(Q3, asOf);
            Estimation.compute(store.sql(), job);
            return true;
        });
    }

    private Row estimate(String scope, String figure) {
        return store.sql()
                .query("SELECT * FROM outlook.estimate WHERE scope = ? AND figure = ?", scope, figure)
                .one();
    }

    private static void assertNumber(String expected, @Nullable Object actual) {
        assertTrue(
                actual != null && new BigDecimal(expected).compareTo(new BigDecimal(actual.toString())) == 0,
                expected + " but was " + actual);
    }

    /** Five towns grow by half; the sixth is missing. */
    private void growByHalf() {
        for (int i = 0; i < 6; i++) {
            accept(TOWNS.get(i).equals("F") ? "G" : TOWNS.get(i), Q2, 20 * (i + 1), 10 * (i + 1));
            if (i < 5) {
                accept(TOWNS.get(i), Q3, 30 * (i + 1), 15 * (i + 1));
            }
        }
    }

    @Test
    void takesUnitsOwnValueTimesRatioOfItsKind() {
        growByHalf();
        compute();
        Row unit = store.sql()
                .query("SELECT * FROM outlook.estimate_unit WHERE figure = 'received' AND unit = 'F'")
                .one();
        // Of its predecessor 120, times 450 / 300.
        assertNumber("180", unit.value("numerator"));
        assertEquals("own", unit.text("basis"));
        Row whole = estimate("all", "received");
        assertNumber("450", whole.value("counted"));
        assertNumber("630", whole.value("estimate"));
        // What every unit does is certain.
        assertNumber("630", whole.value("low"));
        assertNumber("630", whole.value("high"));
        assertEquals(5L, whole.count("reported"));
        assertEquals(7L, whole.count("expected"));
        assertEquals(1L, whole.count("estimated"));
        assertNumber("630", estimate("kind:town", "received").value("estimate"));
    }

    @Test
    void dividesEstimatedSums() {
        growByHalf();
        compute();
        Row rate = estimate("all", "answered");
        // (225 + 90) / (450 + 180)
        assertNumber("0.5", rate.value("estimate"));
        assertNumber("0.5", rate.value("counted"));
    }

    @Test
    void countsAreTheSameWithAndWithoutEstimates() throws IOException {
        growByHalf();
        compute();
        List<List<@Nullable Object>> with = figures();
        assertEquals(4, store.sql().query("FROM outlook.estimate").rows().size());
        job = job("estimates: off\n");
        compute();
        assertEquals(with, figures());
        assertEquals(0, store.sql().query("FROM outlook.estimate").rows().size());
        assertEquals(0, store.sql().query("FROM outlook.estimate_unit").rows().size());
    }

    private List<List<@Nullable Object>> figures() {
        return store.sql()
                .query("SELECT * FROM mart.figure ORDER BY period, level, scope, figure, dimension, item")
                .rows();
    }

    @Test
    void saysNothingWhereTooFewCanBeCompared() {
        for (String town : List.of("A", "B", "C", "D")) {
            accept(town, Q2, 10, 5);
            accept(town, Q3, 10, 5);
        }
        accept("E", Q2, 10, 5);
        compute();
        assertEquals(0, store.sql().query("FROM outlook.estimate").rows().size());
        // All the same they are open, each with its share of the units.
        List<Row> open = open();
        assertEquals(
                List.of("E", "F", "H"),
                open.stream().map(row -> row.text("unit")).toList());
        assertEquals("reporting_rate", open.get(0).text("figure"));
        assertNumber("0.142857142857", open.get(0).numberOrNull("effect"));
    }

    @Test
    void takesMeanOfTheKindWithoutHistory() {
        for (int i = 0; i < 5; i++) {
            accept(TOWNS.get(i), Q3, 10 * (i + 1), 5);
        }
        compute();
        Row unit = store.sql()
                .query("SELECT * FROM outlook.estimate_unit WHERE figure = 'received'")
                .one();
        // Of 10 to 50; the office has no kin, and is not estimated.
        assertEquals("F", unit.text("unit"));
        assertNumber("30", unit.value("numerator"));
        assertEquals("kind", unit.text("basis"));
        assertEquals(1L, estimate("all", "received").count("estimated"));
    }

    @Test
    void comparesKindOfOneWithAllUnits() {
        for (int i = 0; i < 6; i++) {
            accept(i == 5 ? "G" : TOWNS.get(i), Q2, 20, 10);
            accept(TOWNS.get(i), Q3, 10, 5);
        }
        accept("H", Q2, 50, 25);
        compute();
        assertNumber(
                "25",
                store.sql()
                        .query("SELECT numerator FROM outlook.estimate_unit WHERE unit = 'H' AND figure = 'received'")
                        .single());
    }

    @Test
    void leavesOutUnitThatMovedTenfold() {
        for (int i = 0; i < 6; i++) {
            accept(i == 5 ? "G" : TOWNS.get(i), Q2, 100, 50);
            accept(TOWNS.get(i), Q3, i == 0 ? 1000 : 100, 50);
        }
        accept("H", Q2, 70, 35);
        compute();
        assertNumber(
                "70",
                store.sql()
                        .query("SELECT numerator FROM outlook.estimate_unit WHERE unit = 'H' AND figure = 'received'")
                        .single());
    }

    @Test
    void trustsPeriodThatPredictsBetter() {
        // All have what they had a year ago; the quarter before says nothing.
        int[] before = {90, 10, 50, 5, 70, 1};
        for (int i = 0; i < 6; i++) {
            String then = i == 5 ? "G" : TOWNS.get(i);
            accept(then, LAST_YEAR, 10 * (i + 1), 5);
            accept(then, Q2, before[i], 1);
            if (i < 5) {
                accept(TOWNS.get(i), Q3, 10 * (i + 1), 5);
            }
        }
        compute();
        assertNumber(
                "60",
                store.sql()
                        .query("SELECT numerator FROM outlook.estimate_unit WHERE unit = 'F' AND figure = 'received'")
                        .single());
    }

    @Test
    void rangeGrowsWithWhatUnitsDoDifferently() {
        for (int i = 0; i < 6; i++) {
            accept(i == 5 ? "G" : TOWNS.get(i), Q2, 100, 50);
            if (i < 5) {
                accept(TOWNS.get(i), Q3, 80 + 10 * i, 50);
            }
        }
        compute();
        Row whole = estimate("all", "received");
        assertNumber("600", whole.value("estimate"));
        // Left out, the five are off by 25, 12.5, 0, 12.5 and 25: by 17.68 in the mean of squares, 2.115 times which
        // hold nine in ten; and a
        // tenth more. The sizes by which errors are divided differ by a hundredth.
        double half = 1.1 * 17.68 * 2.115;
        assertEquals(600 - half, number(whole, "low"), 1);
        assertEquals(600 + half, number(whole, "high"), 1);
    }

    private static double number(Row row, String column) {
        return new BigDecimal(String.valueOf(row.value(column))).doubleValue();
    }

    @Test
    void knowsNothingOfWhatCameLater() {
        growByHalf();
        accept("F", Q3, 500, 250);
        compute(Instant.parse("2026-09-30T00:00:00Z"));
        assertEquals(0, store.sql().query("FROM outlook.estimate_unit").rows().size());
    }

    @Test
    void givesTheSameAgain() {
        growByHalf();
        accept("H", Q2, 33, 11);
        compute();
        List<List<@Nullable Object>> first =
                store.sql().query("SELECT * FROM outlook.estimate ORDER BY ALL").rows();
        compute();
        assertEquals(
                first,
                store.sql().query("SELECT * FROM outlook.estimate ORDER BY ALL").rows());
    }

    @Test
    void revisionsSayWhatCameOfAnEstimate() {
        growByHalf();
        accept("H", Q2, 40, 20);
        compute();
        publish();
        accept("F", Q3, 181, 91);
        compute();
        assertEquals("690 (690 to 690), units still missing", revised("received"));
        accept("H", Q3, 59, 30);
        compute();
        assertEquals("690 (690 to 690), in range", revised("received"));
        assertEquals("50.00% (50.00% to 50.00%), out of range", revised("answered"));
    }

    private void publish() {
        store.sql().execute("""
                INSERT INTO intake.publication (id, job, period, as_of, digest, job_digest)
                VALUES (1, 'counts', '2026Q3', TIMESTAMP '2026-11-01', 'd', 'j')
                """);
        store.sql().execute("""
                INSERT INTO intake.published_figure
                SELECT 1, scope, figure, value FROM returns.figure_of_record WHERE period = '2026Q3'
                """);
        store.sql().execute("""
                INSERT INTO intake.published_estimate
                SELECT 1, scope, figure, estimate, low, high, reported, expected, estimated FROM outlook.estimate
                """);
    }

    private String revised(String figure) {
        MetricTable table = store.inTransaction(() -> new MetricRunner(store.sql(), job).tables(Q3, AS_OF))
                .table("revisions");
        String label = figure.equals("received") ? "Received" : "Answered";
        return table.rows().stream()
                .filter(row -> "All units".equals(row.get(table.column("name_en")))
                        && label.equals(row.get(table.column("figure_en"))))
                .map(row -> String.valueOf(row.get(table.column("estimated_en"))))
                .findFirst()
                .orElse("");
    }

    @Test
    void putsLargestEffectFirst() {
        growByHalf();
        accept("H", Q2, 47, 0);
        compute();
        // An unlikely cell: 150 where 15 is expected.
        store.sql().execute("""
                INSERT INTO outlook.unlikely (job, period, unit, name, form, "row", "column", value, expected, fingerprint)
                VALUES ('counts', '2026Q3', 'E', 'Elm', 'counts', 'total', 'received', 150, 15, 'f1')
                """);
        store.sql().execute("""
                INSERT INTO outlook.unlikely (job, period, unit, name, form, "row", "column", value, expected, fingerprint)
                VALUES ('counts', '2026Q3', 'D', 'Damson', 'counts', 'total', 'received', 120, 12, 'f2');
                INSERT INTO intake.decision (id, job, kind, fingerprint, reason, decided_at)
                VALUES (1, 'counts', 'accept', 'f2', 'a fair', TIMESTAMP '2026-10-02')
                """);
        store.sql()
                .execute("DELETE FROM outlook.estimate; DELETE FROM outlook.estimate_unit; DELETE FROM outlook.open");
        store.inTransaction(() -> {
            Estimation.compute(store.sql(), job);
            return true;
        });
        List<Row> open = open();
        assertEquals(
                List.of("E", "F", "H"),
                open.stream().map(row -> row.text("unit")).toList());
        Row cell = open.get(0);
        assertEquals("unlikely", cell.text("kind"));
        assertEquals("f1", cell.text("fingerprint"));
        // The rate without the slip is 225 / 315 and not 225 / 450: more than the sum moves, which is 135 of 450.
        assertEquals("answered", cell.text("figure"));
        assertNumber("0.428571428571", cell.numberOrNull("effect"));
        assertEquals("received", open.get(1).text("figure"));
        assertEquals("missing", open.get(1).text("state"));
        assertNumber("1", open.get(2).numberOrNull("covered"));
    }

    private List<Row> open() {
        return store
                .sql()
                .query("SELECT * FROM outlook.open WHERE (job, period) = ('counts', '2026Q3') ORDER BY position")
                .stream()
                .toList();
    }
}
