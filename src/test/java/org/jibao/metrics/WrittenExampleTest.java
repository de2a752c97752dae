package org.jibao.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.Example;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.ExampleLoader;
import org.jibao.definition.loading.JobLoader;
import org.jibao.finding.Language;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Examples that give what is written in a cell: it is read as in a return, and what is expected of it is compared. */
class WrittenExampleTest {

    private static final String HEAD = """
            title: Written
            source: Made up
            period: 2026-09
            units: [{code: A, name: Alder, kind: office}]
            """;

    private final Path folder;

    WrittenExampleTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private List<String> run(String text) throws IOException {
        Path job = folder.resolve("small");
        write(job, "job.yaml", "title: Small\nlanguage: en\nperiod: month\ndue: {day: 5}\n");
        write(job, "units.csv", "code,name,kind\nA,Alder,office\n");
        write(job, "forms/counts.yaml", "title: Counts\nsheet: Counts\ncell: count\ncolumns: [Items]\nrows: [All]\n");
        write(job, "forms/people.yaml", """
                title: People
                sheet: People
                fields: [{label: Visitors, cell: count}]
                """);
        write(job, "figures.yaml", """
                figures:
                  items: {label: Items, sum: counts.all_.items}
                  people: {label: People, entries: people}
                  visitors: {label: Visitors, total: people.visitors}
                """);
        write(job, "examples/written/example.yaml", HEAD + text);
        JobDefinition loaded = JobLoader.load(job);
        Example example = ExampleLoader.load(loaded).get(0);
        try (Store store = FreshStore.open(folder.resolve("store.duckdb"))) {
            return store.inTransactionThatIsUndone(() -> {
                store.define(loaded.withRoster(example.roster()), example.periods(), WorkingDays.china());
                return new ExampleRunner(store.sql(), loaded)
                        .run(example).stream()
                                .map(problem -> problem.in(Language.EN))
                                .toList();
            });
        }
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void countsWhatIsReadAndRepeatsEntries() throws IOException {
        assertEquals(List.of(), run("""
                given:
                  - {unit: A, cells: {counts: {all_: {items: {written: "1,300"}}}}, entries: {people: [{times: 3, visitors: 4}, {visitors: {written: １２}}]}}
                expect:
                  - {metric: figure, where: {scope: all, figure: items}, values: {value: 1300, reported: 1}}
                  - {metric: figure, where: {scope: all, figure: people}, values: {value: 4}}
                  - {metric: figure, where: {scope: all, figure: visitors}, values: {value: 24}}
                """));
    }

    @Test
    void returnsWhatIsNoNumber() throws IOException {
        assertEquals(List.of(), run("""
                given:
                  - {unit: A, cells: {counts: {all_: {items: {written: 300余}}}}, entries: {people: [{visitors: {written: xx}}]}}
                expect:
                  - {metric: figure, where: {scope: all, figure: items}, values: {value: —, reported: 0}}
                  - {finding: cell-invalid, where: {unit: A, subject: counts.all_.items}, values: {value: 300余, verdict: returned}}
                  - {finding: entry-field-invalid, where: {unit: A, subject: people.visitors}, values: {value: xx, severity: error}}
                """));
    }

    @Test
    void saysThatAnExpectedFindingIsNotThere() throws IOException {
        assertEquals(
                List.of(
                        "examples/written/example.yaml:8: metric cell-invalid has 0 rows where {unit=A, subject=counts.all_.items}, which must pick out exactly 1"),
                run("""
                        given:
                          - {unit: A, cells: {counts: {all_: {items: {written: 12}}}}}
                        expect:
                          - {finding: cell-invalid, where: {unit: A, subject: counts.all_.items}, values: {value: 12}}
                        """));
    }
}
