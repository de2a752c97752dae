package org.jibao.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Problem;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.definition.loading.JobLoader;
import org.jibao.finding.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionLintTest {

    private final TestStore store;

    ExpressionLintTest() throws SQLException, IOException {
        store = new TestStore(TestJob.with());
    }

    @AfterEach
    void closes() throws SQLException {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "received + carried_in",
                "\"total\" - Granted * 2 / nullif(received, 0) -- a comment",
                "case when period_number = 1 then received else previous.carried_out + received end",
                "round(abs(greatest(received, coalesce(granted, 0))), 2)",
                "if(received is null or not granted > 1, 0, cast(received as decimal(18, 2)))",
                "received between 1 and 2 and granted in (1, 2) and total is distinct from 3",
            })
    void acceptsArithmeticOverCells(String expression) throws SQLException {
        assertEquals(List.of(), problems(job(Scope.COLUMN, "requests", expression)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date_diff('day', formed_on, published_on) > 20 and year(published_on) = period_year",
                "published_on > formed_on + interval 3 month or formed_on < date '2008-05-01'",
                "request_standing(formed_on, null, null, null, null, false, published_on, period_end) = 'late'",
                "request_last_day(formed_on, null, null, null, null, false, null, period_end) > period_end",
                "request_days_used(formed_on, null, null, null, null, true, null, period_end)"
                        + " > request_limit(formed_on, null, null, null, null, true, null, period_end)",
                "request_contradiction(formed_on, null, null, null, null, null, published_on, period_end) is null",
                "working_days_between(formed_on, published_on) > 20 and calendar_covers(period_year)",
                "working_day_after(formed_on, 7) between period_start and period_end",
                "regexp_matches(title, '^关于') and length(trim(title)) > 3 and title like '%''%'",
            })
    void acceptsDatesAndTextOverEntries(String expression) throws SQLException {
        assertEquals(List.of(), problems(job(Scope.ENTRY, "register", expression)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "length(read_text('/etc/passwd')) | the function read_text is not allowed; use arithmetic, comparison, case, coalesce and functions such as abs, round, greatest, least, nullif",
                "length(getenv('HOME')) | the function getenv is not allowed; use arithmetic, comparison, case, coalesce and functions such as abs, round, greatest, least, nullif",
                "main.abs(received) | write abs(…) plainly: no dot before it, no distinct, filter or order by in it",
                "(select 1) | a subquery is not allowed; a rule uses the return's own figures",
                "received in (from intake.unit select 1) | a subquery is not allowed; a rule uses the return's own figures",
                "lag(received) over () | the window function lag is not allowed",
                "recieved + 1 | there is no recieved here; there are: received, previous.received, carried_in, previous.carried_in, granted, previous.granted, total, previous.total, carried_out, previous.carried_out, period_number, period_year, …",
                "received::blob | a cast to blob is not allowed",
                "? | VALUE_PARAMETER is not allowed",
                "received[1] | ARRAY_EXTRACT is not allowed",
                "1) from intake.unit where (true | it must be one expression and nothing else",
                "1); drop table intake.unit; select (2 | it is no expression: Only SELECT statements can be serialized to json!",
                "1); select (2 | it must be one expression and nothing else",
                "1), (2 | it must be one expression and nothing else",
                "1) order by (2 | it must be one expression and nothing else",
                "1) using sample (10 | it must be one expression and nothing else",
                "received + | it is no expression: syntax error at or near \")\"",
                "received.abs() | write abs(…) plainly: no dot before it, no distinct, filter or order by in it",
                "previous . received | a name is written in a way that is not recognised; write previous.name and function(name)",
            })
    void refusesEverythingElse(String expression, String message) throws SQLException {
        assertEquals(
                List.of("checks/requests.yaml:7: rule r, left: " + message),
                problems(job(Scope.COLUMN, "requests", expression)).stream()
                        .map(problem -> problem.in(Language.EN))
                        .distinct()
                        .limit(1)
                        .toList());
    }

    @Test
    void refusesSensitiveFieldAndLookingBackFromAnEntry() throws SQLException {
        assertEquals(
                List.of(
                        "checks/register.yaml:7: 规则 r 的 left：没有叫 applicant 的数；可用的有：title, category, channel, formed_on, published_on, pages, period_number, period_year, period_start, period_end",
                        "checks/register.yaml:7: 规则 r 的 left：没有叫 previous.pages 的数；可用的有：title, category, channel, formed_on, published_on, pages, period_number, period_year, period_start, period_end"),
                problems(job(Scope.ENTRY, "register", "applicant = previous.pages")).stream()
                        .map(problem -> problem.in(Language.ZH))
                        .toList());
    }

    @Test
    void looksAtConditionsOfCountsToo() throws SQLException {
        JobDefinition job = TestJob.with(TestJob.rule("r", "n", "=", "1")
                .over(Scope.ROW, "proactive")
                .counting("n", "register", "category", "new_items > 1")
                .build());
        assertEquals(
                List.of(
                        "checks/proactive.yaml:7: rule r, counts.n.where: there is no new_items here; there are: title,"
                                + " category, channel, formed_on, published_on, pages, period_number, period_year, period_start, period_end"),
                problems(job).stream().map(problem -> problem.in(Language.EN)).toList());
    }

    @Test
    void acceptsEveryExpressionOfTheShippedJob() throws SQLException {
        JobDefinition job = JobLoader.load(Path.of("jobs/quarterly-disclosure"));
        assertEquals(List.of(), problems(job));
    }

    private static JobDefinition job(Scope scope, String form, String left) {
        return TestJob.with(TestJob.rule("r", left, "=", "1").over(scope, form).build());
    }

    private List<Problem> problems(JobDefinition job) throws SQLException {
        List<ExpressionLint> lints = ExpressionLint.of(job);
        TestStore.Result parsed = store.query(ExpressionLint.sql(lints));
        return ExpressionLint.problems(lints, parsed.columns(), parsed.rows());
    }
}
