package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jibao.run.Batch;
import org.jibao.store.Rows;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.jibao.summarize.Summarizer.SummaryOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** That what stands in the output folder is on record in the store, wherever a run was killed. */
final class SummaryOnRecordIT {

    private static final Instant LATER = SmallInbox.NOW.plusSeconds(3_600);

    private final SmallInbox small;

    SummaryOnRecordIT(@TempDir Path folder) throws IOException {
        this.small = new SmallInbox(folder);
    }

    /** As a kill leaves it between the last output's move into place and the commit of the record. */
    @Test
    void whatAKilledRunDeliveredIsPutOnRecordByTheNext() throws IOException {
        SummaryOutcome first = small.jibao().run().summaries().get(0);
        byte[] workbook = Files.readAllBytes(first.files().get(0));
        Map<String, Rows> undisturbed = StoreContents.of(small.store());
        try (Store store = Store.open(small.store(), StoreSettings.DEFAULT)) {
            assertEquals(1, store.inTransaction(() -> store.sql().execute("DELETE FROM intake.publication")));
            assertTrue(store.inTransaction(() -> store.sql().execute("DELETE FROM intake.published_figure")) > 0);
        }

        SummaryOutcome next = small.jibao().run().summaries().get(0);
        assertTrue(next.written());
        assertArrayEquals(workbook, Files.readAllBytes(next.files().get(0)));
        assertTrue(undisturbed.equals(StoreContents.of(small.store())));
        assertFalse(small.jibao().run().summaries().get(0).written());
    }

    /** As a kill leaves it after that commit, before the batch job has said that it is done. */
    @Test
    void aJobThatWasKilledAfterItsLastCommitIsDone() throws IOException {
        small.jibao().run();
        Map<String, Rows> undisturbed = StoreContents.of(small.store());
        String lastOne = " WHERE job_execution_id = (SELECT max(job_execution_id) FROM batch.BATCH_JOB_EXECUTION)";
        try (Store store = Store.open(small.store(), StoreSettings.DEFAULT)) {
            String running = "UPDATE batch.BATCH_JOB_EXECUTION SET status = 'STARTED', end_time = NULL" + lastOne;
            assertEquals(1, store.inTransaction(() -> store.sql().execute(running)));
        }

        assertFalse(small.jibao().run().summaries().get(0).written());
        assertTrue(undisturbed.equals(StoreContents.of(small.store())));
        try (Store store = Store.open(small.store(), StoreSettings.DEFAULT)) {
            String status = "SELECT status FROM batch.BATCH_JOB_EXECUTION" + lastOne;
            assertEquals(
                    List.of(List.of("COMPLETED")), store.sql().query(status).rows());
        }
    }

    /** As a kill leaves it within the last step: two steps are done, their figures are in the store, and nothing stands there. */
    @Test
    void aJobThatWasKilledInItsLastStepGoesOnThereAsOfItsOwnTime() throws IOException {
        SummaryOutcome first = small.jibao().run().summaries().get(0);
        Map<String, Rows> undisturbed = StoreContents.of(small.store());
        List<byte[]> outputs = bytes(first);
        killInTheLastStep(first);

        SummaryOutcome next = small.jibao(LATER).run().summaries().get(0);
        assertTrue(next.written());
        assertEquals(List.of("metrics", "publish", "workbooks", "workbooks"), steps());
        assertEquals(1L, instances());
        assertTrue(undisturbed.equals(StoreContents.of(small.store())));
        List<byte[]> again = bytes(next);
        for (int i = 0; i < outputs.size(); i++) {
            assertArrayEquals(outputs.get(i), again.get(i), "output " + i);
        }
        assertFalse(small.jibao(LATER).run().summaries().get(0).written());
    }

    /** The figures in the store need not be its own any more. */
    @Test
    void aJobThatWasKilledBeginsAnewWhereAnotherHasRunSince() throws IOException {
        SummaryOutcome first = small.jibao().run().summaries().get(0);
        killInTheLastStep(first);
        try (Store store = Store.open(small.store(), StoreSettings.DEFAULT);
                Batch batch = Batch.start(store)) {
            JobParameters none = new JobParameters();
            JobInstance other = batch.repository().createJobInstance("summarize-other", none);
            batch.repository().createJobExecution(other, none, new ExecutionContext());
        }

        assertTrue(small.jibao().run().summaries().get(0).written());
        assertEquals(2L, instances());
        assertEquals(List.of("metrics", "publish", "workbooks", "metrics", "publish", "workbooks"), steps());
    }

    /** What the killed one would have said is no longer true. */
    @Test
    void aJobThatWasKilledBeginsAnewWhereTheStateHasChanged() throws IOException {
        SummaryOutcome first = small.jibao().run().summaries().get(0);
        killInTheLastStep(first);
        String unit = "青岚县教育局";
        small.receive(SmallInbox.sample(unit), unit + "_2026年第二季度.xlsx");

        SummaryOutcome next = small.jibao().run().summaries().get(0);
        assertTrue(next.written());
        assertEquals(first.reported() + 1, next.reported());
        assertEquals(2L, instances());
        assertEquals(List.of("metrics", "publish", "workbooks", "metrics", "publish", "workbooks"), steps());
    }

    private void killInTheLastStep(SummaryOutcome outcome) throws IOException {
        for (Path file : outcome.files()) {
            Files.delete(file);
        }
        Files.delete(outcome.files().get(0).resolveSibling("manifest.json"));
        String job = " WHERE job_execution_id = (SELECT max(job_execution_id) FROM batch.BATCH_JOB_EXECUTION)";
        try (Store store = Store.open(small.store(), StoreSettings.DEFAULT)) {
            store.inTransaction(() -> {
                store.sql().execute("DELETE FROM intake.publication");
                store.sql().execute("DELETE FROM intake.published_figure");
                store.sql().execute("UPDATE batch.BATCH_JOB_EXECUTION SET status = 'STARTED', end_time = NULL" + job);
                assertEquals(
                        1,
                        store.sql()
                                .execute("UPDATE batch.BATCH_STEP_EXECUTION SET status = 'STARTED', end_time = NULL,"
                                        + " commit_count = 1" + job + " AND step_name = 'workbooks'"));
            });
        }
    }

    private static List<byte[]> bytes(SummaryOutcome outcome) throws IOException {
        List<byte[]> bytes = new ArrayList<>();
        for (Path file : outcome.files()) {
            bytes.add(Files.readAllBytes(file));
        }
        bytes.add(Files.readAllBytes(outcome.files().get(0).resolveSibling("manifest.json")));
        return bytes;
    }

    private List<String> steps() {
        try (Store store = Store.open(small.store(), StoreSettings.DEFAULT)) {
            return store
                    .sql()
                    .query("SELECT step_name FROM batch.BATCH_STEP_EXECUTION JOIN batch.BATCH_JOB_EXECUTION"
                            + " USING (job_execution_id) JOIN batch.BATCH_JOB_INSTANCE USING (job_instance_id)"
                            + " WHERE job_name = 'summarize-quarterly-disclosure' ORDER BY step_execution_id")
                    .rows()
                    .stream()
                    .map(row -> String.valueOf(row.get(0)))
                    .toList();
        }
    }

    private long instances() {
        try (Store store = Store.open(small.store(), StoreSettings.DEFAULT)) {
            return store.sql()
                    .query("SELECT count(*) FROM batch.BATCH_JOB_INSTANCE"
                            + " WHERE job_name = 'summarize-quarterly-disclosure'")
                    .number();
        }
    }
}
