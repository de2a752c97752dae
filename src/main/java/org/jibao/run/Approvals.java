package org.jibao.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;

/** Which figures an officer has approved to be handed on, and whether they are still the same. */
public final class Approvals {

    private final Sql sql;
    private final JobDefinition job;

    public Approvals(Sql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
    }

    /**
     * An approval.
     *
     * @param digest of all that decided the figures when it was given
     * @param stands whether the digest is the same at the time that was asked about
     */
    public record Approval(String by, Instant at, String reason, String digest, boolean stands) {}

    /** The last one that was given for a period by a time; also none where it is not clear which office hands on. */
    public Optional<Approval> latest(Period period, Instant asOf) {
        return office().flatMap(office -> latest(office, period, asOf));
    }

    private Optional<Approval> latest(String office, Period period, Instant asOf) {
        return sql.query(SqlText.read(Approvals.class, "approval"), job.id(), asOf, office, period.code()).stream()
                .findFirst()
                .map(row -> new Approval(
                        row.text("decided_by"),
                        row.time("decided_at"),
                        row.text("reason"),
                        row.text("fingerprint"),
                        row.text("fingerprint").equals(new StateDigest(sql, job).upTo(period, asOf))));
    }

    private Optional<String> office() {
        String named = job.receipt().packages().office();
        List<Unit> roots = HandingOffice.roots(job);
        return named != null
                ? Optional.of(named)
                : Optional.of(roots).filter(all -> all.size() == 1).map(all -> all.get(0)
                        .code());
    }
}
