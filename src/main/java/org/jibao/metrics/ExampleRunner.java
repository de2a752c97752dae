package org.jibao.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.definition.Example;
import org.jibao.definition.Example.Expectation;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Problem;
import org.jibao.finding.Text;
import org.jibao.store.Rows;
import org.jibao.store.Sql;

/**
 * Puts an example's returns into the store, computes the metrics and compares. The store must have been defined with
 * the example's own roster and periods, and the transaction must be undone afterwards.
 */
public final class ExampleRunner {

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
        new GivenReturns(sql, job.id()).insert(example.returns());
        // A year later everything that is given has been received and decided on.
        new MetricRunner(sql, job)
                .compute(
                        example.period(),
                        example.period()
                                .end()
                                .plusYears(1)
                                .atStartOfDay(job.zone())
                                .toInstant());
        List<Problem> problems = new ArrayList<>();
        for (Expectation expectation : example.expectations()) {
            differences(expectation)
                    .forEach(text -> problems.add(
                            new Problem("examples/" + example.id() + "/example.yaml", expectation.line(), text)));
        }
        return problems;
    }

    private List<Text> differences(Expectation expectation) {
        List<String> missing = missingColumns(expectation);
        if (!missing.isEmpty()) {
            return List.of(new Text(
                    "指标 %s 没有列 %s".formatted(expectation.metric(), missing),
                    "metric %s has no column %s".formatted(expectation.metric(), missing)));
        }
        Map<String, String> where = expectation.where();
        String condition = String.join(
                " AND ",
                where.keySet().stream()
                        .map(name -> quoted(name) + "::VARCHAR = ?")
                        .toList());
        Rows rows = sql.query(
                "SELECT * FROM mart." + quoted(expectation.metric()) + " WHERE " + condition,
                where.values().toArray());
        if (rows.rows().size() != 1) {
            return List.of(new Text(
                    "指标 %s 中符合 %s 的有 %d 行，应当恰有 1 行"
                            .formatted(expectation.metric(), where, rows.rows().size()),
                    "metric %s has %d rows where %s, which must pick out exactly 1"
                            .formatted(expectation.metric(), rows.rows().size(), where)));
        }
        return differences(expectation, rows);
    }

    private List<String> missingColumns(Expectation expectation) {
        List<String> columns = sql.query("SELECT * FROM mart." + quoted(expectation.metric()) + " LIMIT 0")
                .columns();
        List<String> named = new ArrayList<>(expectation.where().keySet());
        named.addAll(expectation.values().keySet());
        named.removeAll(columns);
        return named;
    }

    private static List<Text> differences(Expectation expectation, Rows rows) {
        Map<String, String> wrong = new LinkedHashMap<>();
        expectation.values().forEach((column, expected) -> {
            ExpectedValue value = new ExpectedValue(expected);
            Object actual = rows.rows().get(0).get(rows.columns().indexOf(column));
            if (!value.matches(actual)) {
                wrong.put(column, value.shown(actual));
            }
        });
        return wrong.entrySet().stream()
                .map(entry -> new Text(
                        "指标 %s %s 的 %s 应为 %s，实为 %s"
                                .formatted(
                                        expectation.metric(),
                                        expectation.where(),
                                        entry.getKey(),
                                        expectation.values().get(entry.getKey()),
                                        entry.getValue()),
                        "metric %s %s: %s must be %s, but is %s"
                                .formatted(
                                        expectation.metric(),
                                        expectation.where(),
                                        entry.getKey(),
                                        expectation.values().get(entry.getKey()),
                                        entry.getValue())))
                .toList();
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
