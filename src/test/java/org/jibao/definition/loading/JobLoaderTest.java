package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Roster;
import org.jibao.definition.SummaryDefinition;
import org.jibao.finding.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JobLoaderTest {

    private final Path parent;

    JobLoaderTest(@TempDir Path parent) {
        this.parent = parent;
    }

    @Test
    void loadsSoundFolder() {
        JobDefinition job = TestJob.in(parent).load();
        assertEquals("test-job", job.id());
        assertEquals(
                List.of("cover", "counts", "items"),
                job.forms().stream().map(FormDefinition::id).toList());
        assertEquals(2, job.roster().units().size());
        assertEquals(List.of(), job.metrics());
        assertEquals(new SummaryDefinition(List.of(), List.of(), List.of(), List.of()), job.summary());
    }

    @Test
    void reportsMistakesOfAllFilesAtOnce() {
        TestJob job = TestJob.in(parent)
                .withJob("period: quarter", "period: quarterly\nperoid: quarter")
                .withJob("owed-by: [town]", "owed-by: [towns]")
                .withChanged("units.csv", "T2,乙镇,town,T1", "T1,乙镇,city,T9")
                .withChanged("forms/counts.yaml", "id: closed", "id: Closed")
                .withChanged("forms/items.yaml", "zh: 标题, ", "")
                .with("checks/counts.yaml", "rules:\n  - {id: counts.sum}\n");
        assertEquals(
                List.of(
                        "checks/counts.yaml:2: \"each\" is missing or has no value",
                        "checks/counts.yaml:2: \"operator\" is missing or has no value",
                        "checks/counts.yaml:2: \"left\" is missing or has no value",
                        "checks/counts.yaml:2: \"right\" is missing or has no value",
                        "checks/counts.yaml:2: \"severity\" is missing or has no value",
                        "checks/counts.yaml:2: \"message\" is missing or has no value",
                        "checks/counts.yaml:2: \"cure\" is missing or has no value",
                        "forms/counts.yaml:7: \"Closed\" is no id: begin with a lower-case letter, use lower-case letters, digits and underscores",
                        "forms/items.yaml:5: this text is not given in Chinese, a language of the job: add zh, or give one text for all languages",
                        "job.yaml:3: \"period\" cannot be \"quarterly\"; did you mean \"quarter\"?",
                        "job.yaml:4: key \"peroid\" is not known here; did you mean \"period\"?",
                        "job.yaml:12: there is no kind of unit \"towns\"; did you mean \"town\"?",
                        "units.csv:3: unit code \"T1\" is already used in line 2; give each unit its own",
                        "units.csv:3: there is no kind of unit \"city\"; write one of: town",
                        "units.csv:3: there is no unit code \"T9\"; did you mean \"T1\"?"),
                job.problems());
    }

    @Test
    void namesFolderInException() {
        Path folder = TestJob.in(parent).withJob("period: quarter\n", "").folder();
        ProblemsException exception = assertThrows(ProblemsException.class, () -> JobLoader.load(folder));
        assertEquals(folder + "/job.yaml:1: 缺少“period”", exception.getMessage());
        assertEquals(folder + "/job.yaml:1: \"period\" is missing or has no value", exception.in(Language.EN));
    }

    @Test
    void saysThatFolderIsMissing() {
        Path folder = parent.resolve("nowhere");
        ProblemsException exception = assertThrows(ProblemsException.class, () -> JobLoader.load(folder));
        assertEquals(folder + "/job.yaml:1: this file is missing; add it", exception.in(Language.EN));
    }

    @Test
    void saysThatListedFormIsMissing() {
        assertEquals(
                List.of("forms/items.yaml:1: this file is missing; add it"),
                TestJob.in(parent).without("forms/items.yaml").problems());
    }

    @Test
    void rejectsFolderNameThatIsNoId() {
        Path folder = parent.resolve("My Job");
        TestJob.in(parent).folder().toFile().renameTo(folder.toFile());
        ProblemsException exception = assertThrows(ProblemsException.class, () -> JobLoader.load(folder));
        assertEquals(
                folder
                        + "/job.yaml:1: the folder's name \"My Job\" is no job id: begin with a lower-case letter, use lower-case letters, digits and hyphens",
                exception.in(Language.EN));
    }

    @Test
    void reportsDefinitionsThatNothingUses() {
        TestJob job = TestJob.in(parent)
                .with("forms/extra.yaml", "layout: grid")
                .with("checks/count.yaml", "rules: []")
                .with("metrics/sums.sql", "SELECT 1")
                .with("tables/sums.sql", "SELECT 1")
                .with("README.md", "read me")
                .with("examples/one/given.csv", "a,b")
                .with(".swap/forms.yaml", "x");
        assertEquals(
                List.of(
                        unused("checks/count.yaml"),
                        unused("forms/extra.yaml"),
                        unused("metrics/sums.sql"),
                        unused("tables/sums.sql")),
                job.problems());
    }

    private static String unused(String file) {
        String id = file.substring(file.indexOf('/') + 1, file.indexOf('.'));
        return file + ":1: nothing uses this file: check its name and folder, or list \"" + id
                + "\" in job.yaml (forms, metrics) or summary.yaml (tables), or delete it";
    }

    @Test
    void rejectsOtherEncodings() {
        byte[] gbk = TestJob.JOB.getBytes(Charset.forName("GB18030"));
        assertEquals(
                List.of("job.yaml:1: the file is not in UTF-8; save it as UTF-8"),
                TestJob.in(parent).with("job.yaml", gbk).problems());
    }

    @Test
    void acceptsByteOrderMark() {
        assertEquals(
                List.of(),
                TestJob.in(parent).with("job.yaml", "\uFEFF" + TestJob.JOB).problems());
    }

    @Test
    void rejectsHugeFile() {
        byte[] huge = " ".repeat((4 << 20) + 1).getBytes(Charset.forName("UTF-8"));
        assertEquals(
                List.of(
                        "README.md:1: the file is larger than 4 MiB, which no definition is; move it out of the job folder"),
                TestJob.in(parent).with("README.md", huge).problems());
    }

    @Test
    void digestSpeaksForEveryFile() {
        String digest = TestJob.in(parent).load().digest();
        assertEquals(64, digest.length());
        assertEquals(digest, TestJob.in(parent).load().digest());
        assertEquals(digest, TestJob.in(parent).with(".hidden", "x").load().digest());
        assertNotEquals(digest, TestJob.in(parent).with("README.md", "x").load().digest());
    }

    @Test
    void takesAnotherRoster() {
        JobDefinition job = TestJob.in(parent).load();
        JobDefinition other = job.withRoster(new Roster(List.of()));
        assertEquals(0, other.roster().units().size());
        assertEquals(job, other.withRoster(job.roster()));
    }

    /** Neither a mistake elsewhere nor a file that nobody can read keeps {@code job.yaml} from being read. */
    @Test
    void headIsWhatJobYamlSaysAlone() {
        TestJob job = TestJob.in(parent).with("units.csv", "no roster").without("forms/items.yaml");
        JobDefinition head = JobLoader.head(job.folder());
        assertEquals("0 0 1 * * *", head.schedule());
        assertEquals(List.of(), head.roster().units());
        assertEquals(List.of(), head.forms());
        assertThrows(ProblemsException.class, job::load);
        job.withJob("period: quarter", "period: fortnight");
        assertThrows(ProblemsException.class, () -> JobLoader.head(job.folder()));
        job.without("job.yaml");
        assertThrows(ProblemsException.class, () -> JobLoader.head(job.folder()));
    }
}
