package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.finding.Language;
import org.jibao.metrics.MetricRunner;
import org.jibao.metrics.MetricTable;
import org.jibao.store.FiguresCopy;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.jibao.summarize.SummaryFiles;
import org.jibao.testkit.WorkbookChecklist;

/** What holds of every workbook that a run has written, whatever the job. */
final class WrittenWorkbooks {

    private WrittenWorkbooks() {}

    /**
     * Caches, cells and tables of every native chart say the same, in each of the job's languages.
     *
     * @param folder of the run, with {@code store.duckdb} and {@code out}
     * @param least charts that there are at least
     */
    static void assertChartsAreRight(Path folder, String id, String code, Instant asOf, int least) throws IOException {
        JobDefinition job = JobLoader.load(Path.of("jobs", id));
        Period period = job.periods().parse(code).orElseThrow();
        Map<String, MetricTable> tables = tables(folder.resolve("store.duckdb"), job, period, asOf);
        for (Language language : job.languages()) {
            String workbook = SummaryFiles.names(job, period, language)
                    .keySet()
                    .iterator()
                    .next();
            Path file = folder.resolve("out").resolve(id).resolve(code).resolve(workbook);
            ChartComparison comparison = new ChartComparison(file, job.summary(), tables, language).compare();
            assertEquals(List.of(), comparison.differences, id);
            assertTrue(comparison.charts >= least, () -> id + " has " + comparison.charts + " charts");
        }
    }

    /** Every workbook beside and below a run's summaries holds the checklist; return slips are the units' own forms. */
    static void assertChecklistHolds(Path out) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(out)) {
            files = all.filter(file -> file.toString().endsWith(".xlsx")).toList();
        }
        List<String> broken = new ArrayList<>();
        for (Path file : files) {
            boolean forms = file.toString().contains("return-slips");
            List<String> violations =
                    forms ? WorkbookChecklist.violationsOfForms(file) : WorkbookChecklist.violations(file);
            violations.forEach(violation -> broken.add(out.relativize(file) + ": " + violation));
        }
        assertTrue(files.size() > 1, () -> "only " + files);
        assertEquals(List.of(), broken);
    }

    private static Map<String, MetricTable> tables(Path file, JobDefinition job, Period period, Instant asOf) {
        try (Store store = Store.open(file, StoreSettings.DEFAULT);
                FiguresCopy copy = store.figures(() -> false)) {
            Store figures = copy.store();
            return figures.inTransaction(() ->
                    new MetricRunner(figures.sql(), job).tables(period, asOf).tables());
        }
    }
}
