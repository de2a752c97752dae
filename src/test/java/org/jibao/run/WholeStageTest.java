package org.jibao.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.jibao.run.Batch.StopBetween;
import org.jibao.run.Batch.WholeStage;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;

class WholeStageTest {

    private final List<String> told = new ArrayList<>();
    private final StageTimes progress =
            new StageTimes((stage, done, total) -> told.add(stage + " " + done + "/" + total));
    private final WholeStage listener = new WholeStage(Stage.SNAPSHOT, progress);
    private final StepExecution step = new StepExecution(
            1, "publish", new JobExecution(1, new JobInstance(1, "collect-job"), new JobParameters()));

    @Test
    void tellsWhereTheStepBeginsAndWhereItIsDone() {
        listener.beforeStep(step);
        assertEquals(List.of("SNAPSHOT 0/1"), told);
        step.setStatus(BatchStatus.COMPLETED);
        listener.afterStep(step);
        assertEquals(List.of("SNAPSHOT 0/1", "SNAPSHOT 1/1"), told);
    }

    @Test
    void doesNotTellTheEndOfAStepThatFailed() {
        listener.beforeStep(step);
        step.setStatus(BatchStatus.FAILED);
        listener.afterStep(step);
        assertEquals(List.of("SNAPSHOT 0/1"), told);
    }

    @Test
    void saysNothingOfAStepBeforeWhichTheRunStops() {
        progress.askToStop();
        new StopBetween(progress).beforeStep(step);
        listener.beforeStep(step);
        step.setStatus(BatchStatus.STOPPED);
        listener.afterStep(step);
        assertEquals(List.of(), told);
    }
}
