package org.jibao.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobFoldersTest {

    private final Path jobs;

    JobFoldersTest(@TempDir Path jobs) throws IOException {
        this.jobs = jobs;
        for (String name : List.of("b-returns", "a-returns", "common")) {
            Files.createDirectories(jobs.resolve(name));
            Files.writeString(jobs.resolve(name).resolve("job.yaml"), "title: 甲");
        }
        Files.createDirectories(jobs.resolve("drafts"));
    }

    @Test
    void listsJobsWithoutWhatTheyShare() {
        assertEquals(List.of("a-returns", "b-returns"), JobFolders.names(jobs));
    }

    @Test
    void refusesWhatJobsShareAsJob() {
        UnusableArgument e = assertThrows(UnusableArgument.class, () -> JobFolders.load(jobs, "common"));
        assertTrue(
                e.text().en().contains("there are: a-returns, b-returns"),
                e.text().en());
    }
}
