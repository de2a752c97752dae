package org.jibao.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jibao.run.ledger.RunRecord;
import org.jibao.schedule.Scheduler.Due;
import org.jibao.schedule.Scheduler.NextRun;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * One job on the schedule. Only the last of its times counts: a run takes in whatever an earlier one would have. A time is kept
 * by a nightly run that began between it and the next one, by the ledger, so that a clock that is set back, or a schedule that
 * is started again, does not run the same night twice.
 */
final class ScheduledJob {

    /** Later than this is caught up, not on time. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private final String name;
    private Instant since;
    private final Timetable timetable;
    private @Nullable Instant settled;
    private @Nullable Instant following;

    /** @param since when the job was first put on the schedule; its times before that are nobody's loss */
    ScheduledJob(String name, Instant since, Timetable timetable) {
        this.name = name;
        this.since = since;
        this.timetable = timetable;
    }

    String name() {
        return name;
    }

    ZoneId zone() {
        return timetable.zone();
    }

    Optional<NextRun> next(Instant now) {
        Optional<Instant> next = nothingSince(now) ? Optional.ofNullable(following) : timetable.next(now);
        return next.map(time -> new NextRun(name, time, zone()));
    }

    /**
     * The run that is due, if one is.
     *
     * @param runs the ledger, read only where one of the job's times has come that was not looked at before
     */
    Optional<Due> due(Instant now, Supplier<List<RunRecord>> runs) {
        if (now.isBefore(since)) {
            // The clock was ahead when the job was put on the schedule, and has been set right.
            since = now;
        }
        if (nothingSince(now)) {
            return Optional.empty();
        }
        Optional<Instant> last = timetable.last(now);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Instant time = last.get();
        List<RunRecord> nights = runs.get().stream()
                .filter(run -> run.job().equals(name) && run.command().equals("nightly"))
                .toList();
        if (!expected(time, nights) || kept(time, nights)) {
            settle(time);
            return Optional.empty();
        }
        boolean late = now.isAfter(time.plus(LATE));
        return Optional.of(new Due(name, time, zone(), late ? Due.Cause.CAUGHT_UP : Due.Cause.ON_TIME));
    }

    /** The time has had its run, whatever came of it: the next try is at the next time. */
    void settle(Instant time) {
        settled = time;
        following = timetable.next(time).orElse(null);
    }

    /** Asked every few seconds: so long as no other of the job's times has come, no expression need be worked out. */
    private boolean nothingSince(Instant now) {
        return settled != null && !now.isBefore(settled) && (following == null || now.isBefore(following));
    }

    private boolean expected(Instant time, List<RunRecord> nights) {
        return time.isAfter(since)
                || nights.stream().anyMatch(run -> run.begunAt().isBefore(time));
    }

    /** One that was stopped or broken off has not kept it: it is gone on with. */
    private boolean kept(Instant time, List<RunRecord> nights) {
        Instant until = timetable.next(time).orElse(Instant.MAX);
        return nights.stream()
                .filter(run -> run.state() != RunRecord.State.STOPPED && run.state() != RunRecord.State.BROKEN_OFF)
                .map(RunRecord::begunAt)
                .anyMatch(begun -> !begun.isBefore(time) && begun.isBefore(until));
    }

    /** When a job is to run: its cron expression, in its time zone. */
    static final class Timetable {

        /** An expression such as "29 February" comes true within eight years, or never. */
        private static final Duration FURTHEST = Duration.ofDays(9 * 366);

        private final CronExpression expression;
        private final ZoneId zone;

        /** @param expression with seconds, as in {@code job.yaml} */
        Timetable(String expression, ZoneId zone) {
            this.expression = CronExpression.parse(expression);
            this.zone = zone;
        }

        ZoneId zone() {
            return zone;
        }

        /** The first time after a moment. */
        Optional<Instant> next(Instant after) {
            return Optional.ofNullable(expression.next(after.atZone(zone))).map(ZonedDateTime::toInstant);
        }

        /** The last time up to a moment, the moment included. Looks back ever further, as expressions only know what comes. */
        Optional<Instant> last(Instant now) {
            for (Duration back = Duration.ofMinutes(1); back.compareTo(FURTHEST) < 0; back = back.multipliedBy(8)) {
                Optional<Instant> time = next(now.minus(back));
                if (time.isPresent() && !time.get().isAfter(now)) {
                    return Optional.of(lastFrom(time.get(), now));
                }
            }
            return Optional.empty();
        }

        private Instant lastFrom(Instant first, Instant now) {
            Instant last = first;
            Optional<Instant> following = next(first);
            while (following.isPresent() && !following.get().isAfter(now)) {
                last = following.get();
                following = next(last);
            }
            return last;
        }
    }
}
