package org.jibao.collect;

import java.time.Instant;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.checking.CheckedReturn;
import org.jibao.collect.LazyReader.LongRegister;
import org.jibao.definition.JobDefinition;
import org.jibao.inbox.InboxFile;
import org.jibao.reading.Reading;
import org.jibao.reading.content.Entries;
import org.jibao.run.Batch.StopBetween;
import org.jibao.run.Progress;
import org.jibao.run.Stage;
import org.jibao.store.Store;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * The batch job {@code collect}: take in new files, apply the rules, publish the snapshot. A restart reads the list of
 * new files afresh: what a committed chunk holds is new no longer, so no step needs to remember a position.
 */
public final class CollectJob {

    /** Files a transaction. Smaller ones cost a tenth of the speed each halving; larger ones lose more to a kill. */
    public static final int CHUNK = 100;

    private static final String AS_OF = "asOf";

    private final JobRepository repository;
    private final Store store;
    private final JobDefinition job;

    CollectJob(JobRepository repository, Store store, JobDefinition job) {
        this.repository = repository;
        this.store = store;
        this.job = job;
    }

    public static String name(JobDefinition job) {
        return "collect-" + job.id();
    }

    /** One instance a run: the number keeps two runs at the same time apart. */
    public static JobParameters parameters(Instant asOf, long run) {
        return new JobParametersBuilder()
                .addString(AS_OF, asOf.toString())
                .addLong("run", run)
                .toJobParameters();
    }

    static Instant asOf(JobParameters parameters) {
        return Instant.parse(java.util.Objects.requireNonNull(parameters.getString(AS_OF)));
    }

    /** The steps of one run. */
    record Work(
            List<InboxFile> newFiles,
            ReadAndCheck processor,
            AsyncTaskExecutor threads,
            int chunk,
            Period workedOn,
            Instant asOf,
            Progress progress) {}

    Job build(Work work) {
        return new JobBuilder(name(job), repository)
                .start(takeIn(work))
                .next(rules(work))
                .next(publish(work))
                .build();
    }

    private Step takeIn(Work work) {
        return new StepBuilder("take-in", repository)
                .<InboxFile, CheckedReturn>chunk(work.chunk())
                .transactionManager(store.transactions())
                .reader(new ListItemReader<>(work.newFiles()))
                .processor(work.processor())
                .taskExecutor(work.threads())
                .writer(chunk -> write(work, chunk.getItems()))
                .interruptionPolicy(new StopBetween(work.progress()))
                .build();
    }

    /** Whether the rows are kept or not: what lies in temporary files is needed no more. */
    private void write(Work work, List<? extends CheckedReturn> returns) {
        List<Entries> entries = returns.stream()
                .map(CheckedReturn::reading)
                .filter(Reading.Read.class::isInstance)
                .map(reading -> ((Reading.Read) reading).document().entries())
                .toList();
        try {
            store.submissions(job, work.asOf()).write(returns, LongRegister.storing(work.progress(), entries));
        } finally {
            entries.forEach(Entries::close);
        }
    }

    private Step rules(Work work) {
        return tasklet("rules", work, () -> {
            store.define(job, List.of(work.workedOn()), WorkingDays.china());
            store.parameter(job.id(), work.workedOn(), work.asOf());
            new ApplyRules(store, job, work.asOf(), work.progress()).run();
        });
    }

    private Step publish(Work work) {
        return tasklet("publish", work, () -> {
            work.progress().at(Stage.SNAPSHOT, 0, 1);
            store.snapshot().publish();
            work.progress().at(Stage.SNAPSHOT, 1, 1);
        });
    }

    private Step tasklet(String name, Work work, Runnable task) {
        Tasklet tasklet = (contribution, context) -> {
            task.run();
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder(name, repository)
                .listener(new StopBetween(work.progress()))
                .tasklet(tasklet, store.transactions())
                .build();
    }
}
