package org.jibao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jibao.cli.page.ResultStream;
import org.jibao.cli.page.Screen;
import org.jibao.cli.page.VisibleOutput.VisibleStream;
import org.jibao.finding.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Which job folders are checked, and that a mistake is said once. */
final class VerifyCommandTest {

    private static final String JOB =
            "title: Visits\nlanguage: en\nperiod: quarter\ndue: {day: 10}\nmetrics: [doubled]\n";
    private static final String EXAMPLE = """
            title: One office
            source: Made up
            period: 2026Q3
            units: [{code: A, name: Hill, kind: office}]
            given: [{unit: A, cells: {visits: {visits: {total: 3}}}}]
            expect: [{metric: doubled, where: {unit: A}, values: {twice: 6}}]
            """;

    private final Path jobs;

    VerifyCommandTest(@TempDir Path jobs) throws IOException {
        this.jobs = jobs;
        job("good", "2 * value");
        job("faulty", "2 * no_such_column");
    }

    private void job(String name, String twice) throws IOException {
        write(name + "/job.yaml", JOB);
        write(name + "/units.csv", "code,name,kind\nA,Hill,office\n");
        write(
                name + "/forms/visits.yaml",
                "title: Visits\nsheet: Visits\ncell: count\nrows: [Visits]\ncolumns: [Total]\n");
        write(name + "/figures.yaml", "figures: {all: {label: All visits, sum: visits.visits.total}}\n");
        write(
                name + "/metrics/doubled.yaml",
                "title: Doubled\ngrain: [period, unit]\ncolumns: [{name: twice, label: Twice, unit: ''}]\n");
        write(name + "/metrics/doubled.sql", "SELECT period, unit, " + twice + " AS twice FROM returns.visits");
        write(name + "/examples/first/example.yaml", EXAMPLE);
        write(name + "/examples/second/example.yaml", EXAMPLE);
    }

    @Test
    void checksTheJobThatIsNamedAndSaysAMistakeOnce() {
        Said said = verify(List.of("--job", "faulty"));
        assertEquals(ExitCode.FAILED, said.code());
        assertFalse(said.text().contains("good"), said::text);
        assertEquals(
                1,
                said.text()
                        .lines()
                        .filter(line -> line.contains("metrics/doubled.sql:1"))
                        .count(),
                said::text);
    }

    private Said verify(List<String> named) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Screen screen = new Screen(
                new ResultStream(bytes, StandardCharsets.UTF_8),
                new VisibleStream(bytes, StandardCharsets.UTF_8),
                false,
                Language.EN);
        String[] start = {"verify", "--jobs", jobs.toString()};
        String[] arguments = java.util.stream.Stream.concat(java.util.stream.Stream.of(start), named.stream())
                .toArray(String[]::new);
        CommandLine line = JibaoCommand.line(screen);
        Commands.add(line, arguments);
        int code = line.execute(arguments);
        screen.out().flush();
        screen.err().flush();
        return new Said(code, bytes.toString(StandardCharsets.UTF_8));
    }

    private void write(String file, String text) throws IOException {
        Path path = jobs.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private record Said(int code, String text) {}
}
