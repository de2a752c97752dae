package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jibao.definition.Problem;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A job folder that somebody copied here reads no file but its own, whatever links it brings. */
@DisabledOnOs(OS.WINDOWS)
final class LinkedFilesTest {

    private static final String OUT =
            ":1: this is a link that leads out of the folder, or to a folder, and is not read: put the file itself here";

    private static final String SECRET = "secret-of-another: [";

    private final Path parent;
    private final Path outside;
    private final TestJob job;

    LinkedFilesTest(@TempDir Path parent) throws IOException {
        this.parent = parent;
        this.outside = Files.writeString(parent.resolve("secret.txt"), SECRET);
        this.job = TestJob.in(parent);
    }

    private void link(String name, Path target) throws IOException {
        Path link = job.folder().resolve(name);
        Files.createDirectories(link.getParent());
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    private String mistakes() {
        ProblemsException mistakes = assertThrows(ProblemsException.class, job::load);
        String told = mistakes.in(Language.EN) + mistakes.in(Language.ZH);
        assertFalse(told.contains("secret-of-another"), told);
        return mistakes.in(Language.EN);
    }

    @Test
    void namesALinkThatLeadsOutAndQuotesNothingOfIt() throws IOException {
        link("job.yaml", outside);
        assertTrue(mistakes().contains(job.folder() + "/job.yaml" + OUT), mistakes());
        link("units.csv", Path.of("../secret.txt"));
        assertTrue(mistakes().contains("units.csv" + OUT), mistakes());
        ProblemsException head = assertThrows(ProblemsException.class, () -> JobLoader.head(job.folder()));
        assertTrue(head.in(Language.EN).contains("job.yaml" + OUT), head.in(Language.EN));
        assertFalse(head.in(Language.EN).contains("secret-of"), head.in(Language.EN));
    }

    @Test
    void namesLinksToFoldersAndToNothing() throws IOException {
        link("checks", Files.createDirectories(parent.resolve("elsewhere")));
        link("metrics", Path.of("gone"));
        link("examples/one", Path.of("/etc"));
        assertEquals(List.of("checks" + OUT, "examples/one" + OUT, "metrics" + OUT), job.problems());
    }

    @Test
    void readsALinkWithinTheFolder() throws IOException {
        Files.move(job.folder().resolve("units.csv"), job.folder().resolve("units-2026.txt"));
        link("units.csv", Path.of("units-2026.txt"));
        assertEquals(2, job.load().roster().units().size());
    }

    @Test
    void readsNoFolderThatIsItselfALink() throws IOException {
        Path moved = Files.move(job.folder(), parent.resolve("moved"));
        Files.createSymbolicLink(job.folder(), moved);
        assertTrue(mistakes().contains("job.yaml:1: the job folder is itself a link"), mistakes());
        ProblemsException head = assertThrows(ProblemsException.class, () -> JobLoader.head(job.folder()));
        assertTrue(head.in(Language.EN).contains("itself a link"), head.in(Language.EN));
    }

    @Test
    void holdsWhatJobsShareToTheSame() throws IOException {
        Path common = Files.createDirectories(parent.resolve("common"));
        Files.createSymbolicLink(common.resolve("units.csv"), outside);
        job.without("units.csv");
        assertTrue(mistakes().contains(parent + "/common/units.csv" + OUT), mistakes());
        Files.delete(common.resolve("units.csv"));
        Files.delete(common);
        Path elsewhere = Files.createDirectories(parent.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("units.csv"), SECRET);
        Files.createSymbolicLink(common, elsewhere);
        assertTrue(mistakes().contains(parent + "/common/units.csv" + OUT), mistakes());
    }

    @Test
    void listsNoNamesOfAFolderThatSharedTablesLinkTo() throws IOException {
        Path common = Files.createDirectories(parent.resolve("common"));
        Path elsewhere = Files.createDirectories(parent.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("secret-of-another.yaml"), SECRET);
        Files.createSymbolicLink(common.resolve("tables"), elsewhere);
        job.with("summary.yaml", "tables:\n  - use: secret-of-anothe\nsheets: []\n");
        assertTrue(mistakes().contains(parent + "/common/tables" + OUT), mistakes());
    }

    @Test
    void quotesNoMoreThanAPersonReads() {
        assertEquals(
                401,
                new Problem("a", 1, Text.same("x".repeat(9_000))).message().en().length());
    }
}
