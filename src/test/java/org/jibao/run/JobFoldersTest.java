package org.jibao.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jibao.finding.Language;
import org.jibao.guard.InvisibleCharacters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "../a-returns",
                "/etc",
                "a-returns/../b-returns",
                "a-returns/",
                "a\\b",
                "a returns",
                "A-returns",
                "..",
                ".",
                "a\u0000b",
                "a\nb",
                "a\u202eb",
                "任务"
            })
    void refusesWhatIsNoNameSayingWhatIs(String name) {
        UnusableArgument e = assertThrows(UnusableArgument.class, () -> JobFolders.load(jobs, name));
        assertTrue(e.text().en().contains("is no job's name: give the name of a folder in --jobs and no path"));
        assertTrue(e.text().zh().contains("不写路径"));
        assertTrue(
                e.text().en().codePoints().noneMatch(InvisibleCharacters::include),
                e.text().en());
        assertThrows(UnusableArgument.class, () -> JobFolders.head(jobs, name));
    }

    @Test
    void quotesALongNameShort() {
        UnusableArgument e = assertThrows(UnusableArgument.class, () -> JobFolders.name("../".repeat(9_000)));
        assertTrue(e.text().en().length() < 400, e.text().en());
    }

    @Test
    void settingsHoldNoPathForAJob() {
        Path here = Path.of("");
        assertThrows(
                UnusableArgument.class,
                () -> new Settings(here, "../x", here, here, here, Language.EN, Optional.empty(), Optional.empty(), 1));
    }
}
