package org.jibao.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.checking.CheckedReturn;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.inbox.InboxFile;
import org.jibao.metrics.MetricRunner;
import org.jibao.metrics.MetricTable;
import org.jibao.metrics.Metrics;
import org.jibao.reading.Reading;
import org.jibao.reading.content.Entries;
import org.jibao.reading.content.Entries.Entry;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.run.Progress;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the shipped job's metrics make of registers whose every row is known; 2026Q3 ends on a Wednesday. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterMetricsTest {

    private static final JobDefinition JOB = JobLoader.load(Path.of("jobs/quarterly-disclosure"));
    private static final Period PERIOD = Period.parse("2026Q3").orElseThrow();
    private static final Instant NOW = Instant.parse("2026-10-20T01:00:00Z");

    /** 20 working days after 2026-07-01 are over on 07-29. */
    private static final List<String> FIRST = List.of(
            "applicant_kind=natural received_by=online received_on=2026-07-01 answered_on=2026-07-29 outcome=granted",
            "applicant_kind=natural received_by=online received_on=2026-07-01 answered_on=2026-07-30 outcome=granted",
            "applicant_kind=business received_by=letter received_on=2026-07-01 answered_on=2026-08-26 extended=yes outcome=partly_granted",
            "applicant_kind=natural received_on=2026-07-01 third_party_from=2026-07-02 third_party_to=2026-07-06"
                    + " answered_on=2026-07-30 outcome=refused_third_party",
            "applicant_kind=natural received_by=letter received_on=2026-09-28 correction_asked_on=2026-09-29"
                    + " status=awaiting_correction");

    private static final List<String> SECOND = List.of(
            "applicant_kind=legal received_by=online received_on=2026-08-03 status=pending",
            "applicant_kind=natural received_by=online received_on=2026-09-29 status=pending",
            "applicant_kind=natural received_by=online received_on=2026-08-03 answered_on=2026-08-04"
                    + " outcome=other_handling status=withdrawn");

    /** 2026-07-01 and five working days are 2026-07-08. */
    private static final List<String> MESSAGES = List.of(
            "kind=message received_on=2026-07-01 valid=yes promised_days=5 statutory_days=15 answered_on=2026-07-09"
                    + " closed_on=2026-07-07 rating=satisfied",
            "kind=message received_on=2026-07-01 valid=yes promised_days=5 answered_on=2026-07-09 closed_on=2026-07-09"
                    + " rating=dissatisfied",
            "kind=hotline received_on=2026-07-01 valid=yes promised_days=5",
            "kind=hotline received_on=2026-09-30 valid=yes promised_days=5",
            "kind=hotline received_on=2026-07-01 valid=no");

    /** The newest work item is 19 working days before the quarter's end, the newest policy 20. */
    private static final List<String> ITEMS = List.of(
            "category=work formed_on=2026-09-03 published_on=2026-09-03",
            "category=policy formed_on=2026-07-01 published_on=2026-07-29",
            "category=policy formed_on=2026-07-01 published_on=2026-07-30",
            "category=finance published_on=2026-07-01");

    private final Store store;
    private Metrics metrics;

    RegisterMetricsTest(@TempDir Path folder) {
        store = FreshStore.open(folder.resolve("jibao.duckdb"));
    }

    @BeforeAll
    void collects() {
        store.define(JOB, List.of(PERIOD), WorkingDays.china());
        metrics = store.inTransaction(() -> {
            List<Entry> first = entries("request_register", FIRST);
            first.addAll(entries("message_register", MESSAGES));
            first.addAll(entries("register", ITEMS));
            store.submissions(JOB, NOW)
                    .write(List.of(filed("QL101", first), filed("QL301", entries("request_register", SECOND))));
            new ApplyRules(store, JOB, NOW, Progress.NONE).run();
            return new MetricRunner(store.sql(), JOB).run(PERIOD, NOW);
        });
    }

    @AfterAll
    void closes() {
        store.close();
    }

    @Test
    void givesEveryRequestItsStanding() {
        assertEquals(
                List.of(
                        List.of("QL101", 2L, "in_time", LocalDate.of(2026, 7, 29), 20L, 20L),
                        List.of("QL101", 3L, "late", LocalDate.of(2026, 7, 29), 21L, 20L),
                        List.of("QL101", 4L, "in_time", LocalDate.of(2026, 8, 26), 40L, 40L),
                        List.of("QL101", 5L, "in_time", LocalDate.of(2026, 7, 31), 19L, 20L),
                        List.of("QL101", 6L, "awaiting_correction"),
                        List.of("QL301", 2L, "overdue", LocalDate.of(2026, 8, 31), 42L, 20L),
                        List.of("QL301", 3L, "open", LocalDate.of(2026, 11, 2), 1L, 20L),
                        List.of("QL301", 4L, "withdrawn")),
                rows("SELECT unit, \"row\", standing, CASE WHEN standing NOT IN ('awaiting_correction', 'withdrawn')"
                        + " THEN last_day END, CASE WHEN last_day IS NOT NULL AND standing <> 'withdrawn' THEN days_used END,"
                        + " CASE WHEN last_day IS NOT NULL AND standing <> 'withdrawn' THEN day_limit END"
                        + " FROM mart.request_clock ORDER BY 1, 2"));
    }

    /** Figures of many counts are made a few at a time. */
    @Test
    void makesTheSameOperandsInOneStatement() {
        String whole = JOB.metrics().stream()
                .filter(metric -> metric.id().equals("figure_operand"))
                .findFirst()
                .orElseThrow()
                .sql();
        store.inTransaction(() -> store.sql().people().intoMart("operand_in_one", List.of(whole)));
        assertEquals(
                List.of(List.of(0L, 0L)),
                rows("SELECT (SELECT count(*) FROM (FROM mart.figure_operand EXCEPT ALL FROM mart.operand_in_one)),"
                        + " (SELECT count(*) FROM (FROM mart.operand_in_one EXCEPT ALL FROM mart.figure_operand))"));
        assertTrue(store.sql().query("SELECT count(*) FROM mart.operand_in_one").number() > 50);
    }

    @Test
    void addsNumeratorsAndDenominatorsBeforeItDivides() {
        // The second unit has answered nothing: it has no day of its own, and counts in the mean with none.
        assertEquals(
                List.of(
                        List.of("register_in_time_rate", "0.6000", 3L, 5L, 2L),
                        List.of("register_longest_days", "40.0000", 1L),
                        List.of("register_mean_days", "25.0000", 100L, 4L, 2L),
                        List.of("register_median_days", "20.5000", 1L),
                        List.of("register_requests", "8.0000", 2L)),
                figures("register_", "\"top\""));
        assertEquals(
                List.of(
                        List.of("register_in_time_rate", "0.0000", 0L, 1L, 1L),
                        List.of("register_longest_days", 0L),
                        List.of("register_mean_days", 0L, 0L, 1L),
                        List.of("register_median_days", 0L),
                        List.of("register_requests", "3.0000", 1L)),
                figures("register_", "scope = 'QL301'"));
        assertEquals(
                List.of(List.of("no_return")),
                rows("SELECT DISTINCT missing_because FROM mart.figure WHERE scope = 'QL102'"
                        + " AND starts_with(figure, 'register_')"));
    }

    private List<List<Object>> figures(String beginning, String scope) {
        return rows("SELECT figure, value::DECIMAL(10, 4)::VARCHAR,"
                + " CASE WHEN denominator IS NOT NULL THEN numerator::BIGINT END, denominator::BIGINT, reported"
                + " FROM mart.figure WHERE dimension = '' AND figure <> 'register_dated' AND starts_with(figure, '"
                + beginning + "') AND " + scope + " ORDER BY 1");
    }

    @Test
    void tellsHowRequestsStand() {
        assertEquals(
                List.of(
                        List.of("awaiting_correction", 1L),
                        List.of("in_time", 3L),
                        List.of("late", 1L),
                        List.of("open", 1L),
                        List.of("overdue", 1L),
                        List.of("withdrawn", 1L)),
                rows("SELECT item, value::BIGINT FROM mart.figure WHERE \"top\" AND figure = 'register_requests'"
                        + " AND dimension = 'standing' AND value > 0 ORDER BY 1"));
        assertEquals(
                List.of(List.of("open", 1L), List.of("overdue", 1L), List.of("withdrawn", 1L)),
                rows(
                        "SELECT item, value::BIGINT FROM mart.figure WHERE scope = 'QL301' AND figure = 'register_requests'"
                                + " AND dimension = 'standing' AND value > 0 ORDER BY 1"));
    }

    @Test
    void countsByWayApplicantAndOutcome() {
        // Group, requests, due, in time, median; a group that is never due has no rate.
        assertEquals(
                List.of(
                        List.of("Received by: Letter", 2L, 1L, 1L, "40.0"),
                        List.of("Received by: Online", 5L, 3L, 1L, "20.5"),
                        List.of("Received by: Not given", 1L, 1L, 1L, "19.0"),
                        List.of("Applicant: Natural person", 6L, 3L, 2L, "20.0"),
                        List.of("Applicant: Business", 1L, 1L, 1L, "40.0"),
                        List.of("Applicant: Legal service organisation", 1L, 1L, 0L, "null"),
                        List.of("Outcome: Granted", 2L, 2L, 1L, "20.5"),
                        List.of("Outcome: Partly granted", 1L, 1L, 1L, "40.0"),
                        List.of("Outcome: Refused: third party's rights", 1L, 1L, 1L, "19.0")),
                groups());
    }

    private List<List<Object>> groups() {
        MetricTable table = metrics.table("request_groups_whole");
        List<List<Object>> groups = new ArrayList<>();
        for (List<?> row : table.rows()) {
            Number median = (Number) row.get(table.column("median_days"));
            groups.add(List.of(
                    row.get(table.column("dimension_en")) + ": " + row.get(table.column("item_en")),
                    row.get(table.column("requests")),
                    row.get(table.column("due")),
                    row.get(table.column("in_time")),
                    String.valueOf(median == null ? null : median.doubleValue())));
        }
        return groups;
    }

    @Test
    void judgesCasesByLawOrElseByPromise() {
        assertEquals(
                List.of(
                        List.of("messages", "5.0000", 1L),
                        List.of("messages_closed", "2.0000", 1L),
                        List.of("messages_early_rate", "0.5000", 1L, 2L, 1L),
                        List.of("messages_in_time", "1.0000", 1L),
                        List.of("messages_in_time_rate", "0.3333", 1L, 3L, 1L),
                        List.of("messages_late", "1.0000", 1L),
                        List.of("messages_mean_days", "5.0000", 10L, 2L, 1L),
                        List.of("messages_mean_promise", "5.0000", 10L, 2L, 1L),
                        List.of("messages_mean_statutory", "15.0000", 15L, 1L, 1L),
                        List.of("messages_open", "1.0000", 1L),
                        List.of("messages_overdue", "1.0000", 1L),
                        List.of("messages_satisfaction_rate", "0.5000", 1L, 2L, 1L),
                        List.of("messages_valid", "4.0000", 1L),
                        List.of("messages_without_limit", "0.0000", 1L)),
                figures("messages", "\"top\""));
        assertEquals(List.of(3L, 2L, 0L, 0L, 1L, 1L, 0L, 0L, 1L), kind("hotline"));
        assertEquals(List.of(2L, 2L, 1L, 1L, 0L, 0L, 2L, 1L, 2L), kind("message"));
    }

    /** Received, valid, in time, late, overdue, not yet due, closed, early and due. */
    private List<Object> kind(String kind) {
        List<Object> values = new ArrayList<>();
        for (String figure : List.of(
                "messages",
                "messages_valid",
                "messages_in_time",
                "messages_late",
                "messages_overdue",
                "messages_open",
                "messages_closed",
                "messages_early_rate")) {
            values.addAll(part(figure, kind, "numerator"));
        }
        values.addAll(part("messages_in_time_rate", kind, "denominator"));
        return values;
    }

    private List<Object> part(String figure, String kind, String side) {
        return rows("SELECT " + side + "::BIGINT FROM mart.figure WHERE \"top\" AND dimension = 'kind' AND item = '"
                        + kind + "' AND figure = '" + figure + "'")
                .get(0);
    }

    @Test
    void countsItemsWithBothDatesOnly() {
        assertEquals(
                List.of(
                        List.of("finance", 1L, 0L, 0L),
                        List.of("policy", 2L, 2L, 1L, "0.5000"),
                        List.of("total", 4L, 3L, 2L, "0.6667"),
                        List.of("work", 1L, 1L, 1L, "1.0000")),
                rows("SELECT category, items, with_both_dates, timely, round(timely_rate, 4)::VARCHAR"
                        + " FROM mart.disclosure_register WHERE \"top\" ORDER BY 1"));
    }

    @Test
    void tellsStaleFromEmptyCategories() {
        assertEquals(
                List.of(
                        List.of("finance", "fresh"),
                        List.of("licensing", "empty"),
                        List.of("policy", "stale"),
                        List.of("work", "fresh")),
                rows("SELECT category, standing FROM mart.category_freshness WHERE unit = 'QL101'"
                        + " AND category IN ('work', 'policy', 'finance', 'licensing') ORDER BY 1"));
    }

    /** Without what is empty, which a List cannot hold. */
    private List<List<Object>> rows(String sql) {
        List<List<Object>> rows = new ArrayList<>();
        for (List<?> row : store.sql().query(sql).rows()) {
            List<Object> filled = new ArrayList<>();
            for (Object value : row) {
                if (value != null) {
                    filled.add(value);
                }
            }
            rows.add(filled);
        }
        return rows;
    }

    private static CheckedReturn filed(String unit, List<Entry> entries) {
        ReturnDocument document = new ReturnDocument(
                new InboxFile(Path.of(unit), unit + ".xlsx", 1, unit, NOW, InboxFile.Container.OOXML, null),
                JOB.roster().byCode(unit).orElseThrow(),
                PERIOD,
                "2024",
                Map.of(),
                List.of(),
                Entries.of(entries),
                Map.of(),
                List.of());
        return new CheckedReturn(new Reading.Read(document), List.of());
    }

    private static List<Entry> entries(String register, List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        for (String line : lines) {
            int row = entries.size() + 2;
            Map<String, Object> fields =
                    new HashMap<>(Map.of(register.equals("register") ? "title" : "number", "甲" + row));
            for (String pair : line.split(" ")) {
                String[] parts = pair.split("=");
                fields.put(parts[0], value(parts[0], parts[1]));
            }
            if (register.equals("request_register")) {
                fields.putIfAbsent("status", "answered");
            }
            entries.add(new Entry(register, "台账", row, fields));
        }
        return entries;
    }

    private static Object value(String field, String text) {
        if (Set.of("promised_days", "statutory_days").contains(field)) {
            return new java.math.BigDecimal(text);
        }
        return text.startsWith("2026-") ? LocalDate.parse(text) : text;
    }
}
