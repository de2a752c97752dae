package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jibao.batch.Jibao;
import org.jibao.batch.Progress;
import org.jibao.batch.Settings;
import org.jibao.finding.Language;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The sample county's annual reports, collected into the store that holds its quarters. */
@TestInstance(Lifecycle.PER_CLASS)
class AnnualReportIT {

    private static final Instant NOW = Instant.parse("2026-10-20T01:00:00Z");
    private static final Path EXPECTED = Path.of("sample-data/expected/annual-disclosure");

    private final Path folder;
    private final Path summary;

    AnnualReportIT(@TempDir Path folder) {
        this.folder = folder;
        jibao("quarterly-disclosure").collect();
        summary = jibao("annual-disclosure").run().summaries().get(0).files().get(0);
    }

    private Jibao jibao(String job) {
        return new Jibao(
                new Settings(
                        Path.of("jobs"),
                        job,
                        Path.of("sample-data/county", job),
                        folder.resolve("store.duckdb"),
                        folder.resolve("out"),
                        Language.ZH,
                        Optional.empty(),
                        Optional.of(NOW),
                        2),
                Progress.NONE);
    }

    @Test
    void findsTheUnitThatDisagreesWithItsQuartersAndNoOther() throws IOException {
        Map<String, TreeSet<String>> found = new TreeMap<>();
        for (List<?> row : rows("SELECT s.file, s.verdict, f.code || '@' || f.sheet || '!' || f.cell"
                + " FROM intake.submission s JOIN intake.finding f ON f.submission = s.id"
                + " WHERE s.job = 'annual-disclosure' AND f.severity <> 'note'")) {
            found.computeIfAbsent(row.get(0) + " " + row.get(1), key -> new TreeSet<>())
                    .add(String.valueOf(row.get(2)));
        }
        Map<String, TreeSet<String>> expected = new TreeMap<>();
        for (CSVRecord line : csv("expectations.csv")) {
            expected.put(
                    line.get("file") + " " + line.get("verdict"),
                    new TreeSet<>(List.of(line.get("findings").split("\\|"))));
        }
        assertEquals(expected, found);
        assertEquals(2, expected.size());
    }

    @Test
    void tellsYearsThatAgreeFromThoseThatCannotBeCompared() {
        assertEquals(
                List.of(
                        List.of("carried_in", "incomparable", 3L),
                        List.of("carried_in", "same", 46L),
                        List.of("carried_out", "incomparable", 3L),
                        List.of("carried_out", "same", 46L),
                        List.of("received", "differs", 1L),
                        List.of("received", "incomparable", 4L),
                        List.of("received", "same", 44L)),
                rows("SELECT \"row\", standing, count(*) FROM mart.annual_quarters WHERE period = '2025'"
                        + " GROUP BY ALL ORDER BY ALL"));
    }

    /** In SQL of its own: the cells of what was accepted, and how many units reported. */
    @Test
    void addsUpWhatWasAccepted() {
        assertEquals(
                rows("SELECT sum(o.value)::BIGINT, count(*) FROM intake.observation o"
                        + " JOIN intake.submission s ON s.id = o.submission"
                        + " WHERE s.job = 'annual-disclosure' AND s.verdict LIKE 'accepted%'"
                        + " AND o.form = 'annual_requests' AND o.\"row\" = 'received' AND o.\"column\" = 'total'"),
                rows("SELECT value::BIGINT, reported FROM mart.annual_cells WHERE \"top\" AND period = '2025'"
                        + " AND form = 'annual_requests' AND \"row\" = 'received' AND \"column\" = 'total'"));
        assertEquals(
                List.of(List.of(47L, 49L)),
                rows(
                        "SELECT DISTINCT reported, expected::BIGINT FROM mart.annual_cells WHERE \"top\" AND period = '2025'"));
        assertTrue(Files.isRegularFile(summary));
    }

    private List<? extends List<?>> rows(String sql) {
        try (Store store = Store.open(folder.resolve("store.duckdb"), StoreSettings.DEFAULT)) {
            return store.sql().query(sql).rows();
        }
    }

    private static List<CSVRecord> csv(String name) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = Files.newBufferedReader(EXPECTED.resolve(name))) {
            return format.parse(reader).getRecords();
        }
    }
}
