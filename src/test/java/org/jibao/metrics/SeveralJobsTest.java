package org.jibao.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.store.Rows;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two jobs of one store: a copy of the shipped one under another name, with the same forms, units and periods and with
 * figures of its own, is what the first could most easily be taken for.
 */
class SeveralJobsTest {

    private static final Period LAST = Period.parse("2026Q3").orElseThrow();
    private static final Set<Period> PERIODS = Set.of(Period.parse("2026Q2").orElseThrow(), LAST);
    private static final Instant AS_OF = Instant.parse("2026-11-20T01:00:00Z");
    private static final List<String> FILES = List.of("quarterly-disclosure", "common");

    private final Path jobs;
    private final JobDefinition job;
    private final JobDefinition other;

    SeveralJobsTest(@TempDir Path jobs) throws IOException {
        this.jobs = jobs;
        for (String name : FILES) {
            copy(Path.of("jobs").resolve(name), jobs.resolve(name.equals("common") ? name : "county-returns"));
        }
        job = JobLoader.load(Path.of("jobs/quarterly-disclosure"));
        other = JobLoader.load(jobs.resolve("county-returns"));
    }

    @Test
    void metricsSeeNothingOfAnotherJob() throws IOException {
        try (Store store = FreshStore.open(jobs.resolve("jibao.duckdb"))) {
            store.define(job, PERIODS, WorkingDays.china());
            store.inTransaction(() -> store.sql().execute(resource("county.sql")));
            Map<String, Object> alone = figures(store, job);

            store.define(other, Set.of(LAST, LAST.next()), WorkingDays.china());
            store.inTransaction(() -> store.sql().execute(resource("another-job.sql")));
            Map<String, Object> others = figures(store, other);
            assertNotEquals(alone.get("mart.items"), others.get("mart.items"));
            assertNotEquals(alone.get("mart.findings"), others.get("mart.findings"));

            Map<String, Object> beside = figures(store, job);
            assertEquals(alone.keySet(), beside.keySet());
            alone.forEach((table, rows) -> assertEquals(rows, beside.get(table), table));
        }
    }

    /** Every metric and every table of the summary, in full. */
    private static Map<String, Object> figures(Store store, JobDefinition job) {
        Metrics metrics = store.inTransaction(() -> new MetricRunner(store.sql(), job).run(LAST, AS_OF));
        Map<String, Object> figures = new TreeMap<>();
        metrics.tables().forEach((id, table) -> figures.put("tables." + id, table.rows()));
        job.metrics().forEach(metric -> {
            Rows rows = store.sql().query("FROM mart.\"" + metric.id() + "\" ORDER BY ALL");
            figures.put("mart." + metric.id(), rows.rows());
        });
        return figures;
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(SeveralJobsTest.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
