package org.jibao.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.calendar.PeriodKind;
import org.jibao.draft.Remark.Kind;
import org.jibao.finding.Language;
import org.jibao.run.UnusableArgument;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole draft: what is refused, what is learnt from several files, what is left alone. */
class DraftsTest {

    private static final String FORM = """
            | Item | Count |
            | Oak  |       |
            | Ash  |       |
            """;

    private final Path folder;

    DraftsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void refusesNameThatExists() throws IOException {
        Drafted drafted = new Drafted(folder).file("form.xlsx", Sheets.of("Form", FORM));
        Path taken = Files.createDirectories(drafted.jobs().resolve("survey"));
        Files.writeString(taken.resolve("mine.txt"), "mine");
        assertThrows(UnusableArgument.class, drafted::draft);
        assertEquals(List.of("mine.txt"), names(taken));
        assertEquals(List.of("survey"), names(drafted.jobs()));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void refusesFilesWithoutForm() throws IOException {
        Drafted drafted = new Drafted(folder)
                .file("letter.xlsx", Sheets.of("Letter", "| Dear colleagues, please send the survey soon. |"));
        assertTrue(drafted.draft().folder().isEmpty());
        assertEquals(
                List.of(
                        "None of the files holds a form that can be recognised",
                        "Letter: letter.xlsx: No form: no table with labels and cells to fill in"),
                drafted.said(Kind.LOOK));
        assertEquals(false, Files.exists(drafted.jobs()));
    }

    @Test
    void saysWhyFileIsNotRead() throws IOException {
        Drafted drafted = new Drafted(folder).file("form.xlsx", Sheets.of("Form", FORM));
        Files.write(drafted.from().resolve("empty.xlsx"), new byte[0]);
        assertEquals(1, drafted.draft().forms());
        assertEquals(
                1,
                drafted.said(Kind.LOOK).stream()
                        .filter(line -> line.startsWith("empty.xlsx was left out: The file is empty"))
                        .count());
    }

    @Test
    void refusesSeveralForms() {
        Drafted drafted = new Drafted(folder)
                .file("trees.xlsx", Sheets.of("Form", FORM))
                .file("birds.xlsx", Sheets.of("Form", "| Kind | Seen | Heard |\n| Tit | | |\n| Owl | | |\n"));
        assertTrue(drafted.draft().folder().isEmpty());
        assertTrue(drafted.said(Kind.LOOK).contains("The files are of several forms. Make one job of each form"));
    }

    @Test
    void learnsOtherWordsFromOtherFiles() {
        Drafted drafted = new Drafted(folder)
                .file("blank.xlsx", Sheets.of("Form", FORM))
                .file(
                        "Ashdale_2026Q3.xlsx",
                        Sheets.of("Trees", "| Item | Count |\n| Oaks, large | 3 |\n| Ash | 4 |\n"));
        drafted.draft();
        assertEquals("""
                title: Form
                sheet: {name: Form, aliases: [Trees]}
                cell: count   # assumed: whole numbers; nothing in the form says so
                columns: [Count]
                rows:
                  - {label: Oak, aliases: ["Oaks, large"]}
                  - Ash
                """, drafted.text("forms/survey.yaml"));
        assertEquals(
                1,
                drafted.said(Kind.ASSUMED).stream()
                        .filter(line -> line.startsWith("Trees!A2: Ashdale_2026Q3.xlsx says “Oaks, large”"))
                        .count());
    }

    @Test
    void sparesCoverThatReturnsAreWithout() {
        String filled = "\n| Item | Count |\n| Oak | 3 |\n| Ash | 4 |\n";
        Drafted drafted = new Drafted(folder)
                .file("blank.xlsx", Sheets.of("Form", "| Reporting unit | |\n| Period | |\n\n" + FORM))
                .file("Ashdale_2026Q3.xlsx", Sheets.of("Form", filled))
                .file("Elmton_2026Q3.xlsx", Sheets.of("Form", filled));
        assertEquals(2, drafted.draft().units());
        assertTrue(drafted.text("forms/survey_cover.yaml").contains("- {label: Reporting unit, optional: true}"));
        assertEquals(
                List.of("Form: “Cover” is not in 2 of the 3 files: Ashdale_2026Q3.xlsx, Elmton_2026Q3.xlsx"),
                drafted.said(Kind.LOOK));
    }

    @Test
    void takesLanguageAndPeriodFromTheCommand() {
        Drafted drafted = new Drafted(folder).file("form.xlsx", Sheets.of("Form", FORM));
        drafted.draft(Optional.of(Language.ZH), Optional.of(PeriodKind.MONTH));
        assertTrue(drafted.text("job.yaml").contains("language: zh\nperiod: month\n"));
    }

    @Test
    void leavesNothingBesideTheNewFolder() throws IOException {
        Drafted drafted = new Drafted(folder).file("form.xlsx", Sheets.of("Form", FORM));
        drafted.draft();
        assertEquals(List.of("survey"), names(drafted.jobs()));
    }

    @Test
    void takesUnitsFromAListBesideTheForm() {
        Drafted drafted = new Drafted(folder)
                .file("form.xlsx", Sheets.of("Form", FORM))
                .file("units.xlsx", Sheets.of("Units", """
                        | Unit code | Unit name |
                        | K7        | Hill      |
                        | K9        | Dale      |
                        """));
        assertTrue(drafted.draft().folder().isPresent());
        assertEquals("code,name\nK7,Hill\nK9,Dale\n", drafted.text("units.csv"));
    }

    @Test
    void keepsATitleThatHasAColon() {
        Drafted titled = new Drafted(folder.resolve("titled"))
                .file("form.xlsx", Sheets.of("Form", "| Open days: the quarterly return |\n" + FORM));
        titled.draft();
        assertTrue(titled.text("job.yaml").contains("\"Open days: the quarterly return\""), titled.text("job.yaml"));
        Drafted lined = new Drafted(folder.resolve("lined"))
                .file("form.xlsx", Sheets.of("Form", "| Reporting unit: Hill |\n" + FORM));
        lined.draft();
        assertTrue(!lined.text("job.yaml").contains("Hill"), lined.text("job.yaml"));
    }

    @Test
    void saysAUnitOfMeasureOnce() {
        Drafted drafted = new Drafted(folder).file("form.xlsx", Sheets.of("Form", """
                | 项目 | 场次（场） | 资料（份） | 资料（册） |
                | 宣传 |  |  |  |
                | 培训 |  |  |  |
                """));
        drafted.draft();
        String figures = drafted.text("figures.yaml");
        assertTrue(figures.contains("label: 场次\n"), figures);
        assertTrue(figures.contains("label: 资料（份）\n") && figures.contains("label: 资料（册）\n"), figures);
    }
}
