package org.jibao.summarize;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.metrics.Metrics;
import org.jibao.run.Batch.StopBetween;
import org.jibao.run.Batch.WholeStage;
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
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * The batch job {@code summarize}, from top to bottom: the metrics into the store; the snapshot that holds them; the workbooks,
 * made of its figures, delivered and put on record; the job. A step that follows in the same process is given the tables that
 * the first one selected; after a kill they are selected again of what the store holds, so that the job goes on at the step
 * that did not come to its end. What a step has put outside the store it
 * puts there again, the same to the byte, until its commit holds.
 */
final class SummarizeJob {

    private static final String PERIOD = "period";
    private static final String AS_OF = "asOf";
    private static final String DIGEST = "digest";
    private static final String RUN = "run";

    private final JobRepository repository;
    private final Store store;
    private final JobDefinition job;
    private final SummaryFiles files;
    private final Progress progress;
    private @Nullable Metrics computed;
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

    /** @param digest of the state that is summarized, see {@link org.jibao.run.StateDigest} */
    private static JobParameters parameters(Period period, Instant asOf, String digest, long run) {
        return new JobParametersBuilder()
                .addString(PERIOD, period.code())
                .addString(AS_OF, asOf.toString())
                .addString(DIGEST, digest)
                .addLong(RUN, run)
                .toJobParameters();
    }

    /** The time of a summary of the period in this state, or empty where the parameters are another's. */
    static Optional<Instant> asOf(JobParameters parameters, Period period, String digest) {
        return Optional.ofNullable(parameters.getString(AS_OF))
                .filter(time -> period.code().equals(parameters.getString(PERIOD))
                        && digest.equals(parameters.getString(DIGEST)))
                .map(Instant::parse);
    }

    private Step metrics() {
        return step("metrics")
                .tasklet(tasklet(() -> computed = files.compute()), store.transactions())
                .build();
    }

    private Step publish() {
        return step("publish")
                .listener(new WholeStage(Stage.SNAPSHOT, progress))
                .tasklet(tasklet(store.snapshot()::publish), store.transactions())
                .build();
    }

    /** In one step, as a workbook that was moved into its place cannot be moved again. */
    private Step workbooks() {
        return step("workbooks")
                .tasklet(
                        tasklet(() -> {
                            if (files.stand()) {
                                return;
                            }
                            files.write(computed == null ? files.stored() : computed);
                            outcome = files.deliver();
                            files.record();
                        }),
                        store.transactions())
                .build();
    }

    Job build() {
        return new JobBuilder(name(job), repository)
                .incrementer(
                        last -> parameters(files.period(), files.asOf(), files.digest(), 1 + last.getLong(RUN, 0L)))
                .start(metrics())
                .next(publish())
                .next(workbooks())
                .build();
    }

    /** What was delivered by the job, where its last step had not been done before. */
    Optional<SummaryOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    private StepBuilder step(String name) {
        return new StepBuilder(name, repository).listener(new StopBetween(progress));
    }

    private static Tasklet tasklet(Work work) {
        return (contribution, context) -> {
            work.run();
            return RepeatStatus.FINISHED;
        };
    }

    private interface Work {
        void run() throws IOException;
    }
}
