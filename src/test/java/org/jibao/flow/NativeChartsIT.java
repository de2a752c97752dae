package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.app.Jibao;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.finding.Language;
import org.jibao.metrics.MetricRunner;
import org.jibao.metrics.MetricTable;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.store.FiguresCopy;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.jibao.summarize.SummaryFiles;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The native charts of every shipped job's summary, read by a parser of its own: caches, cells and SQL say the same. */
class NativeChartsIT {

    private final Path folder;

    NativeChartsIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({
        "quarterly-disclosure, county/quarterly-disclosure, 2026Q3, 2026-10-20T01:00:00Z, 40",
        "annual-disclosure, county/annual-disclosure, 2026, 2027-02-20T01:00:00Z, 4",
        "foi-requests, authorities/foi-requests, 2026Q3, 2026-11-30T01:00:00Z, 4",
        "activities-training, field/activities-training, 2026H1, 2026-10-26T01:00:00Z, 4",
        "channels-venues, field/channels-venues, 2025, 2026-10-26T01:00:00Z, 4",
        "key-fields, field/key-fields, 2026Q3, 2026-10-26T01:00:00Z, 4",
        "public-spending, field/public-spending, 2026-09, 2026-10-26T01:00:00Z, 4",
        "rectification-visits, field/rectification-visits, 2026Q3, 2026-10-26T01:00:00Z, 4",
        "self-check, field/self-check, 2025, 2026-10-26T01:00:00Z, 2",
        "subsidy-funds, field/subsidy-funds, 2026Q3, 2026-10-26T01:00:00Z, 4"
    })
    void cachesCellsAndTablesSayTheSame(String id, String inbox, String code, Instant asOf, int least)
            throws IOException {
        Path store = folder.resolve("store.duckdb");
        JobDefinition job = JobLoader.load(Path.of("jobs", id));
        Period period = job.periods().parse(code).orElseThrow();
        Settings settings = new Settings(
                Path.of("jobs"),
                id,
                Path.of("sample-data", inbox),
                store,
                folder.resolve("out"),
                Language.ZH,
                Optional.of(period),
                Optional.of(asOf),
                2);
        new Jibao(settings, Progress.NONE).run();
        Map<String, MetricTable> tables = tables(store, job, period, asOf);
        for (Language language : job.languages()) {
            Path file = folder.resolve("out").resolve(id).resolve(code)
                    .resolve(SummaryFiles.name(job, period, language));
            ChartComparison comparison = new ChartComparison(file, job.summary(), tables, language).compare();
            assertEquals(List.of(), comparison.differences, id);
            assertTrue(comparison.charts >= least, () -> id + " has " + comparison.charts + " charts");
            System.out.println(id + " " + language + ": " + comparison.charts + " charts, " + comparison.series
                    + " series, " + comparison.values + " values");
        }
    }

    private static Map<String, MetricTable> tables(Path file, JobDefinition job, Period period, Instant asOf) {
        try (Store store = Store.open(file, StoreSettings.DEFAULT);
                FiguresCopy copy = store.figures(() -> false)) {
            Store figures = copy.store();
            return figures.inTransaction(
                    () -> new MetricRunner(figures.sql(), job).tables(period, asOf).tables());
        }
    }
}
