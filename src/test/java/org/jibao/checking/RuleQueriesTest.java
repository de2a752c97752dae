package org.jibao.checking;

import static org.jibao.checking.TestJob.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jibao.checking.RuleQueries.RuleOutcome;
import org.jibao.definition.RuleDefinition;
import org.jibao.definition.RuleDefinition.Missing;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.finding.Finding;
import org.jibao.finding.Language;
import org.jibao.finding.Messages;
import org.jibao.finding.Place;
import org.jibao.finding.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RuleQueriesTest {

    private static final List<String> BALANCE = List.of("received", "carried_in", "total", "carried_out");
    private static final RuleDefinition BALANCED = rule(
                    "requests.balance", "received + carried_in", "=", "\"total\" + carried_out")
            .build();

    private final TestStore store;

    RuleQueriesTest() throws SQLException, IOException {
        store = new TestStore(TestJob.with());
    }

    @BeforeEach
    void receivesOneReturn() throws SQLException {
        store.period("2026Q3", 2026, 3, "2026Q2");
        store.submission(1, "QL101", "2026Q3", 1, "pending");
    }

    @AfterEach
    void closes() throws SQLException {
        store.close();
    }

    @Test
    void passesPublishedTableOfAProvince() throws SQLException {
        store.column(1, "requests", "total", BALANCE, "14069", "560", "13810", "819");
        assertEquals(new RuleOutcome(List.of(), 1, 2), outcome(BALANCED));
    }

    @Test
    void namesBothSidesOfColumnBrokenByOne() throws SQLException {
        store.column(1, "requests", "other", BALANCE, "14069", "560", "13810", "820");
        RuleOutcome outcome = outcome(BALANCED);
        assertEquals(
                new Finding(
                        "requests.balance",
                        Severity.ERROR,
                        Place.cell("表requests", "D4"),
                        "requests/*/other",
                        "14629 ≠ 14630",
                        Map.of(
                                "label", "法人·其他",
                                "label.en", "Other",
                                "left", "14629",
                                "right", "14630",
                                "difference", "1",
                                "cells", "表requests!D1=14069, D2=560, D3=13810, D4=820",
                                "left_cells", "表requests!D1\n表requests!D2",
                                "right_cells", "表requests!D3\n表requests!D4"),
                        outcome.failures().get(0).finding().message(),
                        BALANCED.cure()),
                outcome.failures().get(0).finding());
        assertEquals(
                "法人·其他：14629 与 14630 相差 1（表requests!D1=14069, D2=560, D3=13810, D4=820）", words(outcome, Language.ZH));
        assertEquals(
                "Other: 14629 and 14630 differ by 1 (表requests!D1=14069, D2=560, D3=13810, D4=820)",
                words(outcome, Language.EN));
        assertEquals(1, outcome.failures().size());
    }

    @Test
    void judgesEveryColumnOfEveryPendingReturnAndNoOther() throws SQLException {
        store.submission(2, "QL102", "2026Q3", 1, "pending");
        store.submission(3, "QL103", "2026Q3", 1, "accepted");
        for (long submission = 1; submission <= 3; submission++) {
            store.column(submission, "requests", "total", BALANCE, "1", "1", "1", "0");
            store.column(submission, "requests", "natural", BALANCE, "1", "1", "1", "0");
            store.column(submission, "requests", "other", BALANCE, "1", "1", "1", "1");
        }
        RuleOutcome outcome = outcome(BALANCED);
        assertEquals(
                List.of("1 requests/*/natural", "1 requests/*/total", "2 requests/*/natural", "2 requests/*/total"),
                outcome.failures().stream()
                        .map(failure ->
                                failure.submission() + " " + failure.finding().subject())
                        .toList());
        assertEquals(2, outcome.passed());
    }

    @Test
    void comparesRowWithItsDeclaredTotal() throws SQLException {
        RuleDefinition sum = rule("requests.sum", "\"total\"", "=", "natural + other")
                .over(Scope.ROW, "requests")
                .only("received", "granted")
                .build();
        row("received", "5", "2", "3");
        row("granted", "5", "2", "2.5");
        row("carried_in", "9", "0", "0");
        RuleOutcome outcome = outcome(sum);
        assertEquals(1, outcome.passed());
        Finding finding = only(outcome);
        assertEquals("requests/granted/*", finding.subject());
        assertEquals(Place.cell("表requests", "D4"), finding.place());
        assertEquals("5 ≠ 4.5", finding.value());
        assertEquals("表requests!D4=5, D5=2, D6=2.5", finding.arguments().get("cells"));
    }

    @Test
    void comparesCellsOfSeveralForms() throws SQLException {
        RuleDefinition whole = rule(
                        "whole", "requests.received.\"total\"", "<=", "proactive.policy.new_items + period_number")
                .over(Scope.RETURN, "requests")
                .build();
        store.cell(1, "requests", "received", "total", "9");
        store.cell(1, "proactive", "policy", "new_items", "5");
        Finding finding = only(outcome(whole));
        assertEquals("9 > 8", finding.value());
        assertEquals("requests", finding.subject());
        assertEquals("表requests!D1=9, 表proactive!D2=5", finding.arguments().get("cells"));
    }

    @Test
    void cannotAssessReturnWithoutTheCells() throws SQLException {
        RuleDefinition whole = rule("whole", "requests.received.total", "=", "1")
                .over(Scope.RETURN, "requests")
                .build();
        assertEquals(new RuleOutcome(List.of(), 0, 1), outcome(whole));
    }

    @Test
    void skipsColumnWithAnyOperandMissing() throws SQLException {
        store.column(1, "requests", "natural", BALANCE, "3", "blank", "5", "0");
        store.column(1, "requests", "other", BALANCE, "3", "invalid", "5", "0");
        store.column(1, "requests", "total", BALANCE, "3", "0", "5");
        assertEquals(new RuleOutcome(List.of(), 0, 3), outcome(BALANCED));
        RuleDefinition blind =
                rule("blind", "greatest(received, carried_in)", "=", "3").build();
        assertEquals(new RuleOutcome(List.of(), 1, 2), outcome(blind));
    }

    @Test
    void stopsAtACellThatIsStoredTwice() throws SQLException {
        store.column(1, "requests", "natural", BALANCE, "3", "1", "4", "0");
        store.column(1, "requests", "natural", BALANCE, "3");
        SQLException fault = assertThrows(SQLException.class, () -> outcome(BALANCED));
        assertEquals(
                "Invalid Input Error: submission 1 has a cell twice",
                String.valueOf(fault.getMessage()).lines().findFirst().orElse(""));
    }

    @Test
    void takesInapplicableCellAsZero() throws SQLException {
        store.column(1, "requests", "natural", BALANCE, "3", "na", "3", "na");
        store.column(1, "requests", "other", BALANCE, "3", "na", "2", "na");
        RuleOutcome outcome = outcome(BALANCED);
        assertEquals(1, outcome.passed());
        assertEquals(
                "表requests!D5=3, D6=/, D7=2, D8=/", only(outcome).arguments().get("cells"));
    }

    @Test
    void judgesNothingOverSuppressedCell() throws SQLException {
        store.column(1, "requests", "natural", BALANCE, "3", "suppressed", "3", "1");
        assertEquals(new RuleOutcome(List.of(), 0, 3), outcome(BALANCED));
    }

    @Test
    void skipsOnlyColumnWithAllOperandsMissing() throws SQLException {
        RuleDefinition lenient = rule("lenient", "received + carried_in", "=", "\"total\" + carried_out")
                .missing(Missing.SKIP_IF_ALL)
                .build();
        store.column(1, "requests", "natural", BALANCE, "3", "blank", "3", "blank");
        store.column(1, "requests", "other", BALANCE, "3", "blank", "4", "blank");
        store.column(1, "requests", "total", BALANCE, "blank", "blank", "invalid", "blank");
        RuleOutcome outcome = outcome(lenient);
        assertEquals("requests/*/other", only(outcome).subject());
        assertEquals(1, outcome.passed());
        assertEquals(1, outcome.notAssessable());
    }

    @Test
    void takesMissingAsZeroWhereTheRuleSaysSo() throws SQLException {
        RuleDefinition strict = rule("strict", "received", "=", "carried_in")
                .missing(Missing.AS_ZERO)
                .build();
        store.column(1, "requests", "natural", BALANCE, "blank", "1");
        store.column(1, "requests", "other", BALANCE, "blank", "blank");
        RuleOutcome outcome = outcome(strict);
        assertEquals("0 ≠ 1", only(outcome).value());
        assertEquals(2, outcome.passed());
    }

    @Test
    void toleratesDifferenceUpToTheLimit() throws SQLException {
        RuleDefinition near =
                rule("near", "received", "=", "carried_in").tolerance("0.5").build();
        store.column(1, "requests", "natural", BALANCE, "1.5", "2");
        store.column(1, "requests", "other", BALANCE, "1.4999", "2");
        RuleOutcome outcome = outcome(near);
        assertEquals("1.4999 ≠ 2", only(outcome).value());
        assertEquals("0.5001", only(outcome).arguments().get("difference"));
        assertEquals(1, outcome.passed());
    }

    @Test
    void cannotAssessWhatDividesByZeroOrOverflows() throws SQLException {
        store.column(1, "requests", "natural", BALANCE, "99999999999999", "99999999999999");
        store.column(1, "requests", "other", BALANCE, "1", "1");
        RuleDefinition product =
                rule("product", "received * carried_in * received", "=", "1").build();
        assertEquals(new RuleOutcome(List.of(), 1, 2), outcome(product));
        RuleDefinition share = rule("share", "received / nullif(carried_in - received, 0)", "=", "1")
                .build();
        assertEquals(new RuleOutcome(List.of(), 0, 3), outcome(share));
    }

    @Test
    void countsEntriesOfTheRegisterByRow() throws SQLException {
        RuleDefinition declared = rule("declared", "new_items", "=", "entries")
                .over(Scope.ROW, "proactive")
                .only("policy", "work")
                .counting("entries", "register", "category", "published_on >= DATE '2026-07-01' -- this quarter")
                .build();
        store.cell(1, "proactive", "policy", "new_items", "2");
        store.cell(1, "proactive", "work", "new_items", "0");
        store.cell(1, "proactive", "total", "new_items", "7");
        store.entry(1, 2, "一", "policy", "work", "2026-07-01", "2026-07-02");
        store.entry(1, 3, "二", "policy", "work", "2026-06-01", "2026-06-30");
        store.submission(2, "QL102", "2026Q3", 1, "pending");
        store.entry(2, 2, "三", "policy", "work", "2026-07-01", "2026-07-02");
        RuleOutcome outcome = outcome(declared);
        assertEquals("2 ≠ 1", only(outcome).value());
        assertEquals("proactive/policy/*", only(outcome).subject());
        assertEquals(1, outcome.passed());
    }

    @Test
    void countsEntryOnceInEachOfItsSeveralValues() throws SQLException {
        RuleDefinition declared = rule("declared", "new_items", "=", "entries")
                .over(Scope.ROW, "proactive")
                .counting("entries", "register", "channel", "true")
                .build();
        store.cell(1, "proactive", "policy", "new_items", "1");
        store.cell(1, "proactive", "work", "new_items", "2");
        store.entry(1, 2, "一", "policy", "policy,work", "2026-07-01", "2026-07-02");
        store.entry(1, 3, "二", "policy", "work", "2026-07-01", "2026-07-02");
        assertEquals(new RuleOutcome(List.of(), 2, 1), outcome(declared));
    }

    @Test
    void cannotAssessCountOfRegisterThatWasLeftOut() throws SQLException {
        RuleDefinition declared = rule("declared", "new_items", "=", "entries")
                .over(Scope.ROW, "proactive")
                .counting("entries", "annex", "category", "true")
                .build();
        store.cell(1, "proactive", "policy", "new_items", "1");
        assertEquals(new RuleOutcome(List.of(), 0, 3), outcome(declared));
    }

    @Test
    void judgesEveryEntry() throws SQLException {
        RuleDefinition dates = rule("dates", "published_on", ">=", "formed_on")
                .over(Scope.ENTRY, "register")
                .build();
        store.entry(1, 2, "一", "policy", "work", "2026-07-01", "2026-07-01");
        store.entry(1, 10, "关于'二'", "policy", "work", "2026-07-02", "2026-07-01");
        RuleOutcome outcome = outcome(dates);
        assertEquals(1, outcome.passed());
        Finding finding = only(outcome);
        assertEquals(Place.cell("台账", "A10"), finding.place());
        assertEquals("register/关于'二'", finding.subject());
        assertEquals("2026-07-01 < 2026-07-02", finding.value());
        assertEquals(
                "第10行 关于'二'：2026-07-01 与 2026-07-02 相差 —（标formed_on=2026-07-02, 标published_on=2026-07-01）",
                words(outcome, Language.ZH));
    }

    @Test
    void knowsFirstAndLastDayOfThePeriod() throws SQLException {
        RuleDefinition dates = rule("dates", "published_on between period_start and period_end", "=", "true")
                .over(Scope.ENTRY, "register")
                .missing(Missing.AS_ZERO)
                .build();
        store.entry(1, 2, "一", "policy", "work", "2026-06-30", "2026-07-01");
        store.entry(1, 3, "二", "policy", "work", "2026-06-30", "2026-09-30");
        store.entry(1, 4, "三", "policy", "work", "2026-06-30", "2026-10-01");
        RuleOutcome outcome = outcome(dates);
        assertEquals("register/三", only(outcome).subject());
        assertEquals(2, outcome.passed());
    }

    @Test
    void countsEntriesOfThePeriod() throws SQLException {
        RuleDefinition declared = rule("declared", "new_items", "=", "entries")
                .over(Scope.ROW, "proactive")
                .only("policy")
                .counting("entries", "register", "category", "published_on between period_start and period_end")
                .build();
        store.cell(1, "proactive", "policy", "new_items", "1");
        store.entry(1, 2, "一", "policy", "work", "2026-06-30", "2026-06-30");
        store.entry(1, 3, "二", "policy", "work", "2026-06-30", "2026-09-30");
        store.entry(1, 4, "三", "policy", "work", "2026-06-30", "2026-10-01");
        assertEquals(new RuleOutcome(List.of(), 1, 0), outcome(declared));
    }

    @Test
    void listsTheFirstOfManyBadEntriesAndCountsTheOthers() throws SQLException {
        RuleDefinition dates = rule("dates", "published_on", ">=", "formed_on")
                .over(Scope.ENTRY, "register")
                .build();
        for (int row = Finding.MOST_KEPT + 12; row > 1; row--) {
            store.entry(1, row, "第" + row, "policy", "work", "2026-07-02", "2026-07-01");
        }
        RuleOutcome outcome = outcome(dates);
        assertEquals(Finding.MOST_KEPT + 1, outcome.failures().size());
        assertEquals(Place.cell("台账", "A2"), outcome.failures().get(0).finding().place());
        Finding last = outcome.failures().get(Finding.MOST_KEPT).finding();
        assertEquals("还有 11 条“dates”未逐条列出：同类问题只列前 1000 条", Messages.render(last, Language.ZH));
        assertEquals(Severity.NOTE, last.severity());
    }

    @Test
    void cannotAssessEntryWhoseTextIsNoNumber() throws SQLException {
        RuleDefinition parsed = rule("parsed", "cast(title as integer)", ">", "period_number")
                .over(Scope.ENTRY, "register")
                .build();
        store.entry(1, 2, "甲", "policy", "work", "2026-07-01", "2026-07-01");
        store.entry(1, 3, "4", "policy", "work", "2026-07-01", "2026-07-01");
        store.entry(1, 4, "2", "policy", "work", "2026-07-01", "2026-07-01");
        RuleOutcome outcome = outcome(parsed);
        assertEquals("register/2", only(outcome).subject());
        assertEquals(1, outcome.passed());
        assertEquals(1, outcome.notAssessable());
    }

    private void row(String row, String... values) throws SQLException {
        List<String> columns = List.of("total", "natural", "other");
        for (int i = 0; i < values.length; i++) {
            store.cell(1, "requests", row, columns.get(i), values[i]);
        }
    }

    private RuleOutcome outcome(RuleDefinition rule) throws SQLException {
        List<RuleOutcome> outcomes = store.within(TestJob.with(rule));
        assertEquals(1, outcomes.size());
        return outcomes.get(0);
    }

    private static Finding only(RuleOutcome outcome) {
        assertEquals(1, outcome.failures().size());
        return outcome.failures().get(0).finding();
    }

    private static String words(RuleOutcome outcome, Language language) {
        return Messages.render(only(outcome), language);
    }
}
