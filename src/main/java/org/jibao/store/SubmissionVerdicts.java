package org.jibao.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Settles pending submissions: an error returns the return, a warning is noted, and a newer acceptable revision
 * supersedes the older one. One that is returned displaces nothing.
 */
public final class SubmissionVerdicts {

    private final ConnectionSql sql;
    private final JobDefinition job;
    private final Instant decidedAt;

    SubmissionVerdicts(ConnectionSql sql, JobDefinition job, Instant decidedAt) {
        this.sql = sql;
        this.job = job;
        this.decidedAt = decidedAt;
    }

    /** The periods that have pending submissions, in time. */
    public List<Period> pendingPeriods() {
        return sql.query(Script.read("intake/pending_periods"), job.id()).rows().stream()
                .map(row -> Period.parse(String.valueOf(row.get(0))))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    /** Adds what rules found, by submission. */
    public void add(Map<Long, List<Finding>> findings) {
        new FindingRows(sql, job).add(findings);
    }

    /** Settles the pending submissions of some units only, those farthest below first: upper units look down at them. */
    public void decide(Period period, List<String> units) {
        decide(period, String.join(",", units));
    }

    /** Settles the pending submissions of one period. The period before must be settled first: rules look back at it. */
    public void decide(Period period) {
        decide(period, (String) null);
    }

    private void decide(Period period, @Nullable String units) {
        sql.execute(Script.read("intake/decide"), job.id(), period.code(), decidedAt, units);
        sql.execute(Script.read("intake/supersede"), job.id(), period.code(), decidedAt);
    }
}
