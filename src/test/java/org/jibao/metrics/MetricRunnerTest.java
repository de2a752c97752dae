package org.jibao.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricRunnerTest {

    private static final Path PUBLISHED = Path.of("src/test/resources/jobs/published");
    private static final Period PERIOD = Period.parse("2011").orElseThrow();

    private final Path folder;
    private final Path job;

    MetricRunnerTest(@TempDir Path folder) {
        this.folder = folder;
        this.job = folder.resolve("published");
    }

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(PUBLISHED)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = job.resolve(PUBLISHED.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    @Test
    void namesFileOfFaultyMetricAndEnginesWords() throws IOException {
        write("metrics/sums.sql", "SELECT period, sum(pieces) AS pieces FROM returns.nowhere GROUP BY period");
        MetricException e = assertThrows(MetricException.class, this::run);
        assertEquals("metrics/sums.sql", e.file());
        assertTrue(
                e.text()
                        .en()
                        .startsWith(
                                "metrics/sums.sql of the job folder cannot be run: Catalog Error: Table with name nowhere does not exist!"),
                e.text().en());
        assertTrue(
                e.text().zh().startsWith("任务文件夹中的 metrics/sums.sql 不能执行：Catalog Error"),
                e.text().zh());
    }

    @Test
    void namesFileOfFaultyTable() throws IOException {
        write("tables/sums.sql", "SELECT period, pieces, amount, nowhere AS whole FROM mart.sums");
        MetricException e = assertThrows(MetricException.class, this::run);
        assertEquals("tables/sums.sql", e.file());
    }

    @Test
    void namesColumnThatTableDoesNotGive() throws IOException {
        write("tables/sums.sql", "SELECT period, pieces, amount FROM mart.sums");
        MetricException e = assertThrows(MetricException.class, this::run);
        assertEquals(
                "tables/sums.sql of the job folder does not give the columns [whole] that summary.yaml shows, only [period, pieces, amount]. Add them, or take them out of summary.yaml",
                e.text().en());
    }

    /** The second one fails at once, the first one after a while. */
    @Test
    void namesFirstFaultyTableOfTwoThatRunSideBySide() throws IOException {
        String summary = Files.readString(job.resolve("summary.yaml"));
        int tables = summary.indexOf("  - id: sums");
        int sheets = summary.indexOf("sheets:");
        String second = summary.substring(tables, sheets).replace("id: sums", "id: second");
        write(
                "summary.yaml",
                summary.substring(0, sheets)
                        + second
                        + summary.substring(sheets).replace("[sums]", "[sums, second]"));
        write("tables/sums.sql", "SELECT error(sum(range)::VARCHAR) AS pieces FROM range(20000000)");
        write("tables/second.sql", "SELECT nowhere");
        JobDefinition definition = JobLoader.load(job);
        try (Store store = FreshStore.open(folder.resolve("jibao.duckdb"))) {
            store.define(definition, Set.of(PERIOD), WorkingDays.china());
            Instant asOf = Instant.parse("2012-12-01T00:00:00Z");
            MetricRunner metrics = new MetricRunner(store.sql(), definition);
            store.inTransaction(() -> metrics.compute(PERIOD, asOf));
            MetricException e = assertThrows(MetricException.class, () -> metrics.tablesSideBySide(PERIOD, asOf));
            assertEquals("tables/sums.sql", e.file());
        }
    }

    @Test
    void leavesFaultOfTheStoreAsItIs() {
        RuntimeException full = new IllegalStateException("IO Error: No space left on device");
        assertEquals(full, MetricException.orOf("metrics/sums.sql", full));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(job.resolve(file), text);
    }

    private Metrics run() {
        JobDefinition definition = JobLoader.load(job);
        try (Store store = FreshStore.open(folder.resolve("jibao.duckdb"))) {
            store.define(definition, Set.of(PERIOD), WorkingDays.china());
            return store.inTransaction(
                    () -> new MetricRunner(store.sql(), definition).run(PERIOD, Instant.parse("2012-12-01T00:00:00Z")));
        }
    }
}
