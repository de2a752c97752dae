package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jibao.definition.SummaryDefinition;
import org.jibao.finding.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job takes from the folder that jobs share. */
final class CommonFilesTest {

    private static final String SUMMARY = """
            tables:
              - use: sums
            sheets:
              - {id: page, kind: page, title: {zh: 表, en: Table}, blocks: [sums]}
            """;

    private static final String SUMS = """
            title: {zh: 合计, en: Sums}
            empty: {zh: 无, en: None}
            columns:
              - {name: unit, zh: 单位, en: Unit}
            """;

    private final Path parent;

    CommonFilesTest(@TempDir Path parent) {
        this.parent = parent;
    }

    private CommonFilesTest common(String file, String text) {
        try {
            Path path = parent.resolve("common").resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TestJob jobWithTable() {
        common("tables/sums.yaml", SUMS).common("tables/sums.sql", "SELECT 1 AS unit;\n");
        return TestJob.in(parent).with("summary.yaml", SUMMARY);
    }

    @Test
    void takesRosterOfItsOwnBeforeTheCommonOne() {
        common("units.csv", "code,name,kind\nC1,丙镇,town\n");
        TestJob job = TestJob.in(parent);
        assertEquals("T1", job.load().roster().units().get(0).code());
        assertEquals(
                "C1", job.without("units.csv").load().roster().units().get(0).code());
    }

    @Test
    void namesCommonRosterInItsMistakes() {
        common("units.csv", "code,name,kind\nC1,丙镇,city\n");
        assertEquals(
                List.of("../common/units.csv:2: there is no kind of unit \"city\"; write one of: town"),
                TestJob.in(parent).without("units.csv").problems());
    }

    @Test
    void saysThatRosterIsInNeitherFolder() {
        assertEquals(
                List.of("units.csv:1: this file is missing; add it"),
                TestJob.in(parent).without("units.csv").problems());
    }

    @Test
    void usesCommonTable() {
        SummaryDefinition.Table table = jobWithTable().load().summary().tables().get(0);
        assertEquals("sums", table.id());
        assertEquals("合计", table.title().zh());
        assertEquals("../common/tables/sums.sql", table.file());
        assertEquals("SELECT 1 AS unit", table.sql());
    }

    @Test
    void namesFileAndLineOfMistakeInCommonTable() {
        TestJob job = jobWithTable();
        common("tables/sums.yaml", SUMS.replace("empty:", "emtpy:")).common("tables/sums.sql", "DELETE FROM t");
        assertEquals(
                List.of(
                        "../common/tables/sums.sql:1: must be one SELECT (it may begin with WITH)",
                        "../common/tables/sums.yaml:1: \"empty\" is missing or has no value",
                        "../common/tables/sums.yaml:2: key \"emtpy\" is not known here; write one of: note, title, empty, columns"),
                job.problems());
    }

    @Test
    void printsPathOfCommonFileAsItIs() {
        TestJob job = jobWithTable();
        common("tables/sums.sql", "DELETE FROM t");
        ProblemsException mistakes = assertThrows(ProblemsException.class, job::load);
        assertEquals(
                parent + "/common/tables/sums.sql:1: must be one SELECT (it may begin with WITH)",
                mistakes.in(Language.EN));
    }

    @Test
    void saysThatCommonTableHasNoSql() throws IOException {
        TestJob job = jobWithTable();
        Files.delete(parent.resolve("common/tables/sums.sql"));
        assertEquals(List.of("../common/tables/sums.sql:1: this file is missing; add it"), job.problems());
    }

    @Test
    void rejectsCommonTableThatIsNotThere() {
        assertEquals(
                List.of(
                        "summary.yaml:2: there is no shared table (common/tables) \"sum\"; did you mean \"sums\"?",
                        "summary.yaml:4: there is no table or chart \"sums\""),
                jobWithTable()
                        .withChanged("summary.yaml", "use: sums", "use: sum")
                        .problems());
    }

    @Test
    void rejectsTableUsedTwiceAndKeysBesideUse() {
        assertEquals(
                List.of(
                        "summary.yaml:3: id \"sums\" is already used in line 2; choose another",
                        "summary.yaml:4: key \"title\" is not known here; write one of: use"),
                jobWithTable()
                        .withChanged("summary.yaml", "  - use: sums\n", "  - use: sums\n  - use: sums\n    title: 甲\n")
                        .problems());
    }

    @Test
    void digestSpeaksOfTheCommonFilesInUseAndOfNoOther() {
        TestJob job = jobWithTable();
        String before = job.load().digest();
        common("tables/other.yaml", SUMS).common("tables/other.sql", "SELECT 2").common("units.csv", "code\n");
        assertEquals(before, job.load().digest());
        common("tables/sums.sql", "SELECT 2 AS unit");
        assertNotEquals(before, job.load().digest());
        String changed = job.load().digest();
        common("tables/sums.yaml", SUMS.replace("合计", "总计"));
        assertNotEquals(changed, job.load().digest());
    }

    @Test
    void digestSpeaksOfTheCommonRoster() {
        common("units.csv", "code,name,kind\nC1,丙镇,town\n");
        TestJob job = TestJob.in(parent).without("units.csv");
        String before = job.load().digest();
        common("units.csv", "code,name,kind\nC1,丁镇,town\n");
        assertNotEquals(before, job.load().digest());
    }

    @Test
    void folderOfWhatJobsShareIsNoJob() {
        Path folder = parent.resolve("common");
        TestJob.in(parent).folder().toFile().renameTo(folder.toFile());
        ProblemsException mistakes = assertThrows(ProblemsException.class, () -> JobLoader.load(folder));
        assertEquals(
                folder
                        + "/job.yaml:1: the folder common holds what jobs share and is no job: give this one another name",
                mistakes.in(Language.EN));
    }
}
