package org.jibao.checking;

import static org.jibao.checking.TestJob.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodKind;
import org.jibao.checking.RuleQueries.RuleOutcome;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.OtherReturns;
import org.jibao.definition.OtherReturns.Take;
import org.jibao.definition.Roster;
import org.jibao.definition.RuleDefinition;
import org.jibao.definition.RuleDefinition.Missing;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.definition.Unit;
import org.jibao.finding.Finding;
import org.jibao.finding.Language;
import org.jibao.finding.Messages;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A quarterly return held against monthly ones of another job, and against those of the units below. */
class RuleBeyondTest {

    private static final Period QUARTER = new Period(PeriodKind.QUARTER, 2026, 3);
    private static final String MONTHLY = "monthly";
    private static final Text ORIGIN = new Text("月报 收件", "Monthly, received");
    private static final Roster ROSTER = new Roster(List.of(
            unit("C", "county", null, null),
            unit("T1", "township", "C", null),
            unit("T2", "township", "C", null),
            unit("CLOSED", "township", "C", LocalDate.of(2026, 9, 29)),
            unit("GROUP", "county", "C", null)));

    private final TestStore store;

    RuleBeyondTest() throws SQLException, IOException {
        store = new TestStore(TestJob.with());
    }

    private static Unit unit(String code, String kind, @Nullable String parent, @Nullable LocalDate activeTo) {
        return new Unit(code, code, kind, parent, List.of(), null, activeTo, List.of());
    }

    @BeforeEach
    void receivesReturnOfTheCounty() throws SQLException {
        store.period(TestJob.ID, QUARTER);
        store.roster(TestJob.with(ROSTER));
        store.submission(1, "C", "2026Q3", 1, "pending");
        store.cell(1, "requests", "received", "natural", "10");
    }

    @AfterEach
    void closes() throws SQLException {
        store.close();
    }

    @Test
    void namesTheMonthsThatDoNotAddUp() throws SQLException {
        months("2", "0", "7");
        Finding finding = only(outcome(months(Take.SUM)));
        assertEquals("10 ≠ 9", finding.value());
        assertEquals("requests/*/natural", finding.subject());
        assertEquals(
                "标natural：10 与 9 相差 1（表requests!D1=10；月报 收件：2026年7月=2，2026年8月=0，2026年9月=7）",
                Messages.render(finding, Language.ZH));
        assertEquals(
                "natural: 10 and 9 differ by 1"
                        + " (表requests!D1=10; Monthly, received: 2026-07=2, 2026-08=0, 2026-09=7)",
                Messages.render(finding, Language.EN));
    }

    @Test
    void passesWhereTheMonthsAddUp() throws SQLException {
        months("2", "1", "7");
        assertEquals(new RuleOutcome(List.of(), 1, 2), outcome(months(Take.SUM)));
    }

    @Test
    void takesFirstOrLastMonthAlone() throws SQLException {
        store.period(MONTHLY, month(9));
        monthly(70, 7, "7");
        monthly(90, 9, "9");
        assertEquals("10 ≠ 7", only(outcome(months(Take.FIRST))).value());
        assertEquals("10 ≠ 9", only(outcome(months(Take.LAST))).value());
    }

    @Test
    void cannotAssessWithoutEveryMonth() throws SQLException {
        RuleOutcome notAssessable = new RuleOutcome(List.of(), 0, 3);
        store.period(MONTHLY, month(7));
        monthly(70, 7, "7");
        monthly(80, 8, "8");
        assertEquals(notAssessable, outcome(months(Take.SUM)));
        assertEquals(notAssessable, outcome(months(Take.LAST)));
        monthly(90, 9, "na");
        assertEquals(notAssessable, outcome(months(Take.SUM)));
        assertEquals(notAssessable, outcome(months(Take.LAST)));
    }

    @Test
    void cannotAssessAgainstJobNeverCollected() throws SQLException {
        assertEquals(new RuleOutcome(List.of(), 0, 3), outcome(months(Take.SUM)));
        RuleDefinition zero = months(Take.SUM).missing(Missing.AS_ZERO).build();
        assertEquals(
                new RuleOutcome(List.of(), 0, 3),
                store.beyond(TestJob.with(ROSTER, zero), QUARTER, List.of("C")).get(0));
    }

    @Test
    void takesNewestAcceptedRevisionOfTheSameUnit() throws SQLException {
        months("2", "1", "6");
        store.submission(91, MONTHLY, "C", "2026-09", 2, "accepted_with_warnings");
        store.cell(91, "letters", "in", "natural", "7");
        store.submission(92, MONTHLY, "C", "2026-09", 3, "returned");
        store.cell(92, "letters", "in", "natural", "9");
        store.submission(93, MONTHLY, "T1", "2026-09", 4, "accepted");
        store.cell(93, "letters", "in", "natural", "9");
        assertEquals(new RuleOutcome(List.of(), 1, 2), outcome(months(Take.SUM)));
    }

    @Test
    void addsUpSubordinatesThatOweAReturn() throws SQLException {
        below(2, "T1", "accepted", "4");
        below(3, "T2", "accepted_with_warnings", "5");
        Finding finding = only(outcome(declared()));
        assertEquals("10 ≠ 9", finding.value());
        assertEquals(
                "表requests!D1=10；表二 标received：下级 2 个单位合计=9", finding.arguments().get("cells"));
        assertEquals(
                "表requests!D1=10; Table 2, received: total of 2 subordinate units=9",
                finding.arguments().get("cells.en"));
    }

    @Test
    void cannotAssessWithoutEverySubordinate() throws SQLException {
        below(2, "T1", "accepted", "4");
        below(3, "T2", "returned", "6");
        below(4, "CLOSED", "accepted", "6");
        assertEquals(new RuleOutcome(List.of(), 0, 3), outcome(declared()));
        below(5, "T2", "accepted", "blank");
        assertEquals(new RuleOutcome(List.of(), 0, 3), outcome(declared()));
    }

    @Test
    void judgesThePreparedUnitsOnly() throws SQLException {
        months("2", "0", "7");
        JobDefinition job = TestJob.with(ROSTER, months(Take.SUM).build());
        assertEquals(
                new RuleOutcome(List.of(), 0, 0),
                store.beyond(job, QUARTER, List.of("T1", "T2")).get(0));
        assertEquals(
                1, store.beyond(job, QUARTER, List.of("C")).get(0).failures().size());
    }

    @Test
    void matchesRowsById() throws SQLException {
        months("2", "0", "7");
        RuleDefinition rows = rule("rows", "natural", "=", "others")
                .over(Scope.ROW, "requests")
                .taking("others", new OtherReturns(MONTHLY, "letters", null, "natural", Take.SUM, ORIGIN))
                .build();
        assertEquals(new RuleOutcome(List.of(), 0, 5), outcome(rows));
        for (int month = 7; month <= 9; month++) {
            store.cell(month * 10L, "letters", "received", "natural", "3");
        }
        assertEquals("requests/received/*", only(outcome(rows)).subject());
    }

    @Test
    void comparesOneCellOfTheWholeReturn() throws SQLException {
        months("2", "0", "7");
        RuleDefinition whole = rule("whole", "requests.received.natural", "<=", "others")
                .over(Scope.RETURN, "requests")
                .taking("others", new OtherReturns(MONTHLY, "letters", "in", "natural", Take.SUM, ORIGIN))
                .build();
        assertEquals("10 > 9", only(outcome(whole)).value());
    }

    @Test
    void judgesFromBelowOnlyWhereSubordinatesAreLookedAt() {
        assertEquals(List.of(), new RuleQueries(TestJob.with(ROSTER)).levels());
        assertEquals(
                List.of(List.of("C", "T1", "T2", "CLOSED", "GROUP")),
                new RuleQueries(TestJob.with(ROSTER, months(Take.SUM).build())).levels());
        assertEquals(
                List.of(List.of("T1", "T2", "CLOSED", "GROUP"), List.of("C")),
                new RuleQueries(TestJob.with(ROSTER, declared().build())).levels());
    }

    private static TestJob.Rule months(Take take) {
        return rule("months", "received", "=", "others")
                .taking("others", new OtherReturns(MONTHLY, "letters", "in", null, take, ORIGIN));
    }

    private static TestJob.Rule declared() {
        Text origin = new Text("表二 标received", "Table 2, received");
        return rule("declared", "received", "=", "declared")
                .taking("declared", new OtherReturns(null, "requests", "received", null, Take.SUM, origin));
    }

    private void months(String july, String august, String september) throws SQLException {
        store.period(MONTHLY, month(8));
        monthly(70, 7, july);
        monthly(80, 8, august);
        monthly(90, 9, september);
    }

    private void monthly(long id, int month, String value) throws SQLException {
        store.submission(id, MONTHLY, "C", month(month).code(), 1, "accepted");
        store.cell(id, "letters", "in", "natural", value);
    }

    private void below(long id, String unit, String verdict, String value) throws SQLException {
        store.submission(id, unit, "2026Q3", (int) id, verdict);
        store.cell(id, "requests", "received", "natural", value);
    }

    private static Period month(int month) {
        return new Period(PeriodKind.MONTH, 2026, month);
    }

    private RuleOutcome outcome(TestJob.Rule rule) throws SQLException {
        return outcome(rule.build());
    }

    private RuleOutcome outcome(RuleDefinition rule) throws SQLException {
        return store.beyond(TestJob.with(ROSTER, rule), QUARTER, List.of("C")).get(0);
    }

    private static Finding only(RuleOutcome outcome) {
        assertEquals(1, outcome.failures().size());
        return outcome.failures().get(0).finding();
    }
}
