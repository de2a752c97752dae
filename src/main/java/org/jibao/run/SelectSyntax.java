package org.jibao.run;

import java.util.ArrayList;
import java.util.List;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Problem;
import org.jibao.store.Sql;

/** Holds the SQL of a job's metrics and tables against the gate, before any of it is run. */
public final class SelectSyntax {

    private SelectSyntax() {}

    public static List<Problem> problems(Sql sql, JobDefinition job) {
        List<Problem> problems = new ArrayList<>();
        job.metrics().forEach(metric -> problems.addAll(problems(sql, metric.file(), metric.sql())));
        job.summary().tables().forEach(table -> problems.addAll(problems(sql, table.file(), table.sql())));
        return problems;
    }

    private static List<Problem> problems(Sql sql, String file, String select) {
        return sql.people().refusals(select).stream()
                .map(refusal -> new Problem(file, refusal.line(), refusal.text()))
                .toList();
    }
}
