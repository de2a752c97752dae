package org.jibao.slip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.checking.Verdict;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.inbox.Inbox;
import org.jibao.inbox.InboxListing;
import org.jibao.inbox.Limits;
import org.jibao.reading.opening.BookSource;
import org.jibao.reading.opening.UnrulyReading;
import org.jibao.run.Progress;
import org.jibao.run.RunStopped;
import org.jibao.slip.SlipBatch.SlipDraft;
import org.jibao.slip.SlipBatch.SlipSubmission;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ends the process that reads for slips costs its own file the copy, and nothing else. */
class SlipBatchTest {

    private static final JobDefinition JOB = JobLoader.load(Path.of("jobs/quarterly-disclosure"));
    private static final Period PERIOD = Period.parse("2026Q3").orElseThrow();

    private final Path inbox;
    private final Path out;

    SlipBatchTest(@TempDir Path root) throws IOException {
        inbox = Files.createDirectories(root.resolve("inbox"));
        out = root.resolve("out");
    }

    private SlipBatch batch(BookSource books, String... names) throws IOException {
        for (String name : names) {
            Path folder = Files.createDirectories(inbox.resolve(name.replace('.', '_')));
            Files.write(folder.resolve(name), Sheets.of(name, "| 项目 | 公文件数 |\n").xls());
        }
        InboxListing listing = Inbox.list(inbox, Limits.standard());
        SlipBatch batch = new SlipBatch(JOB, books, PERIOD, new SlipSources(listing));
        listing.files()
                .forEach(file -> batch.add(
                        new SlipSubmission(1, null, file.name(), file.sha256(), Verdict.RETURNED, Instant.EPOCH),
                        List.of()));
        return batch;
    }

    @Test
    void givesThePlainListOfWhatEndsTheProcessAndMarksTheOthers() throws IOException {
        try (BookSource books = UnrulyReading.books(JOB, () -> false)) {
            List<String> written = new ArrayList<>();
            for (SlipDraft draft : batch(books, "a.xls", "halt.xls", "z.xls").drafts()) {
                written.add(draft.stem() + draft.writing().written().ending());
            }
            assertEquals(List.of("a.xlsx", "halt_退回说明.xlsx", "z.xlsx"), written);
        }
    }

    @Test
    void stopsInsteadOfWritingThePlainListWhenTheRunIsToStop() throws IOException {
        try (BookSource books = UnrulyReading.books(JOB, () -> true)) {
            List<SlipDraft> drafts = batch(books, "a.xls").drafts();
            SlipFolder folder = new SlipFolder(out, Progress.NONE);
            RunStopped stopped = assertThrows(RunStopped.class, () -> folder.bring("state", drafts));
            assertTrue(
                    stopped.text().en().contains("Making return slips"),
                    stopped.text().en());
        }
        try (BookSource books = UnrulyReading.books(JOB, () -> false)) {
            assertEquals(
                    List.of(),
                    new SlipFolder(out, Progress.NONE)
                            .bring("state", batch(books).drafts()));
        }
        assertTrue(Files.exists(out.resolve("return-slips/a.xlsx")));
    }
}
