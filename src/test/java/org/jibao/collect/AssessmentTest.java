package org.jibao.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
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

/** Two quarters of a small plan, of which every deduction is known. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssessmentTest {

    private static final JobDefinition JOB = JobLoader.load(Path.of("jobs/assessment"));
    private static final Period FIRST = Period.parse("2026Q2").orElseThrow();
    private static final Period SECOND = Period.parse("2026Q3").orElseThrow();
    private static final Instant NOW = Instant.parse("2026-10-20T01:00:00Z");

    /** M: monthly by the 6th, A: five working days after completion, Q: once a quarter. F is for the unit that fails. */
    private static final List<String> PLAN = List.of(
            "number=M obliged=QL101 item=预决算 due_rule=monthly days=6 channel=website",
            "number=A obliged=QL101 item=政策解读 due_rule=after_completion days=5",
            "number=Q obliged=QL101 item=统计数据 due_rule=quarterly",
            "number=N obliged=QL103 item=统计数据 due_rule=quarterly");

    private final Store store;

    AssessmentTest(@TempDir Path folder) {
        store = FreshStore.open(folder.resolve("jibao.duckdb"));
    }

    @BeforeAll
    void collects() {
        store.define(JOB, List.of(FIRST, SECOND), WorkingDays.china());
        List<Entry> county = entries("assessment_plan", PLAN);
        county.addAll(entries("assessment_plan", failing(), 20));
        List<Entry> review = entries(
                "assessment_review",
                List.of(
                        "obliged=QL101 kind=irregular found_on=2026-08-03 evidence=附件打不开",
                        "obliged=QL101 kind=bonus_praise found_on=2026-09-03 evidence=省通报",
                        "obliged=QL102 kind=bonus_praise found_on=2026-09-03 evidence=省通报",
                        "obliged=QL102 kind=bonus_praise found_on=2026-09-04 evidence=省通报",
                        "obliged=QL102 kind=bonus_praise found_on=2026-09-05 evidence=省通报"));
        // 2026-07-06 is a Monday, 2026-09-06 a Sunday: due on the 7th. The August item is missing.
        List<Entry> published = entries(
                "assessment_published",
                List.of(
                        "number=M month=7 material_on=2026-07-07 published_on=2026-07-06 channel=website",
                        "number=M month=9 published_on=2026-09-07 channel=wechat",
                        "number=A completed_on=2026-07-01 published_on=2026-07-08",
                        "number=A completed_on=2026-07-01 published_on=2026-07-09",
                        "number=A completed_on=2026-09-29",
                        "number=Q published_on=2026-09-30",
                        "number=X published_on=2026-09-30"));
        store.inTransaction(() -> {
            store.submissions(JOB, NOW)
                    .write(List.of(
                            filed("QL000", FIRST, county),
                            filed("QL102", FIRST, List.of()),
                            filed("QL000", SECOND, review),
                            filed("QL101", SECOND, published),
                            filed("QL102", SECOND, List.of())));
            new ApplyRules(store, JOB, NOW, Progress.NONE).run();
            new MetricRunner(store.sql(), JOB).run(SECOND, NOW);
        });
    }

    /** Enough that is never published to fail, even with the cap of 40 and what the bonus adds. */
    private static List<String> failing() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            lines.add("number=F" + i + " obliged=QL102 item=事项 due_rule=quarterly");
        }
        return lines;
    }

    @AfterAll
    void closes() {
        store.close();
    }

    @Test
    void namesEveryDeductionAndItsEvidence() {
        assertEquals(
                List.of(
                        List.of("bonus_praise", "2.00", "QL000-2026Q3.xlsx", "核查与加分", "3"),
                        List.of("irregular", "-0.50", "QL000-2026Q3.xlsx", "核查与加分", "2"),
                        List.of("late_material", "-1.00", "QL101-2026Q3.xlsx", "公开情况", "2"),
                        List.of("not_disclosed", "-2.00", "QL000-2026Q2.xlsx", "考核计划", "2"),
                        List.of("untimely", "-0.50", "QL101-2026Q3.xlsx", "公开情况", "5"),
                        List.of("wrong_channel", "-0.50", "QL101-2026Q3.xlsx", "公开情况", "3")),
                rows("SELECT rule, points::VARCHAR, file, sheet, \"row\"::VARCHAR FROM mart.assessment_deduction"
                        + " WHERE unit = 'QL101' AND period = '2026Q3' ORDER BY 1"));
    }

    /** What was completed on the last days of the quarter is due in the next, and a plan holds until the next one. */
    @Test
    void movesDueDatesOffHolidaysAndOutOfTheQuarter() {
        assertEquals(
                List.of(
                        List.of("A", "2026-07-08"),
                        List.of("A", "2026-07-08"),
                        List.of("M", "2026-07-06"),
                        List.of("M", "2026-08-06"),
                        List.of("M", "2026-09-07"),
                        List.of("Q", "2026-09-30")),
                rows("SELECT number, due_on::VARCHAR FROM mart.assessment_due"
                        + " WHERE obliged = 'QL101' AND period = '2026Q3' ORDER BY 1, 2"));
    }

    @Test
    void capsEachCategoryAndGradesTheScore() {
        assertEquals(
                List.of(
                        List.of("QL101", "-4.50", "2.00", "97.50", "excellent", "false"),
                        List.of("QL102", "-40.00", "5.00", "65.00", "fail", "fail", "true"),
                        List.of("QL103", "false")),
                rows("SELECT unit, deducted::VARCHAR, bonus::VARCHAR, score::VARCHAR, grade, previous_grade,"
                        + " failed_twice::VARCHAR FROM mart.assessment_score WHERE period = '2026Q3' ORDER BY 1"));
        assertEquals(
                List.of(List.of("QL101", "1"), List.of("QL102", "2")),
                rows("SELECT unit, rank::VARCHAR FROM mart.ranking WHERE figure = 'score' AND period = '2026Q3'"
                        + " AND rank IS NOT NULL ORDER BY 1"));
        assertEquals(
                List.of(List.of("QL102", "60.00", "fail", "false")),
                rows("SELECT unit, score::VARCHAR, grade, failed_twice::VARCHAR FROM mart.assessment_score"
                        + " WHERE period = '2026Q2' AND score IS NOT NULL"));
    }

    /** The whole adds up units that have a score, and counts what was deducted from them before caps. */
    @Test
    void addsScoresAndDeductionsUp() {
        assertEquals(
                List.of(
                        List.of("cases", "26", "2"),
                        List.of("excellent", "1", "2"),
                        List.of("fail", "1", "2"),
                        List.of("failed_twice", "1", "2"),
                        List.of("pass", "0", "2"),
                        List.of("points", "46.50", "2"),
                        List.of("score", "81.25", "2"),
                        List.of("units_deducted", "2", "2")),
                rows(
                        "SELECT figure, CASE WHEN format = 'count' THEN value::BIGINT::VARCHAR"
                                + " ELSE value::DECIMAL(9, 2)::VARCHAR END, reported::VARCHAR FROM mart.figure"
                                + " WHERE top AND dimension = '' AND period = '2026Q3' AND figure NOT LIKE '%_rate' ORDER BY 1"));
    }

    @Test
    void showsWhatThePlanDoesNotKnow() {
        assertEquals(
                List.of(List.of("X")),
                rows("SELECT a.number FROM returns.assessment_published a LEFT JOIN mart.assessment_obligation o"
                        + " ON (o.period, o.number, o.obliged) = (a.period, a.number, a.unit) WHERE o.number IS NULL"));
    }

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

    private static CheckedReturn filed(String unit, Period period, List<Entry> entries) {
        String name = unit + "-" + period.code();
        ReturnDocument document = new ReturnDocument(
                new InboxFile(Path.of(name), name + ".xlsx", 1, name, NOW, InboxFile.Container.OOXML, null),
                JOB.roster().byCode(unit).orElseThrow(),
                period,
                "2026",
                Map.of(),
                List.of(),
                Entries.of(entries),
                Map.of(),
                List.of());
        return new CheckedReturn(new Reading.Read(document), List.of());
    }

    private static List<Entry> entries(String register, List<String> lines) {
        return entries(register, lines, 2);
    }

    private static List<Entry> entries(String register, List<String> lines, int firstRow) {
        String sheet = JOB.form(register).orElseThrow().title().zh();
        List<Entry> entries = new ArrayList<>();
        for (String line : lines) {
            Map<String, Object> fields = new HashMap<>();
            for (String pair : line.split(" ")) {
                String[] parts = pair.split("=");
                fields.put(parts[0], value(parts[0], parts[1]));
            }
            entries.add(new Entry(register, sheet, firstRow + entries.size(), fields));
        }
        return entries;
    }

    private static Object value(String field, String text) {
        if (Set.of("days", "month").contains(field)) {
            return new BigDecimal(text);
        }
        return text.startsWith("2026-") ? LocalDate.parse(text) : text;
    }
}
