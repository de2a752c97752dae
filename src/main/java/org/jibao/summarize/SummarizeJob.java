package org.jibao.summarize;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.metrics.Metrics;
import org.jibao.run.Batch.StopBetween;
import org.jibao.run.Progress;
import org.jibao.run.Stage;
import org.jibao.store.Store;
import org.jibao.summarize.Summarizer.SummaryOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * The batch job {@code summarize}: compute the metrics, publish the snapshot that holds them, write the workbooks,
 * deliver. The steps of one instance hand over in memory; a killed one is replaced, not continued.
 */
final class SummarizeJob {

    private final JobRepository repository;
    private final Store store;
    private final JobDefinition job;
    private final SummaryFiles files;
    private final Progress progress;
    private @Nullable Metrics metrics;
    private @Nullable SummaryOutcome outcome;

    SummarizeJob(JobRepository repository, Store store, JobDefinition job, SummaryFiles files, Progress progress) {
        this.repository = repository;
        this.store = store;
        this.job = job;
        this.files = files;
        this.progress = progress;
    }

    static String name(JobDefinition job) {
        return "summarize-" + job.id();
    }

    String name() {
        return name(job);
    }

    static JobParameters parameters(Period period, Instant asOf, long run) {
        return new JobParametersBuilder()
                .addString("period", period.code())
                .addString("asOf", asOf.toString())
                .addLong("run", run)
                .toJobParameters();
    }

    /** Whether a summary with these parameters was one of the period. */
    static boolean isOf(Period period, JobParameters parameters) {
        return period.code().equals(parameters.getString("period"));
    }

    Job build() {
        return new JobBuilder(name(), repository)
                .start(step("metrics", () -> metrics = files.compute()))
                .next(step("publish", this::publish))
                .next(step("workbook", () -> files.write(Objects.requireNonNull(metrics))))
                .next(step("deliver", this::deliver))
                .build();
    }

    /** What was delivered, once the job has completed. */
    SummaryOutcome outcome() {
        return Objects.requireNonNull(outcome);
    }

    private void publish() {
        progress.at(Stage.SNAPSHOT, 0, 1);
        store.snapshot().publish();
        progress.at(Stage.SNAPSHOT, 1, 1);
    }

    /** What was delivered is on record with its figures, so that the next summary can say what has changed since. */
    private void deliver() throws IOException {
        outcome = files.deliver();
        files.record();
    }

    private Step step(String name, Work work) {
        return new StepBuilder(name, repository)
                .listener(new StopBetween(progress))
                .tasklet(
                        (contribution, context) -> {
                            work.run();
                            return RepeatStatus.FINISHED;
                        },
                        store.transactions())
                .build();
    }

    private interface Work {
        void run() throws IOException;
    }
}
