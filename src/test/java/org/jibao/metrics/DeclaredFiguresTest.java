package org.jibao.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.store.Row;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Declared figures over the returns of four units in three quarters, against what a pencil gives. */
final class DeclaredFiguresTest {

    private static final Period Q3 = Period.parse("2026Q3").orElseThrow();
    private static final Period Q2 = Q3.previous();
    private static final Period Q1 = Q2.previous();
    private static final Instant AS_OF = Instant.parse("2027-06-01T00:00:00Z");

    private final Path folder;
    private Store store;
    private JobDefinition job;
    private long id;

    DeclaredFiguresTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void makeStore() throws IOException {
        Path made = Files.createDirectories(folder.resolve("jobs/counts"));
        write(made, "job.yaml", """
                title: Counts
                language: en
                period: quarter
                due: {day: 20, shift: none}
                forms: [counts, cases]
                metrics: [given, spell, visit]
                """);
        write(made, "units.csv", """
                code,name,kind
                A,Alder,north
                B,Birch,north
                C,Cedar,south
                D,Damson,south
                """);
        write(made, "forms/counts.yaml", """
                title: Counts
                sheet: Counts
                cell: count
                columns: [Received, Answered, {label: Days, cell: amount}, Open]
                rows: [Letters, Mails, Total]
                """);
        write(made, "forms/cases.yaml", """
                title: Cases
                sheet: Cases
                layout: register
                optional: true
                fields:
                  - {label: Number, cell: text}
                  - {label: Kind, cell: text, values: [Road, Water]}
                  - {label: Cost, cell: amount}
                """);
        write(made, "checks/counts.yaml", """
                rules:
                  - sums: counts.total.* = letters + mails
                """);
        write(made, "metrics/given.sql", """
                SELECT period, unit, 'given' AS figure, 2 AS numerator, 4 AS denominator FROM returns.submission
                """);
        write(made, "metrics/given.yaml", """
                title: Given
                grain: [period, unit, figure]
                columns:
                  - {name: numerator, label: Numerator}
                """);
        write(made, "metrics/spell.sql", """
                SELECT period, unit, "row", kind, cost, cost > 10 AS dear, 7 AS submission FROM returns.cases
                """);
        write(made, "metrics/spell.yaml", """
                title: Spells
                grain: [period, unit, row]
                columns:
                  - {name: kind, label: Kind}
                  - {name: cost, label: Cost}
                  - {name: dear, label: Dear}
                """);
        write(made, "metrics/visit.sql", """
                SELECT period, unit, true AS seen FROM returns.submission WHERE unit <> 'C'
                UNION ALL
                SELECT '2026Q3', 'D', true
                """);
        write(made, "metrics/visit.yaml", """
                title: Visited
                grain: [period, unit]
                columns:
                  - {name: seen, label: Seen}
                """);
        write(made, "reference/kinds.csv", "kind,label\nroad,Roads\nbridge,Bridges\n");
        write(made, "figures.yaml", """
                figures:
                  received: {label: Received, sum: counts.total.received, by: {way: rows}, headline: true, rank: true}
                  answered: {label: Answered, rate: counts.total.answered / counts.total.received, by: {way: rows},
                    better: up, target: ">= 80%", rank: {minimum: 20}}
                  unanswered: {label: Unanswered, sum: counts.total.received - counts.total.answered}
                  all_ways: {label: All ways, sum: counts.*.received}
                  days: {label: Days, mean: counts.total.days, weight: counts.total.answered, better: down, rank: true}
                  open: {label: Open, sum: counts.total.open, stock: true}
                  cases: {label: Cases, entries: cases, by: {kind: kind}}
                  dear: {label: Dear cases, entries: cases, where: cost > 10}
                  share_dear: {label: Dear, rate: {of: {entries: cases, where: cost > 10}, in: {entries: cases}}}
                  cost: {label: Cost, total: cases.cost}
                  middle: {label: Middle cost, median: cases.cost}
                  given: {label: Given, metric: given, format: rate, cells: counts.total.answered / counts.total.received}
                  spells: {label: Spells, entries: spell, by: {kind: {label: Kind, of: kind, labels: kinds}}}
                  all_spells: {label: Spells, entries: spell, where: cost > 10, among: visit,
                    by: {kind: {label: Kind, of: kind, labels: cases.kind}}}
                  with_dear: {label: With dear ones, units: spell, where: dear, among: visit, headline: true,
                    say: "{label}: {value}{units}"}
                  mean_cost: {label: Mean cost, mean: spell.cost, rank: true, headline: true, say: "{label} {value}{change}{first}{last}"}
                  middle_cost: {label: Middle cost, median: spell.cost}
                  share_spells: {label: Dear, rate: {of: {entries: spell, where: dear}, in: {entries: spell}}}
                  handled:
                    label: Handled
                    sum: counts.total.received
                    by:
                      outcome:
                        label: Outcome
                        parts:
                          answered: {label: Answered, of: counts.total.answered}
                          left: {label: Left, of: counts.total.received - counts.total.answered}
                """);
        job = JobLoader.load(made);
        store = FreshStore.open(folder.resolve("jibao.duckdb"));
        store.define(job, Set.of(Q1, Q2, Q3), WorkingDays.china());
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    /** Letters, mails and total of each column: received, answered, days, open; null for a blank. */
    private long accept(String unit, Period period, @Nullable Object... cells) {
        long submission = ++id;
        store.sql().execute("""
                INSERT INTO intake.submission (id, job, file, sha256, size, received_at, decided_at, unit, period, revision, verdict)
                VALUES (?, 'counts', ?, ?, 1, TIMESTAMP '2026-10-01', TIMESTAMP '2026-10-01', ?, ?, 1, 'accepted')
                """, submission, unit + ".xlsx", "sha" + submission, unit, period.code());
        store.sql()
                .execute("INSERT INTO intake.judgement VALUES (?, TIMESTAMP '2026-10-01', 'accepted', '')", submission);
        List<String> rows = List.of("letters", "mails", "total");
        List<String> columns = List.of("received", "answered", "days", "open");
        for (int i = 0; i < cells.length; i++) {
            Object value = cells[i];
            store.sql()
                    .execute(
                            "INSERT INTO intake.observation VALUES (?, 'counts', ?, ?, ?, ?, ?, 'Counts', ?)",
                            submission,
                            rows.get(i % 3),
                            columns.get(i / 3),
                            value == null ? "blank" : "value",
                            value == null ? null : new BigDecimal(value.toString()),
                            value == null ? "" : value.toString(),
                            "B" + (i + 2));
        }
        return submission;
    }

    private void enter(long submission, String kind, @Nullable String cost) {
        store.sql()
                .execute(
                        "INSERT INTO intake.entry_cases (submission, sheet, \"row\", number, kind, cost) VALUES (?, 'Cases', ?, 'n', ?, ?)",
                        submission,
                        ++id,
                        kind,
                        cost == null ? null : new BigDecimal(cost));
    }

    private void compute() {
        store.inTransaction(() -> {
            new MetricRunner(store.sql(), job).compute(Q3, AS_OF);
            return true;
        });
    }

    private Row figure(String scope, String figure, String item) {
        return store.sql()
                .query(
                        "SELECT * FROM mart.figure WHERE period = '2026Q3' AND scope = ? AND figure = ? AND item = ? AND (item <> '' OR dimension = '')",
                        scope,
                        figure,
                        item)
                .one();
    }

    /** A part of a unit's figure. */
    private Row operand(String unit, String figure, String item) {
        return store.sql()
                .query(
                        "SELECT * FROM mart.figure_operand WHERE period = '2026Q3' AND unit = ? AND figure = ? AND item = ?",
                        unit,
                        figure,
                        item)
                .one();
    }

    private Row figure(String scope, String figure) {
        return figure(scope, figure, "");
    }

    private static void assertNumber(String expected, @Nullable Object actual) {
        assertTrue(
                actual != null && new BigDecimal(expected).compareTo(new BigDecimal(actual.toString())) == 0,
                expected + " but was " + actual);
    }

    @Test
    void addsUnitsAndDividesSums() {
        accept("A", Q3, 10, 20, 30, 9, 18, 27, null, null, "2", 0, 0, 3);
        accept("B", Q3, 30, 40, 70, 5, 10, 15, null, null, "10", 0, 0, 4);
        compute();
        assertNumber("100", figure("all", "received").value("value"));
        // (27 + 15) / (30 + 70), and not the mean of 90 % and 21 %.
        assertNumber("0.42", figure("all", "answered").value("value"));
        assertNumber("58", figure("all", "unanswered").value("value"));
        // Letters and mails; the total is not counted twice.
        assertNumber("100", figure("all", "all_ways").value("value"));
        assertNumber("40", figure("all", "received", "letters").value("value"));
        assertNumber("0.4", figure("all", "received", "letters").value("share"));
        assertNumber("0.35", figure("all", "answered", "letters").value("value"));
        // (2 × 27 + 10 × 15) / 42
        assertNumber("4.857142857143", figure("all", "days").value("value"));
        assertNumber("7", figure("all", "open").value("value"));
        assertNumber("0.5", figure("all", "given").value("value"));
        assertEquals(2L, figure("all", "received").count("reported"));
        assertEquals(4L, figure("all", "received").count("expected"));
    }

    @Test
    void breaksDownByPartsThatAreNamed() {
        accept("A", Q3, 10, 20, 30, 9, 18, 27);
        accept("B", Q3, 30, 40, 70, 5, 10, 15);
        compute();
        assertNumber("42", figure("all", "handled", "answered").value("value"));
        assertNumber("58", figure("all", "handled", "left").value("value"));
        assertNumber("0.58", figure("all", "handled", "left").value("share"));
        assertEquals("Left", figure("all", "handled", "left").text("item_en"));
        assertNumber("55", operand("B", "handled", "left").value("numerator"));
    }

    @Test
    void takesTheLargestNumbersOfAReturn() {
        String many = "29999999999999";
        String fewer = "20000000000000";
        accept("A", Q3, 0, many, many, 0, fewer, fewer);
        compute();
        assertNumber("29999999999999", figure("all", "received").value("value"));
        assertNumber("9999999999999", figure("all", "unanswered").value("value"));
        assertNumber("0.666666666667", figure("all", "answered").value("value"));
    }

    @Test
    void leavesOutReturnsThatLackAPart() {
        accept("A", Q3, 10, 20, 30, 9, 18, 27);
        accept("B", Q3, 30, 40, 70, 5, null, null);
        accept("C", Q3, 0, 0, 0, 0, 0, 0);
        compute();
        Row answered = figure("all", "answered");
        assertNumber("0.9", answered.value("value"));
        assertEquals(2L, answered.count("reported"));
        assertEquals("no_value", figure("B", "answered").text("missing_because"));
        assertEquals("denominator_zero", figure("C", "answered").text("missing_because"));
        assertEquals("no_return", figure("D", "answered").text("missing_because"));
        assertNull(figure("kind:south", "answered").value("value"));
        assertNumber("0", figure("C", "received").value("value"));
    }

    @Test
    void comparesLikeForLike() {
        accept("A", Q2, 10, 10, 20, 10, 10, 20);
        accept("B", Q2, 50, 50, 100, 10, 10, 20);
        accept("A", Q3, 15, 15, 30, 10, 5, 15);
        accept("C", Q3, 1, 1, 2, 1, 1, 2);
        compute();
        Row received = figure("all", "received");
        assertNumber("-0.733333333333", received.value("change_previous"));
        assertEquals(1L, received.count("alike_units"));
        assertNumber("0.5", received.value("change_alike"));
        Row answered = figure("all", "answered");
        // 15/30 against 20/20, of Alder alone
        assertNumber("-0.5", answered.value("change_alike"));
        // 17/32 against 40/120
        assertNumber("0.197916666667", answered.value("change_previous"));
    }

    @Test
    void addsTheYearUpButNotStocks() {
        accept("A", Q1, 1, 1, 2, 1, 1, 2, null, null, "1", 0, 0, 9);
        accept("A", Q3, 2, 2, 4, 1, 1, 2, null, null, "1", 0, 0, 5);
        compute();
        Row received = figure("all", "received");
        assertNumber("6", received.value("year_to_date"));
        assertEquals(2L, received.count("periods_in"));
        assertEquals(3L, ((Number) java.util.Objects.requireNonNull(received.value("periods_due"))).longValue());
        assertNull(received.value("previous"));
        assertNull(received.value("change_previous"));
        assertNumber("0.666666666667", figure("all", "answered").value("year_to_date"));
        assertNull(figure("all", "open").value("year_to_date"));
    }

    @Test
    void holdsTargetsToExactValues() {
        accept("A", Q3, 0, 1000, 1000, 0, 800, 800);
        accept("B", Q3, 0, 1000, 1000, 0, 799, 799);
        compute();
        assertEquals("met", figure("A", "answered").text("target_standing"));
        assertEquals("missed", figure("B", "answered").text("target_standing"));
        assertNumber("-0.001", figure("B", "answered").value("target_difference"));
        assertNull(figure("C", "answered").value("target_standing"));
    }

    @Test
    void ranksTheBestFirst() {
        accept("A", Q3, 0, 30, 30, 0, 20, 20, null, null, "5");
        accept("B", Q3, 0, 30, 30, 0, 20, 20, null, null, "3");
        accept("C", Q3, 0, 3, 3, 0, 3, 3, null, null, "9");
        compute();
        assertEquals(Map.of("A", "1", "B", "1", "C", "below_minimum", "D", "no_return"), ranks("answered"));
        assertEquals(Map.of("B", "1", "A", "2", "C", "3", "D", "no_return"), ranks("days"));
    }

    private Map<String, String> ranks(String figure) {
        Map<String, String> ranks = new java.util.TreeMap<>();
        store.sql()
                .query(
                        "SELECT unit, rank, unranked_because FROM mart.ranking WHERE period = '2026Q3' AND figure = ?",
                        figure)
                .forEach(row -> ranks.put(
                        row.text("unit"),
                        row.value("rank") == null ? row.text("unranked_because") : row.value("rank") + ""));
        return ranks;
    }

    /** Whatever their number, figures are a few statements, of a size that the gate lets pass. */
    @Test
    void countsManyFiguresOfARegister() throws IOException {
        StringBuilder figures = new StringBuilder(Files.readString(folder.resolve("jobs/counts/figures.yaml")));
        for (int i = 0; i < 60; i++) {
            figures.append(
                    "  many_%d: {label: Many %d, rate: {of: {entries: cases, where: cost > %d}, in: {entries: cases}}}%n"
                            .formatted(i, i, i));
            figures.append("  middle_%d: {label: Middle %d, median: cases.cost}%n".formatted(i, i));
        }
        write(folder.resolve("jobs/counts"), "figures.yaml", figures.toString());
        long a = accept("A", Q3, 1, 1, 2);
        enter(a, "road", "5");
        enter(a, "road", "20");
        store.inTransaction(() -> {
            new MetricRunner(store.sql(), JobLoader.load(folder.resolve("jobs/counts"))).compute(Q3, AS_OF);
            return true;
        });
        assertNumber("1", figure("all", "many_4").value("value"));
        assertNumber("0.5", figure("all", "many_5").value("value"));
        assertNumber("0", figure("all", "many_59").value("value"));
        assertNumber("12.5", figure("all", "middle_59").value("value"));
    }

    @Test
    void countsEntriesOfRegisters() {
        long a = accept("A", Q3, 1, 1, 2);
        enter(a, "road", "5");
        enter(a, "road", "20");
        enter(a, "water", "30");
        long b = accept("B", Q3, 1, 1, 2);
        enter(b, "water", "11");
        enter(b, "water", null);
        accept("C", Q3, 1, 1, 2);
        compute();
        assertNumber("5", figure("all", "cases").value("value"));
        assertNumber("2", figure("all", "cases", "road").value("value"));
        assertNumber("0", operand("B", "cases", "road").value("numerator"));
        assertNumber("3", figure("all", "dear").value("value"));
        assertNumber("0.6", figure("all", "share_dear").value("value"));
        // An entry of Birch has no cost, so its total is not known.
        assertNumber("55", figure("all", "cost").value("value"));
        assertEquals(1L, figure("all", "cost").count("reported"));
        assertNumber("15.5", figure("all", "middle").value("value"));
        // Cedar sent no register, which may be left out: that is not 0 cases.
        assertEquals("no_value", figure("C", "cases").text("missing_because"));
        assertEquals(2L, figure("all", "cases").count("reported"));
    }

    private void enterThreeUnits() {
        long a = accept("A", Q3, 1, 1, 2);
        enter(a, "road", "5");
        enter(a, "road", "20");
        enter(a, "water", "30");
        long b = accept("B", Q3, 1, 1, 2);
        enter(b, "water", "11");
        enter(b, "water", null);
        accept("C", Q3, 1, 1, 2);
    }

    /** The rows of a metric that have a period and a unit are entries, as those of a register are. */
    @Test
    void countsRowsOfMetrics() {
        enterThreeUnits();
        compute();
        assertNumber("5", figure("all", "spells").value("value"));
        assertNumber("2", figure("all", "spells", "road").value("value"));
        assertNumber("0", figure("all", "spells", "bridge").value("value"));
        // Water is no line of the reference table: it is seen, as what is not stated.
        assertEquals(
                List.of(
                        List.of("", "3.000000000000"),
                        List.of("bridge", "0.000000000000"),
                        List.of("road", "2.000000000000")),
                store.sql()
                        .query("SELECT item, value::VARCHAR FROM mart.figure WHERE period = '2026Q3' AND top"
                                + " AND figure = 'spells' AND dimension = 'kind' ORDER BY item")
                        .rows());
        assertEquals("Roads", figure("all", "spells", "road").text("item_en"));
        assertNumber("0.6", figure("all", "share_spells").value("value"));
        assertNumber("15.5", figure("all", "middle_cost").value("value"));
        assertEquals(2L, figure("all", "spells").count("reported"));
        assertEquals("no_value", figure("C", "spells").text("missing_because"));
        // The metric's own submission is that of its evidence, perhaps of another unit: it is not taken for the unit's.
        assertEquals(
                0L,
                store.sql()
                        .query("SELECT count(*) AS n FROM mart.figure_source WHERE figure = 'spells'")
                        .one()
                        .count("n"));
    }

    /**
     * Without an entry a unit has 0 where it is among those that count, and nothing where it is not or sent nothing.
     */
    @Test
    void countsNothingAsZeroAmongTheUnitsOfAnotherMetric() {
        enterThreeUnits();
        accept("D", Q2, 1, 1, 2);
        compute();
        assertNumber("3", figure("all", "all_spells").value("value"));
        assertNumber("2", figure("all", "all_spells", "water").value("value"));
        assertEquals(2L, figure("all", "all_spells").count("reported"));
        assertEquals("no_return", figure("D", "all_spells").text("missing_because"));
        assertEquals("no_value", figure("C", "all_spells").text("missing_because"));
        assertNumber(
                "0",
                store.sql()
                        .query("SELECT value FROM mart.figure WHERE period = '2026Q2' AND scope = 'D'"
                                + " AND figure = 'all_spells' AND dimension = ''")
                        .one()
                        .value("value"));
    }

    @Test
    void countsUnitsThatHaveSuchAnEntryOnce() {
        enterThreeUnits();
        compute();
        assertNumber("2", figure("all", "with_dear").value("value"));
        assertNumber("1", figure("A", "with_dear").value("value"));
        assertNull(figure("all", "with_dear").value("year_to_date"));
    }

    /** The sum of the field over the entries that have it, added over units first and divided then. */
    @Test
    void averagesTheEntriesThatHaveAValue() {
        enterThreeUnits();
        compute();
        assertNumber("16.5", figure("all", "mean_cost").value("value"));
        assertNumber("66", figure("all", "mean_cost").value("numerator"));
        assertNumber("4", figure("all", "mean_cost").value("denominator"));
        assertNumber("11", figure("B", "mean_cost").value("value"));
    }

    @Test
    void saysChangesOfMeansAsFinelyAsTheMeans() {
        enter(accept("A", Q2, 1, 1, 2), "road", "5");
        long later = accept("A", Q3, 1, 1, 2);
        enter(later, "road", "5");
        enter(later, "road", "5.08");
        Metrics metrics = store.inTransaction(() -> new MetricRunner(store.sql(), job).run(Q3, AS_OF));
        List<String> said = new ArrayList<>();
        metrics.table("headlines").rows().forEach(row -> said.add(String.valueOf(row.get(2))));
        assertEquals("Mean cost 5.04, up 0.04 on Q2 2026", said.get(2));
        MetricTable figures = metrics.table("key_figures");
        assertEquals(
                List.of("amount"),
                figures.rows().stream()
                        .filter(row -> "mean_cost".equals(row.get(figures.column("figure"))))
                        .map(row -> row.get(figures.column("change_format")))
                        .toList());
    }

    @Test
    void namesTheUnitsAndTheFirst() {
        enterThreeUnits();
        Metrics metrics = store.inTransaction(() -> new MetricRunner(store.sql(), job).run(Q3, AS_OF));
        List<Object> said = new ArrayList<>();
        metrics.table("headlines").rows().forEach(row -> said.add(String.valueOf(row.get(2))));
        assertEquals("With dear ones: 2: Alder, Birch", said.get(1));
        assertEquals("Mean cost 16.50; highest Alder, 18.33; last Birch, 11.00", said.get(2));
    }

    @Test
    void tracesEveryFigureToItsCells() {
        long a = accept("A", Q3, 10, 20, 30, 9, 18, 27);
        enter(a, "road", "5");
        accept("B", Q3, 30, 40, 70, 5, null, null);
        accept("A", Q2, 1, 1, 2, 1, 1, 2);
        compute();
        assertEquals(
                List.of(
                        "numerator Alder Counts!B7 27 true", "denominator Alder Counts!B4 30 true",
                        "numerator Birch Counts!B7 null false", "denominator Birch Counts!B4 70 false"),
                sources("answered"));
        assertEquals(List.of("numerator Alder Cases!2:2 1 true"), sources("cases"));
        assertEquals(
                List.of(
                        "numerator Alder Counts!B7 27 true", "denominator Alder Counts!B4 30 true",
                        "numerator Birch Counts!B7 null false", "denominator Birch Counts!B4 70 true"),
                sources("given"));
    }

    private List<String> sources(String figure) {
        return store
                .sql()
                .query(
                        "SELECT * FROM mart.figure_source WHERE figure = ? AND dimension = '' ORDER BY unit_position, part DESC",
                        figure)
                .stream()
                .map(row -> row.text("part") + " " + row.text("name") + " " + row.text("sheet") + "!" + row.text("cell")
                        + " "
                        + (row.value("value") == null
                                ? "null"
                                : new BigDecimal(String.valueOf(row.value("value")))
                                        .stripTrailingZeros()
                                        .toPlainString())
                        + " " + row.value("included"))
                .toList();
    }

    @Test
    void tellsEachRowApartByItsGrain() {
        accept("A", Q3, 10, 20, 30, 9, 18, 27);
        compute();
        job.metrics().stream().filter(metric -> !metric.grain().isEmpty()).forEach(metric -> {
            String grain = "\"" + String.join("\", \"", metric.grain()) + "\"";
            assertTrue(
                    store.sql()
                            .query("SELECT " + grain + " FROM mart.\"" + metric.id() + "\" GROUP BY " + grain
                                    + " HAVING count(*) > 1")
                            .isEmpty(),
                    metric.id());
        });
    }

    @Test
    void speaksOfWhatIsKnownAndNothingElse() {
        accept("A", Q2, 10, 10, 20, 10, 10, 20);
        accept("B", Q2, 50, 50, 100, 10, 10, 20);
        accept("A", Q3, 15, 15, 30, 10, 5, 15);
        Metrics metrics = store.inTransaction(() -> new MetricRunner(store.sql(), job).run(Q3, AS_OF));
        MetricTable headlines = metrics.table("headlines");
        assertEquals(
                List.of(
                        "1 of 4 units reported (25.00%), down 25.00 points on Q2 2026; all of these in time; no accepted return from Birch, Cedar, Damson.",
                        "With dear ones: 0",
                        "Received: 30, down 75.0% on Q2 2026, mainly because 1 fewer reported; the same 1 units: up 50.0%; most from Letters, one of 2 alike, 50.00% each (1/4 units)."),
                headlines.rows().stream().map(row -> row.get(2)).toList());
        assertTrue(
                metrics.table("messages").rows().stream()
                        .anyMatch(row -> "received_trend".equals(row.get(0))
                                && "Received 30; the same 1 units up 50.0% against Q2 2026".equals(row.get(2))),
                () -> metrics.table("messages").rows().toString());
    }
}
