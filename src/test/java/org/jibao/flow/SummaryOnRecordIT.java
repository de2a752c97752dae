package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jibao.store.Rows;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.jibao.summarize.Summarizer.SummaryOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what stands in the output folder is on record in the store, wherever a run was killed. */
final class SummaryOnRecordIT {

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
}
