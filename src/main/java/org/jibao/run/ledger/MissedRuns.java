package org.jibao.run.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * Which of a job's scheduled runs did not happen. A job counts as scheduled from its first nightly run on; a scheduled time
 * is kept by a nightly run that began between it and the next one.
 */
public final class MissedRuns {

    /** Cron daemons and timers begin a little late, and clocks are corrected. */
    private static final Duration EARLY = Duration.ofMinutes(1);

    /** A clock that says less is wrong: this program is not older. */
    public static final Instant EARLIEST = Instant.parse("2025-01-01T00:00:00Z");

    /** Nobody needs to be told of more. */
    private static final int MOST = 100;

    private final CronExpression schedule;
    private final ZoneId zone;

    /** @param schedule a cron expression with seconds, as in {@code job.yaml} */
    public MissedRuns(String schedule, ZoneId zone) {
        this.schedule = CronExpression.parse(schedule);
        this.zone = zone;
    }

    /** When the job is to run next after a moment; empty where the expression never comes true again. */
    public Optional<Instant> next(Instant after) {
        return Optional.ofNullable(schedule.next(after.atZone(zone))).map(ZonedDateTime::toInstant);
    }

    /**
     * The scheduled times up to now that no run has kept, the last 100 at most. A run that the ledger has at a time that
     * cannot be, yet to come or before this program was, was noted by a clock that was wrong, and keeps none.
     *
     * @param runs of this job, the first one first
     */
    public List<Instant> missed(List<RunRecord> runs, Instant now) {
        List<Instant> begun = runs.stream()
                .filter(run -> run.command().equals("nightly"))
                .map(RunRecord::begunAt)
                .filter(time -> !time.isAfter(now) && !time.isBefore(EARLIEST))
                .sorted()
                .toList();
        List<Instant> missed = new ArrayList<>();
        if (begun.isEmpty()) {
            return missed;
        }
        Optional<Instant> time = next(begun.get(0));
        while (time.isPresent() && time.get().isBefore(now)) {
            Optional<Instant> following = next(time.get());
            Instant until = following.filter(later -> later.isBefore(now)).orElse(now);
            if (begun.stream().noneMatch(isBetween(time.get().minus(EARLY), until))) {
                missed.add(time.get());
            }
            time = following;
        }
        return missed.subList(Math.max(0, missed.size() - MOST), missed.size());
    }

    private static java.util.function.Predicate<Instant> isBetween(Instant from, Instant until) {
        return begun -> !begun.isBefore(from) && begun.isBefore(until);
    }
}
