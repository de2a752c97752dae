package org.jibao.run;

import java.util.ArrayList;
import java.util.List;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Problem;
import org.jibao.definition.loading.ProblemsException;
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
}
