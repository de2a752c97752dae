package org.jibao.checking;

import static org.jibao.checking.TestJob.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jibao.checking.RuleQueries.RuleOutcome;
import org.jibao.definition.RuleDefinition;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.finding.Language;
import org.jibao.finding.Messages;
import org.jibao.finding.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Declared figures against what the entries of a register add up to, by row, by column and for a whole return. */
class RegisterTotalsTest {

    private final TestStore store;
    private int row = 1;

    RegisterTotalsTest() throws SQLException, IOException {
        store = new TestStore(TestJob.with());
    }

    @BeforeEach
    void receivesReturn() throws SQLException {
        store.period("2026Q3", 2026, 3, "2026Q2");
        store.submission(1, "QL101", "2026Q3", 1, "pending");
    }

    @AfterEach
    void closes() throws SQLException {
        store.close();
    }

    private void entry(String register, String category, String pages) throws SQLException {
        store.entryOf(
                register, 1, ++row, Map.of("title", "'" + row + "'", "category", "'" + category + "'", "pages", pages));
    }

    private RuleOutcome outcome(RuleDefinition rule) throws SQLException {
        return store.within(TestJob.with(rule)).get(0);
    }

    private static TestJob.Rule whole(String left) {
        return rule("pages.declared", left, "=", "pages").over(Scope.RETURN, "proactive");
    }

    @Test
    void wholeReturnIsHeldAgainstAllEntries() throws SQLException {
        RuleDefinition rule = whole("proactive.total.new_items")
                .adding("pages", "register", null, "category <> 'other'", "pages")
                .build();
        store.cell(1, "proactive", "total", "new_items", "13");
        entry("register", "policy", "5");
        entry("register", "work", "7");
        entry("register", "work", "NULL");
        entry("register", "other", "100");
        store.submission(2, "QL102", "2026Q3", 1, "pending");
        store.cell(2, "proactive", "total", "new_items", "0");
        RuleOutcome outcome = outcome(rule);
        assertEquals(1, outcome.passed());
        assertEquals(1, outcome.failures().size());
        assertEquals(1, outcome.failures().get(0).submission());
        assertEquals("13 ≠ 12", outcome.failures().get(0).finding().value());
        assertEquals(
                Place.cell("表proactive", "D1"),
                outcome.failures().get(0).finding().place());
        assertEquals(
                "表proactive!D1", outcome.failures().get(0).finding().arguments().get("left_cells"));
    }

    @Test
    void wholeReturnMayCountEntries() throws SQLException {
        RuleDefinition rule = whole("proactive.total.new_items")
                .counting("pages", "register", null, "true")
                .build();
        store.cell(1, "proactive", "total", "new_items", "3");
        entry("register", "policy", "5");
        entry("register", "work", "7");
        assertEquals("3 ≠ 2", outcome(rule).failures().get(0).finding().value());
    }

    @Test
    void addsUpByRow() throws SQLException {
        RuleDefinition rule = rule("pages.declared", "new_items", "=", "pages")
                .over(Scope.ROW, "proactive")
                .only("policy", "work")
                .adding("pages", "register", "category", "true", "pages")
                .build();
        store.cell(1, "proactive", "policy", "new_items", "5");
        store.cell(1, "proactive", "work", "new_items", "6");
        entry("register", "policy", "2");
        entry("register", "policy", "3");
        entry("register", "work", "7");
        RuleOutcome outcome = outcome(rule);
        assertEquals(1, outcome.passed());
        assertEquals("6 ≠ 7", outcome.failures().get(0).finding().value());
    }

    @Test
    void cannotAssessWhereNoEntryHasAFigure() throws SQLException {
        RuleDefinition rule = whole("proactive.total.new_items")
                .adding("pages", "register", null, "true", "pages")
                .build();
        store.cell(1, "proactive", "total", "new_items", "3");
        entry("register", "policy", "NULL");
        assertEquals(new RuleOutcome(List.of(), 0, 1), outcome(rule));
    }

    @Test
    void cannotAssessAgainstRegisterThatWasLeftOut() throws SQLException {
        RuleDefinition rule = whole("proactive.total.new_items")
                .adding("pages", "annex", null, "true", "pages")
                .build();
        store.cell(1, "proactive", "total", "new_items", "3");
        assertEquals(new RuleOutcome(List.of(), 0, 1), outcome(rule));
    }

    @Test
    void ruleOverReturnMayStandInTheFileOfRegister() throws SQLException {
        RuleDefinition rule = rule("pages.declared", "proactive.total.new_items", "=", "pages")
                .over(Scope.RETURN, "register")
                .adding("pages", "register", null, "true", "pages")
                .build();
        store.cell(1, "proactive", "total", "new_items", "3");
        entry("register", "policy", "2");
        assertEquals(
                "台账：3 与 2 相差 1（表proactive!D1=3）",
                Messages.render(outcome(rule).failures().get(0).finding(), Language.ZH));
    }
}
