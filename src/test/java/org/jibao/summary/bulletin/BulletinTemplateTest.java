package org.jibao.summary.bulletin;

import static org.jibao.summary.bulletin.LetterFile.paragraph;
import static org.jibao.summary.bulletin.LetterFile.run;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What verify says of the templates of a job folder. */
class BulletinTemplateTest {

    private static final JobDefinition JOB = GivenJob.shipped("rectification-visits");

    private final Path folder;

    BulletinTemplateTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void passesEveryPlaceholderThatThereIs() throws IOException {
        StringBuilder body = new StringBuilder();
        for (String known : new PlaceholderNames(JOB).known()) {
            body.append(paragraph(run("{{" + known + "}}")));
        }
        write("bulletin.docx", body.toString(), run("{{title}}"));
        assertEquals(List.of(), problems());
    }

    @Test
    void saysNothingWhereThereIsNoTemplate() throws IOException {
        assertEquals(List.of(), problems());
    }

    @Test
    void namesUnknownPlaceholdersAndTheNearest() throws IOException {
        write(
                "bulletin.docx",
                paragraph(run("{{solved_rat}} {{solved_rate.changes}} {{list:mising}}"))
                        + paragraph(run("{{table:ranking.solvedrate}}"))
                        + paragraph(run("{{chart:nonesuch}}")),
                run("{{perod}}"));
        assertEquals(
                List.of(
                        "bulletin.docx:1: there is no placeholder {{solved_rat}}; did you mean {{solved_rate}}?",
                        "bulletin.docx:1: there is no placeholder {{solved_rate.changes}}; did you mean {{solved_rate.change}}?",
                        "bulletin.docx:1: there is no placeholder {{list:mising}}; did you mean {{list:missing}}?",
                        "bulletin.docx:1: there is no placeholder {{table:ranking.solvedrate}}; did you mean {{table:ranking.solved_rate}}?",
                        "bulletin.docx:1: there is no placeholder {{chart:nonesuch}}; the guide to job folders lists them",
                        "bulletin.docx:1: there is no placeholder {{perod}}; did you mean {{period}}?"),
                sorted(problems()));
    }

    /** Those of the body, then those of the header, whatever the order of the parts. */
    private static List<String> sorted(List<String> problems) {
        return problems.stream()
                .sorted(java.util.Comparator.comparing(problem -> problem.contains("perod")))
                .toList();
    }

    @Test
    void saysWhatMustStandAlone() throws IOException {
        write("bulletin.docx", paragraph(run("see {{sentences}}")), run("{{annex}}"));
        assertEquals(
                List.of(
                        "bulletin.docx:1: {{annex}} becomes whole paragraphs: it can stand in the body or in a table of the body, not in headers, footers, notes and text boxes",
                        "bulletin.docx:1: {{sentences}} becomes whole paragraphs: let it stand in a paragraph of its own, without other text, pictures or page breaks"),
                problems().stream().sorted().toList());
    }

    @Test
    void saysWhereBracesAreOpen() throws IOException {
        write("bulletin.docx", paragraph(run("of {{title} in")), run("x"));
        assertEquals(
                List.of("bulletin.docx:1: there are opening braces without the closing ones: of {{title} in"),
                problems());
    }

    @Test
    void namesFilesThatNoTemplateIsCalled() throws IOException {
        Files.write(folder.resolve("bulletin.docm"), new byte[] {1});
        Files.write(folder.resolve("bulletin.fr.docx"), new byte[] {1});
        Files.write(folder.resolve("~$lletin.docx"), new byte[] {1});
        assertEquals(
                List.of(
                        "bulletin.docm:1: a bulletin template of the job folder is called one of bulletin.docx, bulletin.zh.docx, bulletin.en.docx: save it with Word or WPS as a Word document (.docx), and rename it",
                        "bulletin.fr.docx:1: a bulletin template of the job folder is called one of bulletin.docx, bulletin.zh.docx, bulletin.en.docx: save it with Word or WPS as a Word document (.docx), and rename it"),
                problems());
    }

    @Test
    void followsNoLink(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.write(
                elsewhere.resolve("x.docx"), LetterFile.of(paragraph(run("x"))).bytes());
        Files.createSymbolicLink(folder.resolve("bulletin.docx"), secret);
        assertEquals(
                List.of("bulletin.docx:1: is no ordinary file: put a Word document there, not a folder or a link"),
                problems());
    }

    private void write(String name, String body, String header) throws IOException {
        Files.write(folder.resolve(name), LetterFile.of(body, header).bytes());
    }

    private List<String> problems() throws IOException {
        return BulletinTemplate.problems(GivenJob.in(folder, JOB)).stream()
                .map(problem -> problem.in(Language.EN))
                .toList();
    }
}
