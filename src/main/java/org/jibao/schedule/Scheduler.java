package org.jibao.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jibao.run.RunStopped;
import org.jibao.run.ledger.RunLedger;
import org.jibao.run.ledger.RunRecord;
import org.jspecify.annotations.Nullable;

/**
 * Stays, and runs each job at its times, one run at a time; jobs that are due together one after the other, by their times, then
 * by their names. Sleeps in short steps and asks the wall clock anew after each, as clocks are set and machines sleep.
 */
public final class Scheduler {

    private static final Duration STEP = Duration.ofSeconds(5);
    private static final Duration WATCHING_STEP = Duration.ofSeconds(1);

    /** Deliveries wait a minute at least. */
    private static final Duration DELIVERY_LOOKS = Duration.ofMinutes(1);

    private final NightWork work;
    private final Clock clock;
    private final Sleeper sleeper;
    private final RunLedger ledger;
    private final JobsOnSchedule jobs;
    private final Watches watches;
    private final Duration step;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Instant deliveriesSeen = Instant.EPOCH;

    public Scheduler(ScheduleSettings settings, NightWork work) {
        this(settings, work, Clock.systemUTC(), null);
    }

    /** @param sleeper null for one that a stop wakes */
    Scheduler(ScheduleSettings settings, NightWork work, Clock clock, @Nullable Sleeper sleeper) {
        this.work = work;
        this.clock = clock;
        this.sleeper = sleeper != null ? sleeper : time -> stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        this.ledger = RunLedger.beside(settings.store());
        this.jobs = new JobsOnSchedule(settings, work);
        this.watches = new Watches(settings);
        this.step = settings.quiet().isPresent() ? WATCHING_STEP : STEP;
    }

    /** Ends {@link #run} after what it is at; called from another thread. */
    public void stop() {
        stopped.countDown();
    }

    /** Returns when it is stopped. A run that was stopped in its midst comes out as {@link RunStopped}. */
    public void run() {
        try {
            while (stopped.getCount() > 0) {
                turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watches.close();
        }
    }

    private void turn() throws InterruptedException {
        Instant now = clock.instant();
        if (jobs.refresh(now)) {
            work.next(next(now));
        }
        Optional<Due> due = firstDue(now);
        if (due.isPresent()) {
            run(due.get());
            work.next(next(clock.instant()).stream().limit(1).toList());
        } else {
            deliver(now);
            sleeper.sleep(untilNext(now));
        }
    }

    private Optional<Due> firstDue(Instant now) {
        Stream<Due> scheduled = jobs.all().stream().flatMap(job -> job.due(now, this::runs).stream());
        return scheduled
                .min(Comparator.comparing(Due::time).thenComparing(Due::job))
                .or(() -> jobs.all().stream()
                        .filter(job -> arrived(job.name(), now))
                        .findFirst()
                        .map(job -> new Due(job.name(), now, job.zone(), Due.Cause.ARRIVED)));
    }

    /** Both are asked each time: what one says is said once. */
    private boolean arrived(String job, Instant now) {
        boolean files = watches.arrived(job, now);
        boolean mails = step.equals(WATCHING_STEP) && work.mailArrived(job);
        return files || mails;
    }

    private List<RunRecord> runs() {
        try {
            return ledger.runs();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(Due due) {
        if (due.cause() != Due.Cause.ARRIVED) {
            jobs.all().stream().filter(job -> job.name().equals(due.job())).forEach(job -> job.settle(due.time()));
        }
        guarded(due.job(), () -> work.run(due));
    }

    /** A clock that was set back does not keep deliveries waiting. */
    private void deliver(Instant now) {
        if (Duration.between(deliveriesSeen, now).abs().compareTo(DELIVERY_LOOKS) >= 0) {
            deliveriesSeen = now;
            jobs.all().forEach(job -> guarded(job.name(), () -> work.deliver(job.name())));
        }
    }

    private void guarded(String job, Runnable task) {
        try {
            task.run();
        } catch (RunStopped asked) {
            throw asked;
        } catch (RuntimeException failure) {
            work.failed(job, failure);
        }
    }

    private List<NextRun> next(Instant now) {
        return jobs.all().stream()
                .flatMap(job -> job.next(now).stream())
                .sorted(Comparator.comparing(NextRun::time).thenComparing(NextRun::job))
                .toList();
    }

    private Duration untilNext(Instant now) {
        return next(now).stream()
                .findFirst()
                .map(run -> Duration.between(now, run.time()))
                .filter(left -> left.compareTo(step) < 0)
                .orElse(step);
    }

    /** Lets time pass. */
    public interface Sleeper {

        void sleep(Duration time) throws InterruptedException;
    }

    /** The inboxes that are watched, one a job; none where only the clock decides. */
    static final class Watches implements AutoCloseable {

        private final ScheduleSettings settings;
        private final Map<String, InboxWatch> watches = new HashMap<>();

        Watches(ScheduleSettings settings) {
            this.settings = settings;
        }

        /** Whether something new lies in the job's inbox and has been left alone long enough; says so once. */
        boolean arrived(String job, Instant now) {
            Optional<Duration> quiet = settings.quiet();
            return quiet.isPresent()
                    && watches.computeIfAbsent(
                                    job,
                                    name -> new InboxWatch(settings.inboxes().apply(name), quiet.get()))
                            .arrived(now);
        }

        @Override
        public void close() {
            watches.values().forEach(InboxWatch::close);
        }
    }

    /**
     * When a job runs next.
     *
     * @param zone of the job
     */
    public record NextRun(String job, Instant time, ZoneId zone) {}

    /**
     * A run that is to be done now.
     *
     * @param time for which it was scheduled; of files that arrived, the moment when all was quiet
     * @param zone of the job
     */
    public record Due(String job, Instant time, ZoneId zone, Cause cause) {

        /** Why it is due. */
        public enum Cause {
            ON_TIME,
            /** Its time passed while nobody was there to run it, the clock was set forward, or the run did not come to its end. */
            CAUGHT_UP,
            /** Files have arrived in the inbox, or mails in the mailbox. */
            ARRIVED
        }
    }

    /** What the scheduler has done, and whom it tells. Called from its own thread, one call at a time. */
    public interface NightWork {

        /** Runs a job. What it throws is told to {@link #failed} and the schedule goes on. */
        void run(Due due);

        /** Tries the job's deliveries whose time has come again. */
        void deliver(String job);

        void failed(String job, RuntimeException why);

        /** Whether mails have come for the job since this was asked last; asked only where inboxes are watched. */
        default boolean mailArrived(String job) {
            return false;
        }

        /** What runs next, the soonest first: every job at the start and when a job folder changes, the soonest after each run. */
        void next(List<NextRun> runs);
    }

    /**
     * What is scheduled.
     *
     * @param jobs the folder of job folders
     * @param wanted names of jobs; empty for all there are, looked up again all the time
     * @param inboxes the inbox of a job
     * @param quiet how long an inbox must have been left alone before what has arrived is taken in; empty where only the clock
     *     decides
     */
    public record ScheduleSettings(
            Path jobs, List<String> wanted, Path store, Function<String, Path> inboxes, Optional<Duration> quiet) {

        public ScheduleSettings {
            wanted = List.copyOf(wanted);
        }
    }
}
