package org.jibao.collect;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.checking.Verdict;
import org.jibao.collect.Archiving.ArchiveOutcome;
import org.jibao.collect.CollectOutcome.FileLine;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.guard.PersonalNumbers;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxListing;
import org.jibao.reading.Reading;
import org.jibao.run.Batch;
import org.jibao.run.Failures;
import org.jibao.run.JobSyntax;
import org.jibao.run.NewFiles;
import org.jibao.run.Periods;
import org.jibao.run.Progress;
import org.jibao.run.Recovery;
import org.jibao.run.RunClock;
import org.jibao.run.RunStopped;
import org.jibao.status.HeldQuery;
import org.jibao.status.HeldQuery.HeldFile;
import org.jibao.status.ReplacementQuery;
import org.jibao.store.Row;
import org.jibao.store.Store;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.TransactionException;

/** Collects: finishes what an earlier run left, then takes in what is new. Starts Spring only where there is work. */
public final class Collector {

    private final Store store;
    private final JobDefinition job;
    private final ReturnReading reader;
    private final int threads;
    private final int chunk;
    private final Progress progress;
    private final @Nullable ReadingElsewhere elsewhere;

    public Collector(
            Store store,
            JobDefinition job,
            Function<InboxFile, Reading> reader,
            int threads,
            int chunk,
            Progress progress) {
        this(store, job, (file, suspect) -> reader.apply(file), threads, chunk, progress);
    }

    /** Reads one file. */
    @FunctionalInterface
    interface ReturnReading {

        /** @param suspect whether the program ended while it was read */
        Reading read(InboxFile file, boolean suspect);
    }

    public Collector(Store store, JobDefinition job, ReturnReading reader, int threads, int chunk, Progress progress) {
        this(store, job, reader, threads, chunk, progress, null);
    }

    private Collector(
            Store store,
            JobDefinition job,
            ReturnReading reader,
            int threads,
            int chunk,
            Progress progress,
            @Nullable ReadingElsewhere elsewhere) {
        this.elsewhere = elsewhere;
        this.store = store;
        this.job = job;
        this.reader = reader;
        this.threads = threads;
        this.chunk = chunk;
        this.progress = progress;
    }

    /**
     * Reads each new file with the job's own reader and judges what is new.
     *
     * @param elsewhere other processes that read the files, or null where this one does
     */
    public static CollectOutcome collect(
            Store store,
            JobDefinition job,
            NewFiles inbox,
            Period workedOn,
            Instant asOf,
            int threads,
            Progress progress,
            @Nullable ReadingElsewhere elsewhere) {
        Period ofRun = job.fileName().periodFromRun() ? workedOn : null;
        try (LazyReader reader =
                new LazyReader(job, TemporaryEntries.beside(store).folder(), progress, ofRun)) {
            return new Collector(store, job, reader, threads, CollectJob.CHUNK, progress, elsewhere)
                    .collect(inbox, workedOn, asOf);
        }
    }

    public CollectOutcome collect(NewFiles inbox, Period workedOn, Instant asOf) {
        SettledFiles settled = SettledFiles.from(store, job);
        boolean anyNew = !newFiles(inbox, asOf).isEmpty();
        if (anyNew || !nothingLeft()) {
            if (anyNew) {
                RunClock.refuseDatingBack(store.sql(), job, asOf);
            }
            TemporaryEntries.beside(store).clear();
            if (!store.defines(job)) {
                // What is defined there was checked before it was.
                JobSyntax.check(store.sql(), job);
            }
            store.define(job, List.of(workedOn), WorkingDays.china());
            try (Batch batch = Batch.start(store)) {
                finishEarlier(batch, inbox, workedOn, asOf);
                runAnew(batch, inbox, workedOn, asOf);
            }
        }
        return settled.outcome(inbox, asOf);
    }

    private boolean nothingLeft() {
        return settled() && !store.leftUnfinished(CollectJob.name(job));
    }

    private boolean settled() {
        return store.defines(job)
                && store.verdicts(job, Instant.EPOCH).pendingPeriods().isEmpty()
                && store.snapshot().exists()
                && !behindOtherJobs();
    }

    /** Only a job whose rules look into other job folders has no fingerprint; of any other no rule is read for this. */
    private boolean behindOtherJobs() {
        return job.fingerprint().isEmpty() && new ApplyRules(store, job, Instant.EPOCH, progress).behindOtherJobs();
    }

    private List<InboxFile> newFiles(NewFiles inbox, Instant asOf) {
        return inbox.unknown(store.submissions(job, asOf).known(), asOf);
    }

    /**
     * A run that was killed is finished as of its own time, as if nothing had happened; unless that is yet to come,
     * since a clock that was ahead then has been set right.
     */
    private void finishEarlier(Batch batch, NewFiles inbox, Period workedOn, Instant asOf) {
        new Recovery(batch).unfinished(CollectJob.name(job)).ifPresent(execution -> {
            Instant then = CollectJob.asOf(execution.getJobParameters());
            run(batch, inbox, workedOn, then.isAfter(asOf) ? asOf : then, execution);
        });
    }

    private void runAnew(Batch batch, NewFiles inbox, Period workedOn, Instant asOf) {
        if (!newFiles(inbox, asOf).isEmpty() || !settled()) {
            run(batch, inbox, workedOn, asOf, null);
        }
    }

    /** @param earlier the execution that is gone on with, or null for the job's next instance */
    private void run(Batch batch, NewFiles inbox, Period workedOn, Instant asOf, @Nullable JobExecution earlier) {
        List<InboxFile> files = newFiles(inbox, asOf);
        ThreadPoolTaskExecutor executor = executor();
        try (BeingRead note = BeingRead.beside(store, threads)) {
            CollectJob.Work work =
                    new CollectJob.Work(files, reader, note, elsewhere, executor, chunk, workedOn, asOf, progress);
            Job collect = new CollectJob(batch.repository(), store, job, work).build();
            JobExecution execution = earlier == null ? batch.startNext(collect) : batch.restart(collect, earlier);
            if (execution.getStatus() == BatchStatus.STOPPED) {
                throw RunStopped.collecting(execution, files.size());
            }
            Failures.throwIfFailed(execution, store);
            note.settle();
            if (elsewhere != null) {
                elsewhere.settled();
            }
        } catch (JobExecutionException | TransactionException e) {
            throw Failures.of(e, store);
        } finally {
            executor.shutdown();
            TemporaryEntries.beside(store).clear();
        }
    }

    private ThreadPoolTaskExecutor executor() {
        return executor(threads);
    }

    static ThreadPoolTaskExecutor executor(int threads) {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(threads);
        executor.setThreadNamePrefix("read-");
        executor.setDaemon(true);
        executor.initialize();
        return executor;
    }

    /** Tells the files that this run settled from those that were settled before it. */
    static final class SettledFiles {

        private static final String SINCE = SqlText.read(SettledFiles.class, "settled");

        private final Store store;
        private final JobDefinition job;
        private final long settledBefore;

        private SettledFiles(Store store, JobDefinition job, long settledBefore) {
            this.store = store;
            this.job = job;
            this.settledBefore = settledBefore;
        }

        /** To be called before the run. */
        static SettledFiles from(Store store, JobDefinition job) {
            return new SettledFiles(store, job, Periods.lastSettled(store, job));
        }

        CollectOutcome outcome(NewFiles inbox, Instant asOf) {
            InboxListing listing = inbox.listing();
            List<FileLine> lines = lines();
            return new CollectOutcome(
                    lines,
                    listing.files().size(),
                    inbox.later(asOf),
                    listing.locks(),
                    listing.ignored(),
                    unexplained(listing.absent()),
                    ArchiveOutcome.NONE,
                    List.of(),
                    listing.notices(),
                    lines.isEmpty() ? List.of() : held(asOf),
                    lines.isEmpty() ? List.of() : new ReplacementQuery(store.sql(), job).since(settledBefore, asOf),
                    job.zone());
        }

        private List<HeldFile> held(Instant asOf) {
            return new HeldQuery(store.sql(), job)
                    .all(asOf).stream()
                            .filter(file -> file.number() > settledBefore)
                            .toList();
        }

        /** A file that was taken in may go, to an archive say; its entry in {@code received.csv} need not. */
        private List<String> unexplained(List<String> absent) {
            if (absent.isEmpty()) {
                return absent;
            }
            Set<String> taken = new HashSet<>();
            store.sql()
                    .query("SELECT DISTINCT file FROM intake.submission WHERE job = ?", job.id())
                    .forEach(row -> addWithAncestors(taken, PersonalNumbers.masked(row.text("file"))));
            return absent.stream()
                    .map(PersonalNumbers::masked)
                    .filter(name -> !taken.contains(name))
                    .toList();
        }

        /** A ZIP was taken in where a file in it was, and a list where a line in it was. */
        private static void addWithAncestors(Set<String> taken, String name) {
            if (name.indexOf('#') > 0) {
                taken.add(name.substring(0, name.lastIndexOf('#')));
            }
            for (int end = name.length(); end > 0; end = name.lastIndexOf('/', end - 1)) {
                taken.add(name.substring(0, end));
            }
        }

        private List<FileLine> lines() {
            return store.sql().query(SINCE, job.id(), settledBefore).stream()
                    .map(SettledFiles::line)
                    .toList();
        }

        private static FileLine line(Row row) {
            String zh = row.textOrNull("remark_zh");
            String en = row.textOrNull("remark_en");
            return new FileLine(
                    row.text("file"),
                    row.choice("verdict", Verdict.class),
                    row.textOrNull("unit"),
                    row.textOrNull("period"),
                    row.time("received_at"),
                    row.count("errors"),
                    row.count("warnings"),
                    row.count("notes"),
                    zh == null || en == null ? null : new Text(zh, en),
                    new Place(row.textOrNull("sheet"), row.textOrNull("cell")),
                    row.flag("after_close"),
                    row.flag("held"));
        }
    }
}
