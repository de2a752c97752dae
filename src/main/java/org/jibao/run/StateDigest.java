package org.jibao.run;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.delivery.Manifest;
import org.jibao.store.Row;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;

/**
 * One hash over everything that decides what a summary says: the submissions settled by a time with their findings,
 * what officers had decided by then, the same of other jobs whose returns it takes figures from, the job folder, the
 * program, and how many periods are due, as what is missing reads otherwise from then on. One object is asked while the
 * store stays as it is: what all periods share is read once for each time.
 */
public final class StateDigest {

    private final Sql sql;
    private final JobDefinition job;
    private final Map<Instant, Settled> settled = new HashMap<>();

    public StateDigest(Sql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
    }

    public String of(Period period, Instant asOf) {
        Periods periods = new Periods(job, WorkingDays.china());
        Settled there = settled.computeIfAbsent(asOf, time -> settled(periods, time));
        TreeSet<Period> spoken = new TreeSet<>(there.received());
        spoken.add(period);
        return Manifest.sha256(String.join(
                "\n",
                job.id(),
                job.digest(),
                ProgramVersion.current(),
                period.code(),
                String.valueOf(periods.due(spoken, asOf)),
                String.valueOf(periods.closed(period, asOf)),
                there.own(),
                there.others()));
    }

    private Settled settled(Periods periods, Instant asOf) {
        return new Settled(periods.received(sql, asOf), state(job.id(), asOf), others(other -> state(other, asOf)));
    }

    /**
     * The same over what decides the figures of one period alone: what came for it and for those before it. A return of
     * a later period, and the days that pass, leave it as it is.
     */
    public String upTo(Period period, Instant asOf) {
        return Manifest.sha256(String.join(
                "\n",
                job.id(),
                job.digest(),
                ProgramVersion.current(),
                period.code(),
                stateUpTo(job.id(), period, asOf),
                others(other -> stateUpTo(other, period, asOf))));
    }

    private String stateUpTo(String id, Period period, Instant asOf) {
        return hashes(sql.query(SqlText.read(StateDigest.class, "state_up_to", found()), id, asOf, period.end())
                .one());
    }

    private String state(String id, Instant asOf) {
        return hashes(sql.query(ofState(), id, asOf).one());
    }

    /** Three hashes of one job as of a time. */
    static String ofState() {
        return SqlText.read(StateDigest.class, "state", found());
    }

    private static Map<String, String> found() {
        return Map.of("found", SqlText.read(StateDigest.class, "state_found").strip());
    }

    private static String hashes(Row state) {
        return state.text("submissions") + "\n" + state.text("findings") + "\n" + state.text("decisions");
    }

    /** Of the other jobs that this one's SQL names: their returns are in its figures. */
    private String others(UnaryOperator<String> state) {
        return sql.query("SELECT job FROM intake.job WHERE job <> ? ORDER BY job", job.id()).stream()
                .map(row -> row.text("job"))
                .filter(job::looksAt)
                .map(other -> other + "\n" + state.apply(other))
                .collect(Collectors.joining("\n"));
    }

    /** What was settled by a time, in this job and in those whose returns it takes figures from. */
    private record Settled(Collection<Period> received, String own, String others) {}
}
