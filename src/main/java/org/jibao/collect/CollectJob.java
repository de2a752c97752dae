package org.jibao.collect;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.checking.CheckedReturn;
import org.jibao.checking.Checker;
import org.jibao.checking.SenderEvidence;
import org.jibao.collect.Collector.ReturnReading;
import org.jibao.collect.LazyReader.LongRegister;
import org.jibao.collect.ReadAndCheck.FilesRead;
import org.jibao.collect.ReadingElsewhere.Wanted;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MarkKey;
import org.jibao.inbox.InboxFile;
import org.jibao.reading.Reading;
import org.jibao.reading.content.Entries;
import org.jibao.run.Batch.StopBetween;
import org.jibao.run.Batch.WholeStage;
import org.jibao.run.Failures;
import org.jibao.run.Progress;
import org.jibao.run.Stage;
import org.jibao.run.Timeliness;
import org.jibao.store.MarkKeyFile;
import org.jibao.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * The batch job {@code collect}, from top to bottom: reader, processor, writer, their step; rules; the snapshot; the
 * job. A job is built for one execution, so that reader, processor and writer are given what is known of it. A restart
 * reads the list of new files afresh: what a committed chunk holds is new no longer, so no step needs to remember a
 * position.
 */
public final class CollectJob {

    /** Files a transaction. Smaller ones cost a tenth of the speed each halving; larger ones lose more to a kill. */
    public static final int CHUNK = 100;

    /** Of the files that are held at once. Packed; read, a return takes ten to thirty times as much. */
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    /** A register whose every entry is held. */
    private static final long FILE_BYTES = 2L * 1024 * 1024;

    private static final String AS_OF = "asOf";
    private static final String RUN = "run";
    private static final String TAKE_IN = "take-in";

    private final JobRepository repository;
    private final Store store;
    private final JobDefinition job;
    private final Work work;

    CollectJob(JobRepository repository, Store store, JobDefinition job, Work work) {
        this.repository = repository;
        this.store = store;
        this.job = job;
        this.work = work;
    }

    public static String name(JobDefinition job) {
        return "collect-" + job.id();
    }

    /** One instance a run: the number keeps two runs at the same time apart. */
    public static JobParameters parameters(Instant asOf, long run) {
        return new JobParametersBuilder()
                .addString(AS_OF, asOf.toString())
                .addLong(RUN, run)
                .toJobParameters();
    }

    static Instant asOf(JobParameters parameters) {
        return Instant.parse(java.util.Objects.requireNonNull(parameters.getString(AS_OF)));
    }

    /**
     * What one execution works on.
     *
     * @param elsewhere other processes that read the files, or null
     * @param chunk files a transaction, at most
     * @param asOf the job's parameter, or the present if that lies in the future
     */
    record Work(
            List<InboxFile> newFiles,
            ReturnReading reading,
            BeingRead note,
            @Nullable ReadingElsewhere elsewhere,
            AsyncTaskExecutor threads,
            int chunk,
            Period workedOn,
            Instant asOf,
            Progress progress) {

        List<InboxFile> newReturns() {
            return newFiles.stream().filter(file -> !TakePackages.isOne(file)).toList();
        }
    }

    private ReadAndCheck readAndCheck() {
        return new ReadAndCheck(
                file -> work.reading().read(file, work.note().isSuspect(file)),
                work.note(),
                new Checker(job),
                new Timeliness(job, WorkingDays.china()),
                new SenderEvidence(job, key()));
    }

    /** Whether the rows are kept or not: what lies in temporary files is needed no more. */
    private ItemWriter<CheckedReturn> submissions() {
        return chunk -> {
            List<? extends CheckedReturn> returns = chunk.getItems();
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
        };
    }

    private Step takeIn() {
        ReadingElsewhere elsewhere = work.elsewhere();
        return elsewhere == null || work.newReturns().isEmpty() ? readHere() : readElsewhere(elsewhere);
    }

    /** The other processes read; what they made of the files is added in one transaction. */
    private Step readElsewhere(ReadingElsewhere elsewhere) {
        return new StepBuilder(TAKE_IN, repository)
                .listener(new StopBetween(work.progress()))
                .tasklet(
                        (contribution, context) -> {
                            elsewhere.takeIn(new Wanted(
                                    store, job, work.newReturns(), work.workedOn(), work.asOf(), work.progress()));
                            contribution.incrementWriteCount(work.newReturns().size());
                            return RepeatStatus.FINISHED;
                        },
                        store.transactions())
                .build();
    }

    private Step readHere() {
        int held = held(work.newReturns());
        int chunk = Math.min(work.chunk(), held);
        // What is read ahead while a chunk is stored takes memory beside it.
        int ahead = Math.min(chunk, held - chunk);
        ReadAhead files = new ReadAhead(work.newReturns(), readAndCheck(), work.threads(), ahead);
        return new StepBuilder(TAKE_IN, repository)
                .<Future<@Nullable CheckedReturn>, CheckedReturn>chunk(chunk)
                .transactionManager(store.transactions())
                .reader(files)
                .processor(files)
                .writer(submissions())
                .listener(new FilesRead(work.progress(), work.newReturns().size()))
                .interruptionPolicy(new StopBetween(work.progress()))
                .build();
    }

    /** Each package with all that is in it in a transaction of its own. */
    private Step packages() {
        TakePackages take = new TakePackages(store, job, work);
        return new StepBuilder("packages", repository)
                .<InboxFile, InboxFile>chunk(1)
                .transactionManager(store.transactions())
                .reader(new ListItemReader<>(take.packages()))
                .writer(take)
                .interruptionPolicy(new StopBetween(work.progress()))
                .build();
    }

    private Step rules() {
        return new StepBuilder("rules", repository)
                .listener(new StopBetween(work.progress()))
                .tasklet(
                        (contribution, context) -> {
                            store.define(job, List.of(work.workedOn()), WorkingDays.china());
                            store.parameter(job.id(), work.workedOn(), work.asOf());
                            new ApplyRules(store, job, work.asOf(), work.progress()).run();
                            return RepeatStatus.FINISHED;
                        },
                        store.transactions())
                .build();
    }

    private Step compare() {
        return new StepBuilder("compare", repository)
                .listener(new StopBetween(work.progress()))
                .tasklet(
                        (contribution, context) -> {
                            new ComparePackages(store, job, work).run();
                            return RepeatStatus.FINISHED;
                        },
                        store.transactions())
                .build();
    }

    private Step publish() {
        return new StepBuilder("publish", repository)
                .listener(new StopBetween(work.progress()))
                .listener(new WholeStage(Stage.SNAPSHOT, work.progress()))
                .tasklet(
                        (contribution, context) -> {
                            store.snapshot().publish();
                            return RepeatStatus.FINISHED;
                        },
                        store.transactions())
                .build();
    }

    Job build() {
        SimpleJobBuilder steps = new JobBuilder(name(job), repository)
                .incrementer(last -> parameters(work.asOf(), 1 + last.getLong(RUN, 0L)))
                .start(takeIn());
        boolean packages = !job.receipt().packages().keys().isEmpty();
        if (packages || work.newFiles().stream().anyMatch(TakePackages::isOne)) {
            steps.next(packages());
        }
        steps.next(rules());
        if (packages) {
            steps.next(compare());
        }
        return steps.next(publish()).build();
    }

    /** Without it no code is worth anything, and a return that has one says so. */
    private Optional<MarkKey> key() {
        MarkKeyFile file = MarkKeyFile.beside(store.file());
        try {
            return file.read();
        } catch (IOException e) {
            throw Failures.markKey(file.file(), e);
        }
    }

    /** How many files a chunk has, at most. */
    static int chunk(List<InboxFile> files, int most) {
        return Math.min(most, held(files));
    }

    /**
     * How many files may be held in memory at once, 1 or more: if they are large, fewer of them. Of a long register only the
     * first entries are held, so that one of sixty megabytes counts no more than one of two.
     */
    private static int held(List<InboxFile> files) {
        long largest = files.stream()
                .mapToLong(file -> Math.min(file.size(), FILE_BYTES))
                .max()
                .orElse(1);
        return (int) Math.max(1, MOST_BYTES / Math.max(1, largest));
    }
}
