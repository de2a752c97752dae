package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jibao.definition.JobDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that was read whole before is read again only as far as it is asked about. */
final class KnownFolderTest {

    private static final String OTHER_JOB = """
            rules:
              - id: counts.as_reported
                each: column
                from:
                  reported: {job: other-job, form: counts, row: total, take: sum}
                left: total
                operator: "="
                right: reported
                missing: skip-if-any
                severity: error
                message: {zh: 不一致, en: Differs}
                cure: {zh: 请核对, en: Look it up}
            """;

    private final Path parent;
    private final TestJob job;

    KnownFolderTest(@TempDir Path parent) {
        this.parent = parent;
        this.job = TestJob.in(parent);
    }

    private static JobDefinition known(TestJob job, JobDefinition before) {
        return load(
                job,
                fingerprint ->
                        fingerprint.equals(before.fingerprint()) ? Optional.of(before.digest()) : Optional.empty());
    }

    private static JobDefinition load(TestJob job, Function<String, Optional<String>> known) {
        return JobLoader.load(job.folder(), inbox -> {}, known);
    }

    @Test
    void isTheSameJob() {
        JobDefinition before = job.load();
        JobDefinition now = known(job, before);
        assertEquals(before.digest(), now.digest());
        assertEquals(before.fingerprint(), now.fingerprint());
        assertEquals(before.roster().units(), now.roster().units());
        assertEquals(before.contents().get(), now.contents().get());
    }

    @Test
    void findsMistakesOnceItIsAsked() {
        JobDefinition before = job.load();
        job.withChanged("forms/counts.yaml", "layout: grid", "layout: gird");
        JobDefinition now = load(job, fingerprint -> Optional.of(before.digest()));
        assertEquals(2, now.roster().units().size());
        ProblemsException mistakes = assertThrows(ProblemsException.class, now::forms);
        assertEquals("forms/counts.yaml", mistakes.problems().get(0).file());
    }

    @Test
    void findsMistakesInWhatIsAlwaysRead() {
        JobDefinition before = job.load();
        job.withChanged("units.csv", "T2,乙镇,town", "T2,乙镇,city");
        assertThrows(ProblemsException.class, () -> load(job, fingerprint -> Optional.of(before.digest())));
    }

    @Test
    void isNotTakenForAnother() {
        JobDefinition now = load(job, fingerprint -> Optional.of("another"));
        assertThrows(IllegalStateException.class, now::summary);
    }

    @Test
    void isKnownByAllThatCouldBeRead() throws IOException {
        JobDefinition before = job.load();
        Path unused = parent.resolve("common/tables/unused.sql");
        Files.createDirectories(unused.getParent());
        Files.writeString(unused, "SELECT 1\n");
        JobDefinition shared = job.load();
        assertEquals(before.digest(), shared.digest());
        assertNotEquals(before.fingerprint(), shared.fingerprint());
        assertEquals(shared.fingerprint(), FolderFingerprint.of(job.folder()));
        job.with("notes.txt", "not a definition");
        assertNotEquals(shared.fingerprint(), job.load().fingerprint());
    }

    @Test
    void readsSharedFilesAsTheyWere() throws IOException {
        Path roster = parent.resolve("common/units.csv");
        Files.createDirectories(roster.getParent());
        Files.writeString(roster, "code,name,kind\nC1,丙镇,town\n");
        Path table = parent.resolve("common/tables/sums.sql");
        Files.createDirectories(table.getParent());
        Files.writeString(table, "SELECT 1 AS unit\n");
        Files.writeString(parent.resolve("common/tables/sums.yaml"), """
                title: {zh: 合计, en: Sums}
                empty: {zh: 无, en: None}
                columns:
                  - {name: unit, zh: 单位, en: Unit}
                """);
        job.without("units.csv").with("summary.yaml", """
                tables:
                  - use: sums
                sheets:
                  - {id: page, kind: page, title: {zh: 表, en: Table}, blocks: [sums]}
                """);
        JobDefinition now = known(job, job.load());
        Files.writeString(table, "SELECT 2 AS unit\n");
        assertEquals("SELECT 1 AS unit", now.summary().tables().get(0).sql());
    }

    /** The other folder may change while this one stays as it is. */
    @Test
    void isNeverKnownWhereRulesLookIntoOtherJobs() {
        assertFalse(job.load().fingerprint().isEmpty());
        job.with("checks/counts.yaml", OTHER_JOB);
        assertEquals(List.of(), job.problems());
        assertEquals("", job.load().fingerprint());
    }

    @Test
    void saysWhichJobsItsSqlLooksAtWithoutReadingTheRest() throws IOException {
        Path table = parent.resolve("common/tables/unused.sql");
        Files.createDirectories(table.getParent());
        Files.writeString(table, "SELECT 1 FROM returns.submission WHERE job = 'other-job'\n");
        JobDefinition before = job.load();
        JobDefinition now = load(job.with("forms/counts.yaml", "nothing"), fingerprint -> Optional.of(before.digest()));
        for (JobDefinition read : List.of(before, now)) {
            assertTrue(read.looksAt("other-job"));
            assertFalse(read.looksAt("third-job"));
        }
    }
}
