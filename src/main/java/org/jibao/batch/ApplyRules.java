package org.jibao.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.checking.RuleQueries;
import org.jibao.checking.RuleQuery;
import org.jibao.checking.SubmissionFinding;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Finding;
import org.jibao.store.Rows;
import org.jibao.store.Store;
import org.jibao.store.SubmissionVerdicts;

/**
 * Runs the job's rules over everything pending and settles it, period after period: a period's rules look back at what
 * was accepted for the one before. All in the transaction of the step, so that nothing is ever half judged.
 */
final class ApplyRules {

    private final Store store;
    private final RuleQueries rules;
    private final SubmissionVerdicts verdicts;
    private final Progress progress;
    private long total;
    private long done;

    ApplyRules(Store store, JobDefinition job, Instant asOf, Progress progress) {
        this.progress = progress;
        this.store = store;
        this.rules = new RuleQueries(job);
        this.verdicts = store.verdicts(job, asOf);
    }

    void run() {
        List<Period> periods = verdicts.pendingPeriods();
        long eachPeriod = rules.across().size()
                + (long) rules.levels().size() * rules.beyond().size();
        total = rules.within().size() + periods.size() * eachPeriod;
        progress.at(Stage.RULES, 0, total);
        rules.prepare().forEach(statement -> store.sql().execute(statement));
        record(rules.within());
        for (Period period : periods) {
            rules.preparePrevious(period.code())
                    .forEach(statement -> store.sql().execute(statement));
            record(rules.across());
            levelByLevel(period);
            verdicts.decide(period);
        }
    }

    /** From below upwards, so that an upper unit's return is held against what has come from its subordinates in this run. */
    private void levelByLevel(Period period) {
        for (List<String> units : rules.levels()) {
            rules.prepareBeyond(period, units).forEach(statement -> store.sql().execute(statement));
            record(rules.beyond());
            verdicts.decide(period, units);
        }
    }

    private void record(List<RuleQuery> queries) {
        Map<Long, List<Finding>> findings = new HashMap<>();
        for (RuleQuery query : queries) {
            Rows rows = store.sql().query(query.sql());
            for (SubmissionFinding failure :
                    rules.outcome(query, rows.columns(), rows.rows()).failures()) {
                findings.computeIfAbsent(failure.submission(), submission -> new ArrayList<>())
                        .add(failure.finding());
            }
            progress.at(Stage.RULES, ++done, total);
        }
        verdicts.add(findings);
    }
}
