package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jibao.definition.Figure.CellSum;
import org.jibao.definition.Figure.Item;
import org.jibao.definition.Figure.Operand;
import org.jibao.finding.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Breakdowns that are put together by a reference table. */
final class GroupReaderTest {

    private static final String LEADS = """
            row,lead,lead_zh,lead_en
            roads,works,建设局,Works office
            bridges,works,建设局,Works office
            schools,education,教育局,Education office
            """;

    private final Path folder;

    GroupReaderTest(@TempDir Path folder) {
        this.folder = folder.resolve("small");
    }

    private Path job(String leads, String grouped) throws IOException {
        write("job.yaml", "title: Small\nlanguage: en\nperiod: month\ndue: {day: 5}\nreference: [leads]\n");
        write("units.csv", "code,name\nA,Alder\n");
        write("reference/leads.csv", leads);
        write("forms/counts.yaml", """
                title: Counts
                sheet: Counts
                cell: count
                columns: [Items, In time]
                rows: [Roads, Bridges, Schools, Total]
                """);
        write("checks/counts.yaml", "rules:\n  - sums: counts.total.* = roads + bridges + schools\n");
        write("figures.yaml", """
                figures:
                  rate:
                    label: In time
                    rate: counts.total.in_time / counts.total.items
                    by: {lead: {label: Lead, of: rows, grouped: %s}}
                """.formatted(grouped));
        return folder;
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> mistakes(String leads, String grouped) throws IOException {
        Path job = job(leads, grouped);
        return assertThrows(ProblemsException.class, () -> JobLoader.load(job)).problems().stream()
                .map(problem -> problem.in(Language.EN))
                .toList();
    }

    @Test
    void addsTheRowsOfEachGroup() throws IOException {
        List<Item> items = JobLoader.load(job(LEADS, "leads.lead")).figures().stream()
                .filter(figure -> figure.id().equals("rate"))
                .findFirst()
                .orElseThrow()
                .by()
                .get(0)
                .items();
        assertEquals(List.of("works", "education"), items.stream().map(Item::id).toList());
        assertEquals(
                List.of("Works office", "Education office"),
                items.stream().map(item -> item.label().en()).toList());
        assertEquals(
                List.of("counts.roads.in_time", "counts.bridges.in_time"),
                cells(items.get(0).numerator()));
        assertEquals(List.of("counts.schools.items"), cells(items.get(1).denominator()));
    }

    private static List<String> cells(@Nullable Operand operand) {
        return ((CellSum) Objects.requireNonNull(operand))
                .terms().stream().map(term -> term.cell().toString()).toList();
    }

    @Test
    void namesTheColumnThatIsNotThere() throws IOException {
        assertEquals(
                List.of(
                        "figures.yaml:5: there is no column of a reference table \"leads.laed\"; did you mean \"leads.lead\"?"),
                mistakes(LEADS, "leads.laed"));
    }

    @Test
    void namesTheRowThatTheTableDoesNotSay() throws IOException {
        assertEquals(
                List.of("figures.yaml:5: reference/leads.csv does not say the lead of \"bridges\": give it a line"),
                mistakes(LEADS.replace("bridges,works,建设局,Works office\n", ""), "leads.lead"));
    }

    @Test
    void asksForGroupsThatCanBeNamed() throws IOException {
        assertEquals(
                List.of(
                        "figures.yaml:5: \"教育局\" in reference/leads.csv cannot name a group: use lower-case letters, digits and underscores, a letter first; its words stand in columns with _zh and _en"),
                mistakes(LEADS.replace(",education,", ",教育局,"), "leads.lead"));
    }
}
