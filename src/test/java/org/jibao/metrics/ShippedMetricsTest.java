package org.jibao.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped job's own SQL on a store in which nobody has reported yet. */
class ShippedMetricsTest {

    private static final JobDefinition JOB = JobLoader.load(Path.of("jobs/quarterly-disclosure"));
    private static final Period PERIOD = Period.parse("2026Q3").orElseThrow();
    private static final Instant AS_OF = Instant.parse("2026-10-20T01:00:00Z");

    private final Path folder;

    ShippedMetricsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void runsOnEmptyStore() {
        try (Store store = FreshStore.open(folder.resolve("jibao.duckdb"))) {
            store.define(JOB, Set.of(PERIOD), WorkingDays.china());
            Metrics metrics = store.inTransaction(() -> new MetricRunner(store.sql(), JOB).run(PERIOD, AS_OF));
            assertEquals(JOB.summary().tables().size(), metrics.tables().size());
            MetricTable coverage = metrics.table("coverage");
            assertEquals("0/49", coverage.rows().get(0).get(coverage.column("coverage")));
            MetricTable figures = metrics.table("key_figures");
            assertEquals(
                    List.of(0.0, 0.0),
                    figures.rows().stream()
                            .map(row -> row.get(figures.column("value")))
                            .filter(java.util.Objects::nonNull)
                            .map(value -> Double.valueOf(value.toString()))
                            .toList());
            assertEquals(49, metrics.table("reporting_units").rows().size());
            assertEquals(
                    175,
                    metrics.table("printed_whole").rows().stream()
                            .filter(row -> row.toString().contains("requests."))
                            .count());
            assertEquals(0, metrics.table("ranking_items_bars").rows().size());
        }
    }
}
