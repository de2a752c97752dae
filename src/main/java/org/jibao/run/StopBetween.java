package org.jibao.run;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;
import org.springframework.batch.core.step.ThreadStepInterruptionPolicy;

/**
 * Ends a run that is asked to stop between two chunks, or before the next step, as {@code JobOperator.stop} would; but on
 * the run's own thread, so that no second transaction writes to the row of the execution that a chunk is about to commit.
 */
public final class StopBetween implements StepExecutionListener, StepInterruptionPolicy {

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
    public void checkInterrupted(StepExecution step) throws org.springframework.batch.core.job.JobInterruptedException {
        beforeStep(step);
        interruption.checkInterrupted(step);
    }
}
