package org.jibao.run;

import org.jibao.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.configuration.JobRegistry;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;
import org.springframework.batch.core.step.ThreadStepInterruptionPolicy;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Spring Batch over one open store. Costs half a second to start, so it is started only where there is work. */
public final class Batch implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final JobRegistry jobs = new MapJobRegistry();

    private Batch(Store store) {
        context.registerBean(BatchConfiguration.class, () -> new BatchConfiguration(store, jobs));
        context.refresh();
    }

    public static Batch start(Store store) {
        store.checkJobParameters();
        return new Batch(store);
    }

    public JobRepository repository() {
        return context.getBean(JobRepository.class);
    }

    public JobOperator operator() {
        return context.getBean(JobOperator.class);
    }

    /** Runs a job's next instance, with the parameters that its incrementer makes of the last one's. */
    public JobExecution startNext(Job job) {
        return operator().startNextInstance(job);
    }

    /** Runs a job again with the parameters of an execution that did not come to its end. */
    public JobExecution restart(Job job, JobExecution unfinished) throws JobExecutionException {
        jobs.register(job);
        try {
            return operator().restart(unfinished);
        } finally {
            jobs.unregister(job.getName());
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /**
     * Spring Batch's job repository in the store itself: a chunk's rows and the step's own state are committed
     * together, and a kill at any instant finds both or neither.
     */
    @Configuration(proxyBeanMethods = false)
    static class BatchConfiguration extends PlainRepository {

        private final JobRegistry jobs;

        BatchConfiguration(Store store, JobRegistry jobs) {
            super(store.dataSource(), store.transactions());
            this.jobs = jobs;
        }

        @Override
        protected JobRegistry getJobRegistry() {
            return jobs;
        }

        @Override
        protected String getTablePrefix() {
            return Store.batchTablePrefix();
        }
    }

    /**
     * Ends a run that is asked to stop between two chunks, or before the next step, as {@code JobOperator.stop} would;
     * but on the run's own thread, so that no second transaction writes to the row of the execution that a chunk is
     * about to commit.
     */
    public static final class StopBetween implements StepExecutionListener, StepInterruptionPolicy {

        private final Progress progress;
        private final StepInterruptionPolicy interruption = new ThreadStepInterruptionPolicy();

        public StopBetween(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void beforeStep(StepExecution step) {
            if (progress.stopAsked()) {
                step.setTerminateOnly();
            }
        }

        @Override
        public void checkInterrupted(StepExecution step)
                throws org.springframework.batch.core.job.JobInterruptedException {
            beforeStep(step);
            interruption.checkInterrupted(step);
        }
    }

    /** Tells progress of a step that is a stage as a whole: where it begins, and where it has done its work. */
    public static final class WholeStage implements StepExecutionListener {

        private final Stage stage;
        private final Progress progress;

        public WholeStage(Stage stage, Progress progress) {
            this.stage = stage;
            this.progress = progress;
        }

        @Override
        public void beforeStep(StepExecution step) {
            if (!step.isTerminateOnly()) {
                progress.at(stage, 0, 1);
            }
        }

        @Override
        public @Nullable ExitStatus afterStep(StepExecution step) {
            if (step.getStatus() == BatchStatus.COMPLETED) {
                progress.at(stage, 1, 1);
            }
            return null;
        }
    }
}
