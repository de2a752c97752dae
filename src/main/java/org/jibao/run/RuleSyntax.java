package org.jibao.run;

import java.util.ArrayList;
import java.util.List;
import org.jibao.checking.ExpressionLint;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Problem;
import org.jibao.store.Rows;
import org.jibao.store.Sql;

/** Looks at every expression of a job's rules before any of them is run. */
public final class RuleSyntax {

    private RuleSyntax() {}

    public static List<Problem> problems(Sql sql, JobDefinition job) {
        List<Problem> problems = new ArrayList<>();
        for (ExpressionLint lint : ExpressionLint.of(job)) {
            Rows rows = sql.query(lint.sql());
            problems.addAll(lint.problems(rows.columns(), rows.rows()));
        }
        return problems;
    }
}
