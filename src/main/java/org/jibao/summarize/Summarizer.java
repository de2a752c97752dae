package org.jibao.summarize;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
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
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;

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
        Path folder = out.resolve(job.id()).resolve(period.code());
        String digest = new StateDigest(store.sql(), job).of(period, asOf);
        Optional<List<Path>> current = Manifest.current(folder, digest);
        ChaseFiles chaseFiles = new ChaseFiles(job, folder, daily);
        // A run that was killed once the files stood there has not put them on record: they are made again, the same to
        // the byte.
        if (current.isPresent()
                && (SummaryFiles.isOnRecord(store.sql(), job, period, asOf, digest) || isHistory(asOf))) {
            completeEarlier(period, asOf);
            ChaseOutcome chase = chaseFiles.write(units, asOf, digest, () -> query.report(period, asOf, units));
            long received = StatusReport.received(units);
            return new SummaryOutcome(
                    period, units.size(), received, current.get(), false, digest, false, chase, chase.unwritten());
        }
        StatusReport status = query.report(period, asOf, units);
        SummaryFiles files = new SummaryFiles(store, job, status, digest, folder, chaseFiles, progress);
        return isHistory(asOf) ? historic(files) : batched(files, period, asOf);
    }

    private boolean isHistory(Instant asOf) {
        return RunClock.isHistory(store.sql(), job, asOf);
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

    private SummaryOutcome batched(SummaryFiles files, Period period, Instant asOf) {
        try (Batch batch = Batch.start(store)) {
            giveUpEarlier(batch);
            SummarizeJob summarize = new SummarizeJob(batch.repository(), store, job, files, progress);
            JobExecution execution = batch.operator()
                    .start(summarize.build(), SummarizeJob.parameters(period, asOf, batch.nextRun(summarize.name())));
            if (execution.getStatus() == BatchStatus.STOPPED) {
                throw RunStopped.summarizing(period.code());
            }
            Failures.throwIfFailed(execution, store);
            return summarize.outcome();
        } catch (JobExecutionException e) {
            throw Failures.of(e, store);
        }
    }

    /** A summary that was killed after its last commit has done its work, and only its job does not know. */
    private void completeEarlier(Period period, Instant asOf) {
        if (!store.leftUnfinished(SummarizeJob.name(job)) || isHistory(asOf)) {
            return;
        }
        try (Batch batch = Batch.start(store)) {
            new Recovery(batch)
                    .unfinished(SummarizeJob.name(job))
                    .filter(execution -> SummarizeJob.isOf(period, execution.getJobParameters()))
                    .ifPresent(execution -> {
                        execution.setStatus(BatchStatus.COMPLETED);
                        execution.setExitStatus(ExitStatus.COMPLETED);
                        batch.repository().update(execution);
                    });
        }
    }

    /** A summary that was killed is not gone on with: this one replaces all that it could have written. */
    private void giveUpEarlier(Batch batch) {
        new Recovery(batch).unfinished(SummarizeJob.name(job)).ifPresent(execution -> {
            execution.setStatus(BatchStatus.ABANDONED);
            batch.repository().update(execution);
        });
    }

    /**
     * What came of a summary.
     *
     * @param files what stands there now
     * @param expected units that owe a return for the period
     * @param reported of those, units with an accepted return
     * @param written whether it was written now; otherwise it was there already and would say the same
     * @param digest tells one state of what was summarized from another
     * @param partial whether a file could not be written for its own sake; a warning says why, and the next run tries again
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
