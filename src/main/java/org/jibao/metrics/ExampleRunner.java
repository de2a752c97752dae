package org.jibao.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jibao.definition.Example;
import org.jibao.definition.Example.Expectation;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MetricDefinition;
import org.jibao.definition.Problem;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.store.Row;
import org.jibao.store.Rows;
import org.jibao.store.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Puts an example's returns into the store, computes the metrics and compares. The store must have been defined with
 * the example's own roster and periods, and the transaction must be undone afterwards.
 */
public final class ExampleRunner {

    private static final Wording WORDS = Wording.of(ExampleRunner.class);

    /** Takes a built-in code, which needs no quoting. */
    private static final String FINDINGS = "(SELECT s.unit, s.period, s.verdict, f.severity, f.subject, f.value"
            + " FROM intake.finding f JOIN intake.submission s ON s.id = f.submission WHERE f.code = '%s')";

    private final Sql sql;
    private final JobDefinition job;

    public ExampleRunner(Sql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
    }

    /**
     * What did not come out as expected; empty where the example holds.
     *
     * @throws MetricException where a metric's SQL fails
     */
    public List<Problem> run(Example example) {
        new GivenReturns(sql, job).insert(example.returns());
        // A year later everything that is given has been received and decided on.
        new MetricRunner(sql, job)
                .compute(
                        example.period(),
                        example.period()
                                .end()
                                .plusYears(1)
                                .atStartOfDay(job.zone())
                                .toInstant());
        List<Problem> problems = new ArrayList<>(repeated(example));
        for (Expectation expectation : example.expectations()) {
            differences(expectation)
                    .forEach(text -> problems.add(
                            new Problem("examples/" + example.id() + "/example.yaml", expectation.line(), text)));
        }
        return problems;
    }

    /** Rows that the columns of a metric's grain do not tell apart: what is joined with them counts twice. */
    private List<Problem> repeated(Example example) {
        List<Problem> problems = new ArrayList<>();
        for (MetricDefinition metric : job.metrics()) {
            if (metric.grain().isEmpty()) {
                continue;
            }
            String grain = metric.grain().stream().map(ExampleRunner::quoted).collect(Collectors.joining(", "));
            sql.query("SELECT " + grain + " FROM mart." + quoted(metric.id())
                            + " GROUP BY ALL HAVING count(*) > 1 ORDER BY ALL LIMIT 1")
                    .forEach(row -> problems.add(new Problem(
                            metric.file(),
                            1,
                            WORDS.text(
                                    "metric.not-its-grain",
                                    metric.id(),
                                    metric.grain(),
                                    metric.grain().stream().map(row::value).toList(),
                                    example.id()))));
        }
        return problems;
    }

    private List<Text> differences(Expectation expectation) {
        String table = table(expectation);
        List<String> missing = missingColumns(expectation, table);
        if (!missing.isEmpty()) {
            return List.of(WORDS.text("example.no-column", name(expectation), missing));
        }
        Map<String, String> where = expectation.where();
        String condition = String.join(
                " AND ",
                where.keySet().stream()
                        .map(name -> quoted(name) + "::VARCHAR = ?")
                        .toList());
        Rows rows = sql.query(
                "SELECT * FROM " + table + " WHERE " + condition, where.values().toArray());
        if (rows.rows().size() != 1) {
            return List.of(WORDS.text(
                    "example.not-one-row", name(expectation), where, rows.rows().size()));
        }
        return differences(expectation, rows);
    }

    /** A metric's table, or the findings of one code with the unit and period of their return. */
    private static String table(Expectation expectation) {
        return expectation.finding().isEmpty()
                ? "mart." + quoted(expectation.metric())
                : FINDINGS.formatted(expectation.finding());
    }

    private static String name(Expectation expectation) {
        return expectation.metric() + expectation.finding();
    }

    private List<String> missingColumns(Expectation expectation, String table) {
        List<String> columns = sql.query("SELECT * FROM " + table + " LIMIT 0").columns();
        List<String> named = new ArrayList<>(expectation.where().keySet());
        named.addAll(expectation.values().keySet());
        named.removeAll(columns);
        return named;
    }

    private static List<Text> differences(Expectation expectation, Rows rows) {
        Row row = rows.one();
        List<Text> wrong = new ArrayList<>();
        expectation.values().forEach((column, expected) -> {
            ExpectedValue value = new ExpectedValue(expected);
            Object actual = row.value(column);
            if (!value.matches(actual)) {
                wrong.add(WORDS.text(
                        "example.differs",
                        name(expectation),
                        expectation.where(),
                        column,
                        expected,
                        value.shown(actual)));
            }
        });
        return wrong;
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    /** A value that an example expects: a number, a percentage, {@code —} for none, or a text. */
    record ExpectedValue(String text) {

        private static final String NONE = "—";
        private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

        boolean matches(@Nullable Object actual) {
            if (actual == null || text.equals(NONE)) {
                return actual == null && text.equals(NONE);
            }
            if (actual instanceof BigDecimal || actual instanceof Long) {
                BigDecimal number = new BigDecimal(actual.toString());
                if (percentage()) {
                    return shown(number).equals(text);
                }
                return NUMBER.matcher(text).matches() && number.compareTo(new BigDecimal(text)) == 0;
            }
            return actual.toString().equals(text);
        }

        /** The actual value in the form of the expected one. */
        String shown(@Nullable Object actual) {
            if (actual == null) {
                return NONE;
            }
            if (actual instanceof BigDecimal number) {
                return percentage()
                        ? number.movePointRight(2)
                                        .setScale(decimals(), RoundingMode.HALF_UP)
                                        .toPlainString() + "%"
                        : number.signum() == 0
                                ? "0"
                                : number.stripTrailingZeros().toPlainString();
            }
            return actual.toString();
        }

        private boolean percentage() {
            return text.endsWith("%")
                    && NUMBER.matcher(text.substring(0, text.length() - 1)).matches();
        }

        private int decimals() {
            int point = text.indexOf('.');
            return point < 0 ? 0 : text.length() - point - 2;
        }
    }
}
