package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jibao.definition.CellType;
import org.jibao.definition.GridForm;
import org.jibao.definition.GridForm.Lines;
import org.jibao.definition.Label;
import org.jibao.finding.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListFormReaderTest {

    private final Path folder;

    ListFormReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path job(String form) throws IOException {
        Path job = folder.resolve("small");
        write(job, "job.yaml", "title: Small\nlanguage: en\nperiod: month\ndue: {day: 5}\n");
        write(job, "units.csv", "code,name\nA,Alder\n");
        write(job, "forms/counts.yaml", "title: Counts\nsheet: Counts\nlayout: list\n" + form);
        return job;
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> mistakes(Path job) {
        ProblemsException mistakes = assertThrows(ProblemsException.class, () -> JobLoader.load(job));
        return mistakes.problems().stream()
                .map(problem -> problem.in(Language.EN))
                .toList();
    }

    @Test
    void readsListAsGridOfOneRow() throws IOException {
        Path job = job("""
                unit: unit
                period: period
                placeholders: {missing: [".."]}
                fields: [Unit, Period, Received, {label: Share, cell: {kind: percent, unit: fraction}}]
                skip: "unit = 'Total'"
                """);
        GridForm form = (GridForm) JobLoader.load(job).forms().get(0);
        assertEquals(List.of(Lines.ROW), form.rows().stream().map(Label::id).toList());
        assertEquals(
                List.of("received", "share"),
                form.columns().stream().map(Label::id).toList());
        assertEquals(
                List.of(CellType.Kind.TEXT, CellType.Kind.TEXT, CellType.Kind.COUNT, CellType.Kind.PERCENT),
                form.asRegister().fields().stream()
                        .map(field -> field.type().kind())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fields: [Name, Received]                            | forms/counts.yaml:1: "unit" is missing or has no value
            'unit: nam, fields: [Name, Received]'              | forms/counts.yaml:4: there is no field "nam"; did you mean "name"?
            'unit: name, fields: [Name]'                        | forms/counts.yaml:5: no field of the list holds a figure
            'unit: name, period: name, fields: [Name, Received]' | forms/counts.yaml:5: unit and period are both the field "name"; each has its own
            'unit: name, fields: [{label: Name, optional: true}, Received]' | forms/counts.yaml:5: the field "name" says whose a line is or for when: it has no cell and is not optional
            'unit: name, fields: [Name, Received], until: "nam is null"' | forms/counts.yaml:6: there is no field "nam"; did you mean "name"?
            'unit: name, fields: [Name, {label: When, cell: date}]' | forms/counts.yaml:5: a grid's cells are numbers: count, amount or percent; dates and texts belong on a cover or in a register
            """)
    void saysWhatIsWrongAndWhere(String form, String said) throws IOException {
        assertEquals(List.of(said), mistakes(job(form.replaceAll(", (?=fields|period|until)", "\n") + "\n")));
    }

    @Test
    void refusesGridBesideList() throws IOException {
        Path job = job("unit: name\nfields: [Name, Received]\n");
        write(job, "forms/more.yaml", "title: More\nsheet: More\ncell: count\ncolumns: [Received]\nrows: [Letters]\n");
        assertEquals(
                List.of("forms/more.yaml:1: the form \"counts\" is a list, each line of which is a return of its own:"
                        + " every other form must be a list as well, or a cover"),
                mistakes(job));
    }
}
