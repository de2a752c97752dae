package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jibao.app.Jibao;
import org.jibao.app.RunOutcome;
import org.jibao.run.OperationalFailure;
import org.jibao.run.Progress;
import org.jibao.status.StatusReport;
import org.jibao.store.Rows;
import org.jibao.summarize.Summarizer.SummaryOutcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The sample county, run once; then what may happen to it afterwards. */
@TestInstance(Lifecycle.PER_CLASS)
class RunAgainIT {

    private static final Path COUNTY = Path.of("sample-data/county/quarterly-disclosure");
    private static final Instant NOW = Instant.parse("2026-10-20T01:00:00Z");

    private final Path folder;

    RunAgainIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    void runOnce() {
        RunOutcome first = at(NOW).run();
        assertEquals(404, first.collected().files().size());
        assertTrue(first.summaries().get(0).written());
    }

    @Test
    void secondRunFindsNothingNewAndTouchesNothing() throws IOException {
        at(NOW).summarize();
        Map<String, Rows> store = store();
        Map<Path, FileTime> outputs = outputs();
        RunOutcome again = at(NOW).run();
        assertEquals(List.of(), again.collected().files());
        assertFalse(again.summaries().get(0).written());
        assertEquals(6, again.summaries().get(0).files().size());
        assertEquals(store, store());
        assertEquals(outputs, outputs());
    }

    @Test
    void laterRunWithNothingNewCountsTheDaysOfTheChaseListAndTouchesNothingElse() throws IOException {
        Map<Path, FileTime> outputs = withoutChaseList(outputs());
        SummaryOutcome later = at(NOW.plusSeconds(86_400)).run().summaries().get(0);
        assertFalse(later.written());
        assertTrue(later.chase().written());
        assertEquals(23, outputs.size(), outputs.toString());
        assertEquals(outputs, withoutChaseList(outputs()));
        assertFalse(at(NOW.plusSeconds(90_000)).summarize().chase().written());
    }

    @Test
    void chaseListNamesTheNineUnitsByStateAndThenByEffect() {
        List<String> lines = at(NOW).status().chase().lines().stream()
                .map(line -> String.join(
                        " ",
                        line.code(),
                        line.state().name(),
                        String.valueOf(line.errors()),
                        String.valueOf(line.history().late()),
                        String.valueOf(line.history().missing()),
                        String.valueOf(line.contact().phone())))
                .toList();
        assertEquals(
                List.of(
                        "QL320 MISSING 0 0 0 0000-8800320",
                        "QL318 MISSING 0 1 0 0000-8800318",
                        "QL321 MISSING 0 0 0 null",
                        "QL315 REJECTED 1 0 0 0000-8800315",
                        "QL205 RETURNED 4 0 0 0000-8800205",
                        "QL311 RETURNED 2 0 0 0000-8800311",
                        "QL304 RETURNED 2 0 0 0000-8800304",
                        "QL307 RETURNED 1 1 0 0000-8800307",
                        "QL324 RETURNED 2 0 0 0000-8800324"),
                lines);
    }

    /** The history is asked of the submissions themselves: it must be what the summary says of the same periods. */
    @Test
    void historyAgreesWithTheSummaries() {
        Map<String, String> reported = new TreeMap<>();
        at(NOW).query("SELECT unit, count(*) FILTER (state = 'late') AS late, count(*) FILTER (NOT accepted) AS missing"
                        + " FROM mart.reporting_unit WHERE period < '2026Q3' GROUP BY unit")
                .rows()
                .forEach(row -> reported.put(String.valueOf(row.get(0)), row.get(1) + " " + row.get(2)));
        at(NOW).status()
                .chase()
                .lines()
                .forEach(line -> assertEquals(
                        reported.get(line.code()),
                        line.history().late() + " " + line.history().missing(),
                        line.code()));
        assertEquals(49, reported.size());
    }

    @Test
    void contactsAreOnTheChaseListAndNeitherInTheStoreNorInTheSummary() throws IOException {
        SummaryOutcome outcome = at(NOW).summarize();
        assertTrue(content(outcome.chase().files().get(0)).contains("ql318@example.com"));
        for (Path summary : outcome.files()) {
            assertFalse(content(summary).contains("@example.com"), summary.toString());
        }
        for (Map.Entry<String, Rows> table : store().entrySet()) {
            assertFalse(table.getValue().toString().contains("@example.com"), table.getKey());
        }
    }

    private static String content(Path workbook) throws IOException {
        if (workbook.toString().endsWith(".html")) {
            return Files.readString(workbook);
        }
        StringBuilder text = new StringBuilder();
        try (ZipFile parts = new ZipFile(workbook.toFile())) {
            for (ZipEntry part : parts.stream().toList()) {
                text.append(new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private static Map<Path, FileTime> withoutChaseList(Map<Path, FileTime> outputs) {
        Map<Path, FileTime> others = new TreeMap<>(outputs);
        others.keySet()
                .removeIf(path ->
                        path.getFileName().toString().toLowerCase(Locale.ROOT).matches("(chase|催报单).*"));
        return others;
    }

    @Test
    void nightlySummarizesEachPeriodThatIsOpen() {
        List<SummaryOutcome> summaries = at(NOW).nightly().summaries();
        assertEquals(1, summaries.size());
        assertEquals("2026Q3", summaries.get(0).period().code());
        assertFalse(summaries.get(0).written());
    }

    @Test
    void outputThatWasChangedIsWrittenAnewByteForByte() throws IOException {
        Path workbook = at(NOW).summarize().files().get(0);
        byte[] before = Files.readAllBytes(workbook);
        Files.writeString(workbook, "someone's notes");
        assertTrue(at(NOW).summarize().written());
        assertArrayEquals(before, Files.readAllBytes(workbook));
    }

    @Test
    void earlierTimeIsComputedWithoutTouchingStoreOrSnapshot() throws IOException {
        byte[] store = Files.readAllBytes(folder.resolve("jibao.duckdb"));
        byte[] snapshot = Files.readAllBytes(folder.resolve("jibao.snapshot.duckdb"));
        Jibao earlier = new Jibao(
                WholeJob.settings(COUNTY, folder, folder.resolve("earlier"), NOW.minus(Duration.ofDays(10))),
                Progress.NONE);
        SummaryOutcome outcome = earlier.summarize();
        assertTrue(outcome.written());
        assertNotEquals(at(NOW).summarize().digest(), outcome.digest());
        assertArrayEquals(store, Files.readAllBytes(folder.resolve("jibao.duckdb")));
        assertArrayEquals(snapshot, Files.readAllBytes(folder.resolve("jibao.snapshot.duckdb")));
    }

    @Test
    void statusAndQueryReadTheSnapshot() {
        StatusReport status = at(NOW).status();
        assertEquals("2026Q3", status.period().code());
        assertEquals(49, status.expected());
        assertEquals(
                49,
                Stream.of(StatusReport.State.values()).mapToLong(status::count).sum());
        assertEquals(
                List.of(List.of(404L)),
                at(NOW).query("SELECT count(*) FROM intake.submission").rows());
        OperationalFailure e =
                assertThrows(OperationalFailure.class, () -> at(NOW).query("SELECT * FROM read_text('/etc/hostname')"));
        assertTrue(e.text().en().contains("no file can be read"), e.text().en());
    }

    @Test
    void outputThatCannotBeWrittenIsSaidSo() throws IOException {
        Path file = Files.writeString(folder.resolve("in-the-way"), "a file where the folder should be");
        Jibao blocked = new Jibao(WholeJob.settings(COUNTY, folder, file, NOW), Progress.NONE);
        OperationalFailure e = assertThrows(OperationalFailure.class, blocked::summarize);
        assertTrue(e.text().en().startsWith("Cannot write " + file), e.text().en());
        assertTrue(
                e.text().en().contains("a file stands where a folder is needed"),
                e.text().en());
    }

    private Jibao at(Instant asOf) {
        return new Jibao(WholeJob.settings(COUNTY, folder, asOf), Progress.NONE);
    }

    private Map<String, Rows> store() {
        return StoreContents.of(folder.resolve("jibao.duckdb"));
    }

    private Map<Path, FileTime> outputs() throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder.resolve("out"))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                times.put(path, Files.getLastModifiedTime(path));
            }
        }
        assertEquals(26, times.size(), times.toString());
        return times;
    }
}
