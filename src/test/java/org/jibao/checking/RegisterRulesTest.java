package org.jibao.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registers of requests and of messages of the shipped job, by themselves and against what 表二 and 表三 declare. */
class RegisterRulesTest {

    private static final JobDefinition JOB = JobLoader.load(Path.of("jobs/quarterly-disclosure"));

    /** Third quarter of 2026: two received before it, one of these still open at its end; three received in it. */
    private static final List<String> REQUESTS = List.of(
            "number=甲1 applicant_kind=natural received_on=2026-06-25 answered_on=2026-07-10 outcome=granted status=answered",
            "number=甲2 applicant_kind=business received_on=2026-06-29 correction_asked_on=2026-07-02 status=awaiting_correction",
            "number=甲3 applicant_kind=natural received_on=2026-07-06 answered_on=2026-07-20 outcome=refused_secret status=answered",
            "number=甲4 applicant_kind=natural received_on=2026-08-03 answered_on=2026-08-05 outcome=other_handling status=withdrawn",
            "number=甲5 applicant_kind=legal received_on=2026-09-28 status=pending");

    private static final List<String> DECLARED = List.of(
            "received.natural=2 received.legal=1 received.total=3 carried_in.natural=1 carried_in.business=1 carried_in.total=2",
            "granted.natural=1 granted.total=1 refused_secret.natural=1 refused_secret.total=1",
            "other_handling.natural=1 other_handling.total=1 total.natural=3 total.total=3",
            "carried_out.business=1 carried_out.legal=1 carried_out.total=2");

    /** 2026-07-01 is a Wednesday: five working days end on 2026-07-08. */
    private static final List<String> MESSAGES = List.of(
            "number=乙1 kind=message received_on=2026-07-01 valid=yes promised_days=5 statutory_days=15"
                    + " answered_on=2026-07-08 closed_on=2026-07-07 rating=satisfied",
            "number=乙2 kind=message received_on=2026-07-01 valid=yes promised_days=5 answered_on=2026-07-09"
                    + " closed_on=2026-07-09 rating=dissatisfied",
            "number=乙3 kind=message received_on=2026-09-30 valid=yes statutory_days=15",
            "number=乙4 kind=hotline received_on=2026-08-03 valid=no answered_on=2026-08-04");

    private static final List<String> ANSWERED = List.of(
            "message.received=3 message.valid=3 message.answered_in_time=1 message.answered_late=1 message.closed=2",
            "message.closed_early=1 message.rated=2 message.satisfied=1 hotline.received=1",
            "total.received=4 total.valid=3 total.answered_in_time=1 total.answered_late=1 total.closed=2",
            "total.closed_early=1 total.rated=2 total.satisfied=1");

    @Test
    void passSoundRegisters() throws SQLException, IOException {
        assertEquals(List.of(), broken(REQUESTS, MESSAGES, "", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "received.legal=2 | requests.register_received requests/*/legal 2 ≠ 1",
                "carried_in.business=0 | requests.register_carried_in requests/*/business 0 ≠ 1",
                "granted.total=2 | requests.register_outcomes requests/granted/* 2 ≠ 1",
                "carried_out.charity=1 | requests.register_carried_out requests/*/charity 1 ≠ 0",
            })
    void findRequestsDeclaredOtherwise(String change, String expected) throws SQLException, IOException {
        assertEquals(List.of(expected), broken(REQUESTS, MESSAGES, change, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hotline.received=2 | responses.register_received responses/hotline/* 2 ≠ 1",
                "hotline.valid=1 | responses.register_valid responses/hotline/* 1 ≠ 0",
                "message.answered_in_time=2 | responses.register_in_time responses/message/* 2 ≠ 1",
                "message.answered_late=0 | responses.register_late responses/message/* 0 ≠ 1",
                "message.closed=3 | responses.register_closed responses/message/* 3 ≠ 2",
                "message.closed_early=2 | responses.register_closed_early responses/message/* 2 ≠ 1",
                "message.rated=1 | responses.register_rated responses/message/* 1 ≠ 2",
                "message.satisfied=2 | responses.register_satisfied responses/message/* 2 ≠ 1",
            })
    void findMessagesDeclaredOtherwise(String change, String expected) throws SQLException, IOException {
        assertEquals(List.of(expected), broken(REQUESTS, MESSAGES, "", change));
    }

    /** Each is 甲1, which is natural, granted and carried in, with other dates. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "answered_on=2026-06-24 | request_register.dates 答复早于收到申请 ≠; request_register.period false ≠ true",
                "answered_on=2026-06-30 | request_register.period false ≠ true",
                "answered_on=2026-10-08 | request_register.late 69 > 20; request_register.period false ≠ true",
                "answered_on= | request_register.late 69 > 20; request_register.status false ≠ true",
                "outcome= | request_register.status false ≠ true; requests.register_outcomes 1 ≠ 0",
                "answered_on=2026-07-24 | request_register.late 21 > 20",
                "answered_on=2026-07-24 extended=yes | ",
                "answered_on=2026-07-24 third_party_from=2026-06-29 third_party_to=2026-07-01 | ",
                "answered_on=2026-07-24 correction_asked_on=2026-06-29 correction_received_on=2026-07-06 | ",
                "third_party_to=2026-07-01 | request_register.pairs true ≠ false",
                "correction_received_on=2026-06-26 | request_register.pairs true ≠ false",
                "correction_asked_on=2026-06-30 correction_received_on=2026-06-29 | request_register.dates 补正收到早于补正通知 ≠",
                "third_party_from=2026-06-30 third_party_to=2026-06-29 | request_register.dates 征求第三方止早于起 ≠",
            })
    void judgeTheDatesOfARequest(String change, String expected) throws SQLException, IOException {
        List<String> requests = List.of(
                REQUESTS.get(0) + " " + Objects.requireNonNull(change),
                REQUESTS.get(1),
                REQUESTS.get(2),
                REQUESTS.get(3),
                REQUESTS.get(4));
        List<String> found = broken(requests, MESSAGES, "", "").stream()
                .map(line -> line.replaceFirst(" \\S+/\\S+", "").strip())
                .toList();
        assertEquals(expected == null ? List.of() : Arrays.asList(expected.split("; ")), found);
    }

    @Test
    void askForTheLimitOfAnAnsweredMessage() throws SQLException, IOException {
        List<String> messages = List.of(
                MESSAGES.get(0),
                MESSAGES.get(1) + " promised_days=",
                MESSAGES.get(2),
                MESSAGES.get(3) + " closed_on=2026-08-01");
        assertEquals(
                List.of(
                        "message_register.closed message_register/乙4 false ≠ true",
                        "message_register.limit message_register/乙2 true ≠ false",
                        "responses.register_late responses/message/* 1 ≠ 0"),
                broken(REQUESTS, messages, "", ""));
    }

    /** What the rules about registers say; the tables' own rules are another test's. */
    private static List<String> broken(List<String> requests, List<String> messages, String declared, String answered)
            throws SQLException, IOException {
        try (TestStore store = new TestStore(JOB)) {
            store.period("2026Q3", 2026, 3, "2026Q2");
            store.submission(1, "QL101", "2026Q3", 1, "pending");
            Map<String, String> figures = new LinkedHashMap<>();
            zeros(figures, "requests");
            zeros(figures, "responses");
            declare(figures, "requests", DECLARED, declared);
            declare(figures, "responses", ANSWERED, answered);
            store.cells(1, figures);
            enter(store, "request_register", requests);
            enter(store, "message_register", messages);
            return store.within(JOB).stream()
                    .flatMap(outcome -> outcome.failures().stream())
                    .map(SubmissionFinding::finding)
                    .filter(finding -> finding.code().contains("register"))
                    .map(RegisterRulesTest::line)
                    .sorted()
                    .toList();
        }
    }

    private static void zeros(Map<String, String> figures, String id) {
        GridForm form = (GridForm) JOB.forms().stream()
                .filter(some -> some.id().equals(id))
                .findFirst()
                .orElseThrow();
        form.rows().forEach(row -> form.columns()
                .forEach(column -> figures.put(id + "." + row.id() + "." + column.id(), "0")));
    }

    private static void declare(Map<String, String> figures, String form, List<String> lines, String change) {
        fields(String.join(" ", lines) + " " + change).forEach((name, value) -> figures.put(form + "." + name, value));
    }

    private static void enter(TestStore store, String register, List<String> lines) throws SQLException {
        int row = 2;
        for (String line : lines) {
            Map<String, String> fields = fields(line);
            fields.values().removeIf(String::isEmpty);
            fields.replaceAll((name, value) -> "'" + value + "'");
            store.entryOf(register, 1, row++, fields);
        }
    }

    /** {@code name=value name=value}; a later one replaces an earlier one. */
    private static Map<String, String> fields(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : line.strip().split(" ")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", -1);
                fields.put(parts[0], parts[1]);
            }
        }
        return fields;
    }

    private static String line(Finding finding) {
        return finding.code() + " " + finding.subject() + " " + finding.value();
    }
}
