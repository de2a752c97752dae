package org.jibao.definition;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodKind;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.loading.JobLoader;
import org.jibao.finding.Severity;
import org.junit.jupiter.api.Test;

/** The job folder of the distribution. */
final class ShippedJobTest {

    private static final JobDefinition JOB = JobLoader.load(Path.of("jobs/quarterly-disclosure"));

    @Test
    void isQuarterlyAndDueOnTheTenth() {
        Period period = Period.parse("2026Q3").orElseThrow();
        assertEquals("quarterly-disclosure", JOB.id());
        assertEquals(PeriodKind.QUARTER, JOB.periodKind());
        assertEquals(LocalDate.of(2026, 10, 10), JOB.due().dueDate(period, WorkingDays.china()));
        assertEquals(60, JOB.openFor());
    }

    @Test
    void readsUnitAndPeriodFromFileNames() {
        assertEquals(
                new FileNamePattern.Parts("教育局", "2026年第三季度"), JOB.fileName().read("教育局_2026年第三季度.xlsx"));
        assertEquals(new FileNamePattern.Parts("教育局", "2026Q3"), JOB.fileName().read("教育局2026Q3（修订2）.xlsx"));
    }

    @Test
    void hasRosterOfTheCounty() {
        Map<String, Long> kinds =
                new TreeMap<>(JOB.roster().units().stream().collect(groupingBy(Unit::kind, counting())));
        assertEquals(Map.of("county", 1L, "township", 11L, "street", 5L, "department", 33L), kinds);
        assertEquals(49, JOB.roster().units().stream().filter(JOB::owes).count());
        assertEquals(
                List.of("QL303"),
                JOB.roster().byName().getOrDefault("县教育局", List.of()).stream()
                        .map(Unit::code)
                        .toList());
    }

    @Test
    void hasItsForms() {
        assertEquals(
                List.of(
                        "cover 6",
                        "proactive 12x3",
                        "channels 8x2",
                        "documents 2x1",
                        "requests 25x7",
                        "responses 5x11",
                        "disputes 1x15",
                        "register 7",
                        "request_register 13",
                        "message_register 12",
                        "remarks 2"),
                JOB.forms().stream().map(ShippedJobTest::size).toList());
    }

    private static String size(FormDefinition form) {
        if (form instanceof GridForm grid) {
            return form.id() + " " + grid.rows().size() + "x" + grid.columns().size();
        }
        int fields = form instanceof RegisterForm register
                ? register.fields().size()
                : ((CoverForm) form).fields().size();
        return form.id() + " " + fields;
    }

    @Test
    void hasItsRules() {
        assertEquals(
                List.of(
                        "proactive.categories",
                        "proactive.in_time",
                        "proactive.year_to_date",
                        "proactive.register",
                        "channels.sum",
                        "channels.year_to_date",
                        "documents.disclosed",
                        "requests.balance",
                        "requests.outcomes",
                        "requests.applicants",
                        "requests.carried",
                        "requests.register_received",
                        "requests.register_carried_in",
                        "requests.register_outcomes",
                        "requests.register_carried_out",
                        "responses.sum",
                        "responses.valid",
                        "responses.answered",
                        "responses.closed",
                        "responses.closed_early",
                        "responses.satisfied",
                        "responses.rated",
                        "responses.days",
                        "responses.register_received",
                        "responses.register_valid",
                        "responses.register_in_time",
                        "responses.register_late",
                        "responses.register_closed",
                        "responses.register_closed_early",
                        "responses.register_rated",
                        "responses.register_satisfied",
                        "disputes.review",
                        "disputes.direct",
                        "disputes.after",
                        "register.dates",
                        "request_register.dates",
                        "request_register.pairs",
                        "request_register.period",
                        "request_register.status",
                        "request_register.late",
                        "message_register.answered",
                        "message_register.closed",
                        "message_register.limit"),
                JOB.rules().stream().map(RuleDefinition::id).toList());
    }

    @Test
    void asksForExplanationWhereAnExceptionIsLawful() {
        assertEquals(
                List.of(
                        "proactive.year_to_date",
                        "channels.year_to_date",
                        "responses.rated",
                        "responses.days",
                        "request_register.late",
                        "message_register.limit"),
                JOB.rules().stream()
                        .filter(rule -> rule.severity() == Severity.WARNING)
                        .map(RuleDefinition::id)
                        .toList());
    }
}
