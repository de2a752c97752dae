package org.jibao.batch;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.delivery.Manifest;
import org.jibao.store.Sql;
import org.jspecify.annotations.Nullable;

/**
 * One hash over everything that decides what a summary says: the submissions settled by a time with their findings, what
 * officers had decided by then, the job folder, the program, and how many periods are due, as what is missing reads otherwise from then on.
 */
final class StateDigest {

    private final Sql sql;
    private final JobDefinition job;

    StateDigest(Sql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
    }

    String of(Period period, Instant asOf) {
        List<@Nullable Object> state =
                sql.query(Resource.sql("state"), job.id(), asOf).rows().get(0);
        Periods periods = new Periods(job, WorkingDays.china());
        TreeSet<Period> spoken = new TreeSet<>(periods.received(sql, asOf));
        spoken.add(period);
        return Manifest.sha256(String.join(
                "\n",
                job.id(),
                job.digest(),
                ProgramVersion.current(),
                period.code(),
                String.valueOf(periods.due(spoken, asOf)),
                String.valueOf(periods.closed(period, asOf)),
                String.valueOf(state.get(0)),
                String.valueOf(state.get(1)),
                String.valueOf(state.get(2))));
    }
}
