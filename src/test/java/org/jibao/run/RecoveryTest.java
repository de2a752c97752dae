package org.jibao.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jibao.collect.CollectJob;
import org.jibao.collect.Folder;
import org.jibao.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** The states that kills and failed commits leave in the job repository, each made by hand. */
class RecoveryTest {

    private static final String NAME = CollectJob.name(Folder.JOB);
    private static final JobParameters PARAMETERS = CollectJob.parameters(Folder.NOW, 1);

    private final Folder folder;
    private final Store store;

    RecoveryTest(@TempDir Path root) {
        folder = new Folder(root);
        store = folder.open();
    }

    @BeforeEach
    void receive() {
        folder.receive("a.txt", "QL101 2026Q3 0 4");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void goesOnAfterKillBeforeTheFirstExecution() {
        with(repository -> repository.createJobInstance(NAME, PARAMETERS));
        assertTrue(store.leftUnfinished(NAME));
        collects();
    }

    @Test
    void goesOnAfterKillBeforeTheFirstStep() {
        with(repository -> started(repository));
        assertTrue(store.leftUnfinished(NAME));
        collects();
    }

    /** Guard 4: a failed commit leaves UNKNOWN, which Batch itself refuses to start again. */
    @Test
    void goesOnAfterCommitThatFailed() {
        with(repository -> {
            JobExecution execution = started(repository);
            StepExecution step = repository.createStepExecution("take-in", execution);
            step.setStatus(BatchStatus.UNKNOWN);
            repository.update(step);
            execution.setStatus(BatchStatus.UNKNOWN);
            execution.setEndTime(java.time.LocalDateTime.now());
            repository.update(execution);
        });
        try (Batch batch = Batch.start(store)) {
            assertThrows(
                    Exception.class,
                    () -> batch.operator().start(emptyJob(batch.repository()), PARAMETERS),
                    "Batch has been mended: UNKNOWN need not be put right");
        }
        collects();
    }

    /** Guard 5: a step that committed nothing hides the restart context of the one before it. */
    @Test
    void forgetsStepThatCommittedNothing() {
        with(repository -> {
            JobExecution first = started(repository);
            StepExecution done = repository.createStepExecution("take-in", first);
            done.setStatus(BatchStatus.FAILED);
            done.setCommitCount(3);
            repository.update(done);
            first.setStatus(BatchStatus.FAILED);
            first.setEndTime(java.time.LocalDateTime.now());
            repository.update(first);
            JobExecution second =
                    repository.createJobExecution(first.getJobInstance(), PARAMETERS, new ExecutionContext());
            second.setStatus(BatchStatus.STARTED);
            repository.update(second);
            StepExecution killed = repository.createStepExecution("take-in", second);
            killed.setStatus(BatchStatus.STARTED);
            repository.update(killed);
        });
        with(repository -> {
            try (Batch batch = Batch.start(store)) {
                new Recovery(batch).unfinished(NAME);
            }
            JobInstance instance = java.util.Objects.requireNonNull(repository.getLastJobInstance(NAME));
            StepExecution last = java.util.Objects.requireNonNull(repository.getLastStepExecution(instance, "take-in"));
            assertEquals(3, last.getCommitCount());
        });
        collects();
    }

    private void collects() {
        assertEquals(1, folder.collect(store).files().size());
        assertEquals(List.of(), folder.collect(store).files());
        assertEquals(
                "COMPLETED",
                store.sql()
                        .query("SELECT max_by(status, job_execution_id) FROM batch.BATCH_JOB_EXECUTION")
                        .single());
    }

    private static JobExecution started(JobRepository repository) {
        JobInstance instance = repository.createJobInstance(NAME, PARAMETERS);
        JobExecution execution = repository.createJobExecution(instance, PARAMETERS, new ExecutionContext());
        execution.setStatus(BatchStatus.STARTED);
        repository.update(execution);
        return execution;
    }

    private static org.springframework.batch.core.job.Job emptyJob(JobRepository repository) {
        var step = new org.springframework.batch.core.step.builder.StepBuilder("take-in", repository)
                .tasklet((contribution, context) ->
                        org.springframework.batch.infrastructure.repeat.RepeatStatus.FINISHED)
                .build();
        return new org.springframework.batch.core.job.builder.JobBuilder(NAME, repository)
                .start(step)
                .build();
    }

    private void with(java.util.function.Consumer<JobRepository> work) {
        try (Batch batch = Batch.start(store)) {
            work.accept(batch.repository());
        }
    }
}
