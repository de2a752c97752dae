package org.jibao.checking;

import static org.jibao.checking.TestJob.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jibao.checking.RuleQueries.RuleOutcome;
import org.jibao.definition.RuleDefinition;
import org.jibao.definition.RuleDefinition.Missing;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.finding.Finding;
import org.jibao.finding.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RuleAcrossPeriodsTest {

    private static final RuleDefinition CARRIED =
            rule("requests.carried", "carried_in", "=", "previous.carried_out").build();

    private final TestStore store;

    RuleAcrossPeriodsTest() throws SQLException, IOException {
        store = new TestStore(TestJob.with());
    }

    @BeforeEach
    void receivesOneReturn() throws SQLException {
        store.period("2026Q2", 2026, 2, "2026Q1");
        store.period("2026Q3", 2026, 3, "2026Q2");
        store.submission(9, "QL101", "2026Q3", 1, "pending");
        store.cell(9, "requests", "carried_in", "natural", "4");
    }

    @AfterEach
    void closes() throws SQLException {
        store.close();
    }

    @Test
    void namesBothPeriodsWhereTheyDisagree() throws SQLException {
        previous(1, 1, "accepted", "3");
        Finding finding = only(outcome(CARRIED));
        assertEquals("4 ≠ 3", finding.value());
        assertEquals("2026年第二季度", finding.arguments().get("previous_period"));
        assertEquals("Q2 2026", finding.arguments().get("previous_period.en"));
        assertEquals(
                "表requests!D1=4, 2026Q2 表requests!D2=3", finding.arguments().get("cells"));
        assertEquals(Place.cell("表requests", "D1"), finding.place());
    }

    @Test
    void looksBackOnNewestAcceptedRevision() throws SQLException {
        previous(1, 1, "accepted", "3");
        previous(2, 2, "accepted_with_warnings", "4");
        previous(3, 3, "returned", "5");
        assertEquals(new RuleOutcome(List.of(), 1, 2), outcome(CARRIED));
    }

    @Test
    void cannotAssessWithoutAcceptedReturn() throws SQLException {
        previous(1, 1, "returned", "3");
        assertEquals(new RuleOutcome(List.of(), 0, 3), outcome(CARRIED));
        RuleDefinition zero = rule("zero", "carried_in", "=", "previous.carried_out")
                .missing(Missing.AS_ZERO)
                .build();
        assertEquals(new RuleOutcome(List.of(), 0, 3), outcome(zero));
    }

    @Test
    void looksBackOnNoOtherUnit() throws SQLException {
        store.submission(1, "QL102", "2026Q2", 1, "accepted");
        store.cell(1, "requests", "carried_out", "natural", "3");
        assertEquals(new RuleOutcome(List.of(), 0, 3), outcome(CARRIED));
    }

    @Test
    void judgesReturnsOfThePreparedPeriodOnly() throws SQLException {
        previous(1, 1, "pending", "3");
        assertEquals(new RuleOutcome(List.of(), 0, 3), outcome(CARRIED));
    }

    @Test
    void judgesEveryPendingRevision() throws SQLException {
        previous(1, 1, "accepted", "3");
        store.submission(10, "QL101", "2026Q3", 2, "pending");
        store.cell(10, "requests", "carried_in", "natural", "3");
        RuleOutcome outcome = outcome(CARRIED);
        assertEquals(9, outcome.failures().get(0).submission());
        assertEquals(1, outcome.failures().size());
        assertEquals(1, outcome.passed());
    }

    @Test
    void doesNotLookBackWhereTheRuleNeedNot() throws SQLException {
        RuleDefinition toDate = rule(
                        "to_date",
                        "to_date",
                        "=",
                        "case when period_number = 1 then new_items else previous.to_date + new_items end")
                .over(Scope.ROW, "proactive")
                .build();
        store.period("2026Q1", 2026, 1, "2025Q4");
        store.submission(20, "QL101", "2026Q1", 1, "pending");
        store.cell(20, "proactive", "policy", "to_date", "5");
        store.cell(20, "proactive", "policy", "new_items", "4");
        store.cell(9, "proactive", "policy", "to_date", "5");
        store.cell(9, "proactive", "policy", "new_items", "5");
        assertEquals(
                "5 ≠ 4",
                only(store.across(TestJob.with(toDate), "2026Q1").get(0)).value());
        assertEquals(new RuleOutcome(List.of(), 0, 3), outcome(toDate));
    }

    @Test
    void looksBackOnWholeReturn() throws SQLException {
        previous(1, 1, "accepted", "3");
        RuleDefinition whole = rule(
                        "whole", "requests.carried_in.natural", "=", "previous.requests.carried_out.natural")
                .over(Scope.RETURN, "requests")
                .build();
        assertEquals("4 ≠ 3", only(outcome(whole)).value());
    }

    private void previous(long id, int revision, String verdict, String carriedOut) throws SQLException {
        store.submission(id, "QL101", "2026Q2", revision, verdict);
        store.cell(id, "requests", "carried_out", "natural", carriedOut);
    }

    private RuleOutcome outcome(RuleDefinition rule) throws SQLException {
        return store.across(TestJob.with(rule), "2026Q3").get(0);
    }

    private static Finding only(RuleOutcome outcome) {
        assertEquals(1, outcome.failures().size());
        return outcome.failures().get(0).finding();
    }
}
