package org.jibao.cluster;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jibao.support.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.integration.partition.RemotePartitioningManagerStepBuilder;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The job of one plan in the cluster's job repository: a step that is partitioned into slices, which workers execute.
 * Started again after a failure it does what Spring Batch does of any job: slices that are done are not done again.
 */
final class SlicesJob implements AutoCloseable {

    private static final String NAME = "slices";
    private static final String STEP = "hand-out";

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final ClusterDatabase database;
    private final SlicePlan plan;
    private final JobParameters parameters;
    private final Participant here;

    SlicesJob(ClusterDatabase database, SlicePlan plan, Participant here) {
        this.database = database;
        this.plan = plan;
        this.here = here;
        this.parameters = new JobParametersBuilder()
                .addString(SliceStep.PLAN, plan.name())
                .toJobParameters();
        context.registerBean(ClusterConfiguration.class, () -> new ClusterConfiguration(database));
        context.refresh();
    }

    private JobRepository repository() {
        return context.getBean(JobRepository.class);
    }

    /** Puts right what a run that ended has left: nothing of it is in the queue or in a worker's hands any more. */
    void settle() {
        database.inTransaction(() -> {
            database.sql().queryForObject(ClusterDatabase.statement("wait_for_workers"), Long.class);
            database.sql().update("DELETE FROM INT_CHANNEL_MESSAGE");
        });
        JobInstance own = instance();
        if (own != null) {
            repository().getJobExecutions(own).forEach(this::fail);
        }
        for (JobInstance other : repository().getJobInstances(NAME, 0, Integer.MAX_VALUE)) {
            if (own == null || other.getId() != own.getId()) {
                repository().deleteJobInstance(other);
            }
        }
    }

    private void fail(JobExecution execution) {
        for (StepExecution step : execution.getStepExecutions()) {
            if (step.getStatus().isRunning() || step.getStatus() == BatchStatus.UNKNOWN) {
                step.setStatus(BatchStatus.FAILED);
                step.setEndTime(LocalDateTime.now());
                repository().update(step);
            }
        }
        if (execution.getStatus().isRunning() || execution.getStatus() == BatchStatus.UNKNOWN) {
            execution.setStatus(BatchStatus.FAILED);
            execution.setEndTime(LocalDateTime.now());
            repository().update(execution);
        }
    }

    private @Nullable JobInstance instance() {
        return repository().getJobInstance(NAME, parameters);
    }

    boolean isDone() {
        JobInstance own = instance();
        return own != null
                && repository().getJobExecutions(own).stream()
                        .anyMatch(execution -> execution.getStatus() == BatchStatus.COMPLETED);
    }

    /** Hands out what is not done and waits until it is; on the calling thread. */
    JobExecution run(Duration deadline) throws JobExecutionException {
        Job job = new JobBuilder(NAME, repository()).start(handOut(deadline)).build();
        return context.getBean(JobOperator.class).start(job, parameters);
    }

    private Step handOut(Duration deadline) {
        return new RemotePartitioningManagerStepBuilder(STEP, repository())
                .partitioner(SliceQueue.STEP, partitioner())
                .gridSize(plan.slices().size())
                .outputChannel(SliceQueue.open(database, here))
                .pollInterval(Math.max(300, 5L * plan.slices().size()))
                .timeout(deadline.toMillis())
                .beanFactory(context)
                .build();
    }

    private Partitioner partitioner() {
        return size -> {
            Map<String, ExecutionContext> contexts = new HashMap<>();
            for (Slice slice : plan.slices()) {
                if (!plan.here().contains(slice.number())) {
                    ExecutionContext context = new ExecutionContext();
                    context.putLong(SliceStep.SLICE, slice.number());
                    context.putString(SliceStep.SHA256, Sha256.of(plan.texts().get(slice.number())));
                    contexts.put("slice" + slice.number(), context);
                }
            }
            return contexts;
        };
    }

    /** The last step execution of each slice that is done, by the slice's number. */
    Map<Integer, StepExecution> done() {
        Map<Integer, StepExecution> done = new TreeMap<>();
        JobInstance own = instance();
        if (own != null) {
            repository().getJobExecutions(own).stream()
                    .flatMap(execution -> execution.getStepExecutions().stream())
                    .filter(step -> step.getStatus() == BatchStatus.COMPLETED
                            && step.getStepName().startsWith(SliceQueue.STEP + ":"))
                    .sorted(Comparator.comparing(StepExecution::getId))
                    .forEach(step -> done.put((int) step.getExecutionContext().getLong(SliceStep.SLICE), step));
        }
        return done;
    }

    /** What these slices have left is not as it was made: they are to be done again. */
    void again(List<StepExecution> steps) {
        steps.forEach(step -> mark(step, BatchStatus.FAILED));
        JobInstance own = instance();
        if (own != null) {
            for (JobExecution execution : repository().getJobExecutions(own)) {
                execution.getStepExecutions().stream()
                        .filter(step -> step.getStepName().equals(STEP))
                        .forEach(step -> mark(step, BatchStatus.FAILED));
                execution.setStatus(BatchStatus.FAILED);
                repository().update(execution);
            }
        }
    }

    private void mark(StepExecution step, BatchStatus status) {
        step.setStatus(status);
        repository().update(step);
    }

    /** Forgets the plan: what was read is in the store. */
    void forget() {
        JobInstance own = instance();
        if (own != null) {
            repository().deleteJobInstance(own);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
