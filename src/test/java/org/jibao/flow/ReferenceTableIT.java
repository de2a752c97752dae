package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jibao.app.Jibao;
import org.jibao.calendar.Period;
import org.jibao.finding.Language;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.summarize.Summarizer.SummaryOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job whose metric looks figures up in a reference table, and asks the calendar. */
class ReferenceTableIT {

    private static final Path PUBLISHED = Path.of("src/test/resources/jobs/published");
    private static final String METRIC = """
            SELECT '2011' AS period, max(line) AS pieces, max(price::DECIMAL(18, 4)) AS amount,
                working_days_between(DATE '2011-09-30', DATE '2011-10-09') AS whole
            FROM reference.prices
            """;
    private static final String EXAMPLE = """
            title: {zh: 参考表, en: A reference table}
            source: {zh: 自拟, en: Made up}
            period: "2011"
            units:
              - {code: S1, name: 农机, kind: source}
            given:
              - {unit: S1, cells: {parts: {first: {pieces: 1}}}}
            expect:
              - metric: sums
                where: {period: "2011"}
                values: {pieces: 3, amount: 225.859, whole: 2}
            """;

    private final Path folder;
    private final Path job;

    ReferenceTableIT(@TempDir Path folder) {
        this.folder = folder;
        this.job = folder.resolve("jobs/published");
    }

    @BeforeEach
    void copies() throws IOException {
        for (String file :
                List.of("units.csv", "forms/parts.yaml", "metrics/sums.yaml", "tables/sums.sql", "summary.yaml")) {
            write(file, Files.readString(PUBLISHED.resolve(file)));
        }
        write("job.yaml", Files.readString(PUBLISHED.resolve("job.yaml")) + "reference: [prices]\n");
        write("metrics/sums.sql", METRIC);
        write("examples/prices/example.yaml", EXAMPLE);
        write("reference/prices.csv", "kind,price\nplough,59.999\nharvester,225.859\n");
        Files.createDirectories(folder.resolve("inbox"));
    }

    @Test
    void isThereForExamples() throws IOException {
        assertEquals(List.of(), jibao().verify().problems());
        write("reference/prices.csv", "kind,price\nplough,59.999\n");
        assertEquals(
                List.of("examples/prices/example.yaml"),
                jibao().verify().problems().stream()
                        .map(problem -> problem.file())
                        .distinct()
                        .toList());
    }

    @Test
    void makesTheSummaryAnewWhenItIsEdited() throws IOException {
        SummaryOutcome first = run();
        assertTrue(first.written());
        assertFalse(run().written());
        write("reference/prices.csv", "kind,price\nplough,300\n");
        SummaryOutcome edited = run();
        assertTrue(edited.written());
        assertNotEquals(first.digest(), edited.digest());
        assertEquals(
                List.of(List.of(2L, "plough", "300", 2L)),
                jibao().query(
                                "SELECT *, working_days_between(DATE '2011-09-30', DATE '2011-10-09') FROM reference.prices")
                        .rows());
    }

    private SummaryOutcome run() {
        return jibao().run().summaries().get(0);
    }

    private void write(String file, String text) throws IOException {
        Path path = job.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Jibao jibao() {
        return new Jibao(
                new Settings(
                        folder.resolve("jobs"),
                        "published",
                        folder.resolve("inbox"),
                        folder.resolve("jibao.duckdb"),
                        folder.resolve("out"),
                        Language.EN,
                        Period.parse("2011"),
                        Optional.of(Instant.parse("2012-03-01T00:00:00Z")),
                        1),
                Progress.NONE);
    }
}
