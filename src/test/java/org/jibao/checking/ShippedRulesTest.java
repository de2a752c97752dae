package org.jibao.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.finding.Finding;
import org.jibao.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the shipped job over a whole return that keeps them all, and over the same with one figure changed. */
class ShippedRulesTest {

    private static final JobDefinition JOB = JobLoader.load(Path.of("jobs/quarterly-disclosure"));

    /** The figures of a published provincial table among them: 14069 + 560 = 13810 + 819. */
    private static final List<String> GOOD = List.of(
            "proactive.policy.new_items=2, proactive.policy.within_20_days=1, proactive.policy.year_to_date=5",
            "proactive.total.new_items=2, proactive.total.within_20_days=1, proactive.total.year_to_date=5",
            "channels.website.publications=2, channels.website.publications_to_date=6",
            "channels.total.publications=2, channels.total.publications_to_date=6",
            "documents.issued.documents=707, documents.disclosed.documents=673",
            "requests.received.natural=14069, requests.carried_in.natural=560, requests.granted.natural=13810",
            "requests.total.natural=13810, requests.carried_out.natural=819",
            "requests.received.total=14069, requests.carried_in.total=560, requests.granted.total=13810",
            "requests.total.total=13810, requests.carried_out.total=819",
            "responses.message.received=5, responses.message.valid=4, responses.message.answered_in_time=3",
            "responses.message.answered_late=1, responses.message.closed=4, responses.message.closed_early=2",
            "responses.message.satisfied=2, responses.message.rated=3, responses.message.days_taken=2.5",
            "responses.message.days_promised=5, responses.message.days_statutory=15",
            "responses.total.received=5, responses.total.valid=4, responses.total.answered_in_time=3",
            "responses.total.answered_late=1, responses.total.closed=4, responses.total.closed_early=2",
            "responses.total.satisfied=2, responses.total.rated=3",
            "disputes.cases.review_upheld=1, disputes.cases.review_pending=1, disputes.cases.review_total=2");

    private static final List<String> BEFORE = List.of(
            "proactive.policy.year_to_date=3, proactive.total.year_to_date=3",
            "channels.website.publications_to_date=4, channels.total.publications_to_date=4",
            "requests.carried_out.natural=560, requests.carried_out.total=560");

    @Test
    void passGoodReturn() throws SQLException, IOException {
        assertEquals(List.of(), broken("documents.issued.documents=707"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "proactive.other.within_20_days=1 | proactive.categories proactive/*/within_20_days 1 ≠ 2; proactive.in_time proactive/other/* 1 > 0",
                "proactive.policy.year_to_date=6 | proactive.categories proactive/*/year_to_date 5 ≠ 6; proactive.year_to_date proactive/policy/* 6 ≠ 5",
                "proactive.work.new_items=1 | proactive.categories proactive/*/new_items 2 ≠ 3; proactive.register proactive/work/* 1 ≠ 0; proactive.year_to_date proactive/work/* 0 ≠ 1",
                "channels.weibo.publications=1 | channels.sum channels/*/publications 2 ≠ 3; channels.year_to_date channels/weibo/* 0 ≠ 1",
                "documents.disclosed.documents=708 | documents.disclosed documents/*/documents 708 > 707",
                "requests.received.natural=14070 | requests.balance requests/*/natural 14630 ≠ 14629; requests.applicants requests/received/* 14069 ≠ 14070",
                "requests.granted.natural=13811 | requests.outcomes requests/*/natural 13810 ≠ 13811; requests.applicants requests/granted/* 13810 ≠ 13811",
                "requests.carried_in.natural=561 | requests.balance requests/*/natural 14630 ≠ 14629; requests.applicants requests/carried_in/* 560 ≠ 561; requests.carried requests/*/natural 561 ≠ 560",
                "responses.petition.received=1 | responses.sum responses/*/received 5 ≠ 6",
                "responses.petition.valid=1 | responses.sum responses/*/valid 4 ≠ 5; responses.valid responses/petition/* 1 > 0",
                "responses.message.answered_late=2 | responses.sum responses/*/answered_late 1 ≠ 2; responses.answered responses/message/* 5 > 4",
                "responses.message.closed=5 | responses.sum responses/*/closed 4 ≠ 5; responses.closed responses/message/* 5 > 4",
                "responses.message.closed_early=5 | responses.sum responses/*/closed_early 2 ≠ 5; responses.closed_early responses/message/* 5 > 4",
                "responses.message.satisfied=4 | responses.sum responses/*/satisfied 2 ≠ 4; responses.satisfied responses/message/* 4 > 3",
                "responses.message.rated=5 | responses.sum responses/*/rated 3 ≠ 5; responses.rated responses/message/* 5 > 4",
                "responses.message.days_taken=15.5 | responses.days responses/message/* 15.5 > 15",
                "disputes.cases.review_total=3 | disputes.review disputes/cases/* 3 ≠ 2",
                "disputes.cases.direct_other=1 | disputes.direct disputes/cases/* 0 ≠ 1",
                "disputes.cases.after_total=1 | disputes.after disputes/cases/* 1 ≠ 0",
            })
    void nameTheFigureThatWasChanged(String change, String expected) throws SQLException, IOException {
        assertEquals(Stream.of(expected.split("; ")).sorted().toList(), broken(change));
    }

    @Test
    void findEntryPublishedBeforeItWasFormed() throws SQLException, IOException {
        try (TestStore store = store("documents.issued.documents=707")) {
            store.execute("UPDATE intake.entry_register SET formed_on = DATE '2026-07-03' WHERE \"row\" = 3");
            assertEquals(List.of("register.dates register/关于印发办法的通知 2026-07-02 < 2026-07-03"), findings(store));
        }
    }

    @Test
    void askForAnExplanationOnlyWhereFiguresMayBeRight() {
        assertEquals(
                List.of(
                        "channels.year_to_date",
                        "message_register.limit",
                        "proactive.year_to_date",
                        "request_register.late",
                        "responses.days",
                        "responses.rated"),
                JOB.rules().stream()
                        .filter(rule -> rule.severity() == Severity.WARNING)
                        .map(rule -> rule.id())
                        .sorted()
                        .toList());
    }

    private static List<String> broken(String change) throws SQLException, IOException {
        try (TestStore store = store(change)) {
            return findings(store);
        }
    }

    private static TestStore store(String change) throws SQLException, IOException {
        TestStore store = new TestStore(JOB);
        store.period("2026Q3", 2026, 3, "2026Q2");
        store.submission(1, "QL101", "2026Q2", 1, "accepted");
        store.submission(2, "QL101", "2026Q3", 1, "pending");
        store.cells(1, figures(BEFORE, ""));
        store.cells(2, figures(GOOD, change));
        store.entry(2, 2, "关于公布目录的公告", "policy", "website", "2026-07-01", "2026-07-01");
        store.entry(2, 3, "关于印发办法的通知", "policy", "website", "2026-07-01", "2026-07-02");
        return store;
    }

    private static Map<String, String> figures(List<String> some, String change) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (var definition : JOB.forms()) {
            if (definition instanceof GridForm form) {
                form.rows().forEach(row -> form.columns()
                        .forEach(column -> figures.put(form.id() + "." + row.id() + "." + column.id(), "0")));
            }
        }
        Stream.concat(some.stream(), Stream.of(change))
                .flatMap(line -> Arrays.stream(line.split(", ")))
                .filter(pair -> !pair.isEmpty())
                .forEach(pair -> figures.put(pair.split("=")[0], pair.split("=")[1]));
        return figures;
    }

    private static List<String> findings(TestStore store) throws SQLException {
        return Stream.concat(store.within(JOB).stream(), store.across(JOB, "2026Q3").stream())
                .flatMap(outcome -> outcome.failures().stream())
                .map(SubmissionFinding::finding)
                .map(ShippedRulesTest::line)
                .sorted()
                .toList();
    }

    private static String line(Finding finding) {
        return finding.code() + " " + finding.subject() + " " + finding.value();
    }
}
