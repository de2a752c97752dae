package org.jibao.store;

import java.time.Instant;
import java.util.Map;
import org.jibao.checking.RuleQueries;
import org.jibao.definition.JobDefinition;

/** Gives all verdicts that are due, for jobs without rules. */
final class Judged {

    private Judged() {}

    static void all(Store store, JobDefinition job, Instant now) {
        RuleQueries rules = new RuleQueries(job);
        SubmissionVerdicts verdicts = store.verdicts(job, now);
        rules.casesOfRejections().forEach(statement -> store.sql().execute(statement));
        verdicts.settleRejections();
        rules.cases().forEach(statement -> store.sql().execute(statement));
        verdicts.settle(Map.of(), rules.looking());
    }
}
