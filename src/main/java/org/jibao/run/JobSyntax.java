package org.jibao.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jibao.checking.ExpressionLint;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Problem;
import org.jibao.definition.loading.ProblemsException;
import org.jibao.store.Rows;
import org.jibao.store.Sql;

/** Looks at all the SQL of a job folder before any of it is run. */
public final class JobSyntax {

    private JobSyntax() {}

    /** @throws ProblemsException with everything that is not allowed in rules, metrics and tables */
    public static void check(Sql sql, JobDefinition job) {
        List<Problem> problems = new ArrayList<>(RuleSyntax.problems(sql, job));
        problems.addAll(SelectSyntax.problems(sql, job));
        if (!problems.isEmpty()) {
            throw new ProblemsException(job.folder(), problems);
        }
    }

    /** Looks at every expression of a job's rules before any of them is run. */
    public static final class RuleSyntax {

        private RuleSyntax() {}

        public static List<Problem> problems(Sql sql, JobDefinition job) {
            List<ExpressionLint> lints = ExpressionLint.of(job);
            Rows rows = sql.query(ExpressionLint.sql(lints));
            return ExpressionLint.problems(lints, rows.columns(), rows.rows());
        }
    }

    /** Holds the SQL of a job's metrics and tables against the gate, before any of it is run. */
    public static final class SelectSyntax {

        private SelectSyntax() {}

        /** Each text stands for itself, and the engine takes ten milliseconds for one: the cores share them. */
        public static List<Problem> problems(Sql sql, JobDefinition job) {
            Stream<List<Problem>> metrics =
                    job.metrics().parallelStream().map(metric -> problems(sql, metric.file(), metric.sql()));
            Stream<List<Problem>> tables =
                    job.summary().tables().parallelStream().map(table -> problems(sql, table.file(), table.sql()));
            return Stream.concat(metrics, tables).flatMap(List::stream).toList();
        }

        private static List<Problem> problems(Sql sql, String file, String select) {
            return sql.people().refusals(select).stream()
                    .map(refusal -> new Problem(file, refusal.line(), refusal.text()))
                    .toList();
        }
    }
}
