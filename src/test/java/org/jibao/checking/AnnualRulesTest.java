package org.jibao.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jibao.calendar.Period;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.definition.loading.JobLoader;
import org.jibao.finding.Finding;
import org.jibao.finding.Language;
import org.jibao.finding.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The identities of the annual report over a published provincial table, 14069 + 560 = 13810 + 819 (tests of the
 * measures), and over the same with one cell off by one.
 */
class AnnualRulesTest {

    private static final JobDefinition JOB = JobLoader.load(Path.of("jobs/annual-disclosure"));
    private static final Period YEAR = Period.parse("2025").orElseThrow();
    private static final String UNIT = "QL101";

    /** Section three of natural persons, who are all there are. */
    private static final Map<String, Integer> REQUESTS =
            Map.of("received", 14069, "carried_in", 560, "granted", 13810, "total", 13810, "carried_out", 819);

    @Test
    void acceptTheGoldenTable() throws SQLException, IOException {
        assertEquals(List.of(), broken("annual_requests.received.natural", 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | annual_requests.carried_out.legal | 1 | error | annual_requests.balance | 法人或其他组织·法律服务机构：“一、本年新收政府信息公开申请数量”＋“二、上年结转政府信息公开申请数量”为 0，“（七）总计”＋“四、结转下年度继续办理”为 1，应当相等，相差 1 | Legal service bodies: Received in the year + Carried in = 0, but All handled + Carried out = 1, a difference of 1",
                "2 | annual_requests.granted.natural | 1 | error | annual_requests.outcomes | 自然人：“（七）总计”填 13810，“（一）予以公开”、“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”及另外 19 项之和为 13811，相差 1 | Natural persons: All handled is 13810, but Granted, Partly granted and 19 more add up to 13811, a difference of 1",
                "3 | annual_requests.granted.total | -1 | error | annual_requests.applicants | （一）予以公开：总计填 13809，自然人、商业企业及另外 4 项之和为 13810，相差 1 | Granted: Total is 13809, but Natural persons, Businesses and 4 more add up to 13810, a difference of 1",
                "4 | annual_disputes.cases.direct_total | 1 | error | annual_disputes.direct | 本年度：未经复议直接起诉·总计填 1，结果维持、结果纠正、其他结果、尚未审结之和为 0，相差 1 | Cases in the year: “Suit without review, Total” is 1, but Upheld + Corrected + Other + Pending add up to 0, a difference of 1",
                "4 | annual_disputes.cases.review_pending | 1 | error | annual_disputes.review | 本年度：行政复议·总计填 0，结果维持、结果纠正、其他结果、尚未审结之和为 1，相差 1 | Cases in the year: “Administrative review, Total” is 0, but Upheld + Corrected + Other + Pending add up to 1, a difference of 1",
                "4 | annual_disputes.cases.after_total | 1 | error | annual_disputes.after | 本年度：复议后起诉·总计填 1，结果维持、结果纠正、其他结果、尚未审结之和为 0，相差 1 | Cases in the year: “Suit after review, Total” is 1, but Upheld + Corrected + Other + Pending add up to 0, a difference of 1",
                "5 | annual_requests.carried_in.natural | -1 | error | annual_requests.carried | 自然人：“二、上年结转政府信息公开申请数量”填 559，而2024年已接收的报表中“四、结转下年度继续办理”为 560，相差 1 | Natural persons: Carried in is 559, but Carried out in the accepted return for 2024 is 560, a difference of 1",
                "6 | annual_documents.normative.in_force | 1 | warning | annual_documents.in_force | 行政规范性文件：现行有效填 13 件，2024年现行有效加本年制发减本年废止为 12 件，相差 1 | Normative documents: 13 in force, but what was in force in 2024 plus issued less repealed is 12, a difference of 1",
                "7 | annual_requests.received.natural | 1 | warning | annual_requests.quarters_received | 自然人：“一、本年新收政府信息公开申请数量”填 14070，所比较的报表之和为 14069，相差 1 | Natural persons: Received in the year is 14070, but the returns compared with add up to 14069, a difference of 1",
                "7 | annual_requests.carried_in.natural | 1 | warning | annual_requests.quarters_carried_in | 自然人：“二、上年结转政府信息公开申请数量”填 561，所比较的报表中为 560，相差 1 | Natural persons: Carried in is 561, but the returns compared with have 560, a difference of 1",
                "7 | annual_requests.carried_out.natural | -1 | warning | annual_requests.quarters_carried_out | 自然人：“四、结转下年度继续办理”填 818，所比较的报表中为 819，相差 1 | Natural persons: Carried out is 818, but the returns compared with have 819, a difference of 1",
            })
    void nameBothSidesOfTheIdentityThatOneCellBreaks(
            int identity, String cell, int by, String severity, String rule, String message, String english)
            throws SQLException, IOException {
        List<Finding> found = broken(cell, by).stream()
                .filter(finding -> finding.code().equals(rule))
                .toList();
        assertEquals(1, found.size(), "identity " + identity);
        String words = Messages.render(found.get(0), Language.ZH);
        assertEquals(message, words.substring(0, words.indexOf('（', message.length())));
        String inEnglish = Messages.render(found.get(0), Language.EN);
        assertEquals(english, inEnglish.substring(0, Math.min(english.length(), inEnglish.length())));
        // The cell that was moved is among those named, with its sheet.
        assertTrue(words.contains("!"), words);
        assertEquals(severity, found.get(0).severity().name().toLowerCase(java.util.Locale.ROOT));
    }

    /** Identity 8: of the units below one declares 13810 handled, the others nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "received | 14069 | 14068 | 自然人：“一、本年新收政府信息公开申请数量”填 14068，下级单位之和为 14069，相差 1 | Natural persons: Received in the year is 14068, but the units below add up to 14069, a difference of 1",
                "total | 13810 | 13811 | 自然人：“（七）总计”填 13811，下级单位之和为 13810，相差 1 | Natural persons: All handled is 13811, but the units below add up to 13810, a difference of 1",
                "carried_out | 819 | 820 | 自然人：“四、结转下年度继续办理”填 820，下级单位之和为 819，相差 1 | Natural persons: Carried out is 820, but the units below add up to 819, a difference of 1",
            })
    void compareAnUpperUnitWithThoseBelow(String row, String below, String own, String message, String english)
            throws SQLException, IOException {
        try (TestStore store = new TestStore(JOB)) {
            store.period(JOB.id(), YEAR);
            store.roster(JOB);
            store.submission(1, "QL000", "2025", 1, "pending");
            store.cell(1, "annual_requests", row, "natural", own);
            int id = 2;
            for (Unit unit : JOB.roster().units()) {
                if (JOB.owes(unit)) {
                    store.submission(id, unit.code(), "2025", 1, "accepted");
                    store.cell(
                            id++, "annual_requests", row, "natural", unit.code().equals(UNIT) ? below : "0");
                }
            }
            List<Finding> found = findings(store, "QL000");
            assertEquals(1, found.size());
            assertTrue(Messages.render(found.get(0), Language.ZH).startsWith(message));
            assertTrue(Messages.render(found.get(0), Language.EN).startsWith(english));
        }
    }

    /** Without its quarters a year is neither right nor wrong. */
    @Test
    void compareNothingWhereAQuarterIsMissing() throws SQLException, IOException {
        try (TestStore store = store("annual_requests.received.natural", 1)) {
            store.execute("UPDATE intake.judgement SET verdict = 'returned' WHERE submission IN"
                    + " (SELECT id FROM intake.submission WHERE period = '2025Q3')");
            assertEquals(
                    List.of("annual_requests.applicants", "annual_requests.balance"),
                    findings(store, UNIT).stream().map(Finding::code).sorted().toList());
        }
    }

    private static List<Finding> broken(String cell, int by) throws SQLException, IOException {
        try (TestStore store = store(cell, by)) {
            return findings(store, UNIT);
        }
    }

    /** The year before, four quarters, and the year, of which one cell is moved. */
    private static TestStore store(String cell, int by) throws SQLException, IOException {
        TestStore store = new TestStore(JOB);
        store.period(JOB.id(), YEAR.previous());
        store.period(JOB.id(), YEAR);
        store.roster(JOB);
        store.submission(1, UNIT, "2024", 1, "accepted");
        store.cells(
                1, Map.of("annual_requests.carried_out.natural", "560", "annual_documents.normative.in_force", "10"));
        for (int quarter = 1; quarter <= 4; quarter++) {
            quarter(store, quarter);
        }
        store.submission(9, UNIT, "2025", 1, "pending");
        Map<String, String> figures = figures();
        figures.merge(
                cell,
                String.valueOf(by),
                (old, more) -> String.valueOf(Integer.parseInt(old) + Integer.parseInt(more)));
        store.cells(9, figures);
        return store;
    }

    private static void quarter(TestStore store, int quarter) throws SQLException {
        Period period = Period.parse("2025Q" + quarter).orElseThrow();
        store.period("quarterly-disclosure", period);
        store.submission(quarter + 1, "quarterly-disclosure", UNIT, period.code(), 1, "accepted");
        store.cells(
                quarter + 1,
                Map.of(
                        "requests.received.natural", quarter == 4 ? "11069" : "1000",
                        "requests.carried_in.natural", quarter == 1 ? "560" : "77",
                        "requests.carried_out.natural", quarter == 4 ? "819" : "77"));
    }

    private static Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>();
        for (var definition : JOB.forms()) {
            if (definition instanceof GridForm form) {
                form.rows().forEach(row -> form.columns()
                        .forEach(column -> figures.put(form.id() + "." + row.id() + "." + column.id(), "0")));
            }
        }
        REQUESTS.forEach((row, number) -> {
            figures.put("annual_requests." + row + ".natural", String.valueOf(number));
            figures.put("annual_requests." + row + ".total", String.valueOf(number));
        });
        figures.put("annual_documents.normative.issued", "3");
        figures.put("annual_documents.normative.repealed", "1");
        figures.put("annual_documents.normative.in_force", "12");
        return figures;
    }

    private static List<Finding> findings(TestStore store, String unit) throws SQLException {
        return Stream.of(store.within(JOB), store.across(JOB, "2025"), store.beyond(JOB, YEAR, List.of(unit)))
                .flatMap(List::stream)
                .flatMap(outcome -> outcome.failures().stream())
                .map(SubmissionFinding::finding)
                .toList();
    }
}
