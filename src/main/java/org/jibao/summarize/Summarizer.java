package org.jibao.summarize;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.delivery.Manifest;
import org.jibao.finding.Text;
import org.jibao.metrics.MetricException;
import org.jibao.metrics.Metrics;
import org.jibao.run.Batch;
import org.jibao.run.Failures;
import org.jibao.run.OperationalFailure;
import org.jibao.run.Progress;
import org.jibao.run.Recovery;
import org.jibao.run.RunClock;
import org.jibao.run.RunStopped;
import org.jibao.run.StateDigest;
import org.jibao.status.ChaseFiles;
import org.jibao.status.ChaseFiles.ChaseOutcome;
import org.jibao.status.StatusQuery;
import org.jibao.status.StatusReport;
import org.jibao.status.StatusReport.UnitLine;
import org.jibao.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.transaction.TransactionException;

/**
 * Summarizes a period as of a time, unless the outputs that stand there would say the same. A time before the store's
 * last decision is history: its figures are computed and not kept, and the store stays as it is.
 */
public final class Summarizer {

    private final Store store;
    private final JobDefinition job;
    private final Path out;
    private final Progress progress;
    private final boolean daily;

    /** @param daily whether the chase list counts its days anew each day, see {@link ChaseFiles} */
    public Summarizer(Store store, JobDefinition job, Path out, Progress progress, boolean daily) {
        this.store = store;
        this.job = job;
        this.out = out;
        this.progress = progress;
        this.daily = daily;
    }

    public SummaryOutcome summarize(Period period, Instant asOf) {
        StatusQuery query = new StatusQuery(store.sql(), job, WorkingDays.china());
        List<UnitLine> units = query.units(period, asOf);
        Path folder = folder(period);
        String digest = new StateDigest(store.sql(), job).of(period, asOf);
        boolean history = RunClock.isHistory(store.sql(), job, asOf);
        Optional<SummaryOutcome> earlier = history ? Optional.empty() : finishEarlier(period, asOf, digest);
        Optional<List<Path>> current = Manifest.current(folder, digest);
        // What stands there without a record was left by a killed run that is not the last one any more, or the store
        // is an
        // older one that was restored: it is made again.
        if (current.isPresent() && (history || SummaryFiles.isOnRecord(store.sql(), job, period, asOf, digest))) {
            ChaseOutcome chase = new ChaseFiles(job, store, folder, daily, !history)
                    .write(units, period, asOf, digest, () -> query.report(period, asOf, units));
            return standing(period, units, current.get(), digest, earlier, chase);
        }
        SummaryFiles files = files(query.report(period, asOf, units), digest, !history);
        return history ? historic(files) : anew(files);
    }

    private Path folder(Period period) {
        return out.resolve(job.id()).resolve(period.code());
    }

    private SummaryFiles files(StatusReport status, String digest, boolean kept) {
        Path folder = folder(status.period());
        return new SummaryFiles(
                store, job, status, digest, folder, new ChaseFiles(job, store, folder, daily, kept), progress);
    }

    /** @param earlier what was written now, where an earlier run was finished */
    private static SummaryOutcome standing(
            Period period,
            List<UnitLine> units,
            List<Path> files,
            String digest,
            Optional<SummaryOutcome> earlier,
            ChaseOutcome chase) {
        List<Text> warnings =
                new ArrayList<>(earlier.map(SummaryOutcome::warnings).orElse(List.of()));
        warnings.addAll(chase.unwritten());
        return new SummaryOutcome(
                period,
                units.size(),
                StatusReport.received(units),
                files,
                earlier.isPresent(),
                digest,
                false,
                chase.written() ? chase : earlier.map(SummaryOutcome::chase).orElse(chase),
                warnings);
    }

    private SummaryOutcome historic(SummaryFiles files) {
        try {
            Metrics metrics = files.computeInPassing();
            files.write(metrics);
            return files.deliver();
        } catch (IOException e) {
            throw Failures.output(e);
        } catch (MetricException e) {
            throw new OperationalFailure(e.text(), e);
        }
    }

    /**
     * A summary that was killed is gone on with as of its own time, as if nothing had happened; unless what it would
     * say has changed since, or anything else has run on the store: the figures there are no longer its own then.
     */
    private Optional<SummaryOutcome> finishEarlier(Period period, Instant asOf, String digest) {
        if (!store.leftUnfinished(SummarizeJob.name(job))) {
            return Optional.empty();
        }
        try (Batch batch = Batch.start(store)) {
            JobExecution earlier = new Recovery(batch)
                    .unfinished(SummarizeJob.name(job))
                    .filter(execution -> store.ranLast(execution.getId()))
                    .orElse(null);
            Optional<Instant> then = Optional.ofNullable(earlier)
                    .flatMap(execution -> SummarizeJob.asOf(execution.getJobParameters(), period, digest))
                    .filter(time -> !time.isAfter(asOf));
            return then.flatMap(time -> {
                StatusQuery query = new StatusQuery(store.sql(), job, WorkingDays.china());
                return run(batch, files(query.report(period, time), digest, true), earlier);
            });
        }
    }

    private SummaryOutcome anew(SummaryFiles files) {
        try (Batch batch = Batch.start(store)) {
            return run(batch, files, null).orElseThrow();
        }
    }

    /**
     * @param earlier the execution that is gone on with, or null for the job's next instance
     * @return empty where all of it had been done, and only the job did not know
     */
    private Optional<SummaryOutcome> run(Batch batch, SummaryFiles files, @Nullable JobExecution earlier) {
        SummarizeJob summarize = new SummarizeJob(batch.repository(), store, job, files, progress);
        Job batchJob = summarize.build();
        try {
            JobExecution execution = earlier == null ? batch.startNext(batchJob) : batch.restart(batchJob, earlier);
            if (execution.getStatus() == BatchStatus.STOPPED) {
                throw RunStopped.summarizing(files.period().code());
            }
            Failures.throwIfFailed(execution, store);
            return summarize.outcome();
        } catch (JobExecutionException | TransactionException e) {
            throw Failures.of(e, store);
        }
    }

    /**
     * What came of a summary.
     *
     * @param files what stands there now
     * @param expected units that owe a return for the period
     * @param reported of those, units with an accepted return
     * @param written whether it was written now; otherwise it was there already and would say the same
     * @param digest tells one state of what was summarized from another
     * @param partial whether a file could not be written for its own sake; a warning says why, and the next run tries
     *     again
     * @param chase the list of those who owe a return, beside it
     * @param warnings what the operator should know about the machine, such as a missing typeface
     */
    public record SummaryOutcome(
            Period period,
            long expected,
            long reported,
            List<Path> files,
            boolean written,
            String digest,
            boolean partial,
            ChaseOutcome chase,
            List<Text> warnings) {

        public SummaryOutcome {
            files = List.copyOf(files);
            warnings = List.copyOf(warnings);
        }
    }
}
