package org.jibao.run;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Puts right what a kill or a failed commit left of a job's last run, so that it can be started again with the same
 * parameters and goes on where it was. Only the last can be unfinished, as each run begins with this.
 */
public final class Recovery {

    private final JobRepository repository;
    private final JobOperator operator;

    public Recovery(Batch batch) {
        this.repository = batch.repository();
        this.operator = batch.operator();
    }

    /** The execution that must be started again, put right; or empty where the last run came to its end. */
    public Optional<JobExecution> unfinished(String batchJob) {
        return lastInstance(batchJob)
                .flatMap(instance -> Optional.ofNullable(repository.getLastJobExecution(instance)))
                .filter(Recovery::mayGoOn)
                .map(this::putRight);
    }

    /** A kill between the instance and its first execution leaves one that can never be started again. */
    private Optional<JobInstance> lastInstance(String batchJob) {
        JobInstance last = repository.getLastJobInstance(batchJob);
        while (last != null && repository.getJobExecutions(last).isEmpty()) {
            repository.deleteJobInstance(last);
            last = repository.getLastJobInstance(batchJob);
        }
        return Optional.ofNullable(last);
    }

    private static boolean mayGoOn(JobExecution execution) {
        return execution.getStatus() != BatchStatus.COMPLETED && execution.getStatus() != BatchStatus.ABANDONED;
    }

    private JobExecution putRight(JobExecution execution) {
        if (execution.getStatus().isRunning()) {
            forgetStepsThatCommittedNothing(execution);
            operator.recover(again(execution));
        } else {
            fail(execution);
        }
        return again(execution);
    }

    /** Batch restarts a step from its last execution; one that committed nothing would hide the one before it. */
    private void forgetStepsThatCommittedNothing(JobExecution execution) {
        for (StepExecution step : List.copyOf(execution.getStepExecutions())) {
            if (step.getStatus().isRunning() && step.getCommitCount() == 0) {
                repository.deleteStepExecution(step);
            }
        }
    }

    /**
     * A failed commit leaves status UNKNOWN, which Batch does not start again, since elsewhere nobody knows whether the
     * rows were kept. Here rows and state are one transaction: neither was.
     */
    private void fail(JobExecution execution) {
        for (StepExecution step : execution.getStepExecutions()) {
            if (step.getStatus().isRunning() || step.getStatus() == BatchStatus.UNKNOWN) {
                step.setStatus(BatchStatus.FAILED);
                step.setEndTime(LocalDateTime.now());
                repository.update(step);
            }
        }
        if (execution.getStatus() == BatchStatus.UNKNOWN) {
            execution.setStatus(BatchStatus.FAILED);
            repository.update(execution);
        }
    }

    private JobExecution again(JobExecution execution) {
        return java.util.Objects.requireNonNull(repository.getJobExecution(execution.getId()));
    }
}
