package org.jibao.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jibao.run.DecidedFolder;
import org.jibao.summarize.Summarizer.SummaryOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that only collects: it has no figures, no metrics and no {@code summary.yaml}. */
class NoSummaryTest {

    private static final Instant JULY_8 = Instant.parse("2026-07-08T01:00:00Z");
    private static final Instant JULY_9 = Instant.parse("2026-07-09T01:00:00Z");

    @Test
    void nightWritesChaseListsAndNoWorkbook(@TempDir Path root) throws IOException {
        DecidedFolder folder = new DecidedFolder(root);
        Path job = root.resolve("jobs/quarterly-disclosure");
        Files.delete(job.resolve("summary.yaml"));
        Files.delete(job.resolve("figures.yaml"));
        folder.receive("1.txt", "QL101 2026Q2 issued=120 disclosed=80", JULY_8);

        RunOutcome night = folder.jibao(JULY_9).nightly();
        SummaryOutcome summary = night.summaries().get(0);
        assertEquals(List.of(), summary.files());
        assertEquals(1, summary.reported());
        assertEquals(2, summary.chase().files().size());
        for (Path file : summary.chase().files()) {
            assertTrue(Files.size(file) > 0);
        }
        assertFalse(folder.jibao(JULY_9).nightly().summaries().get(0).chase().written());
    }
}
