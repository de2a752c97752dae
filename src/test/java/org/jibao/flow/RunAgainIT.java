package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jibao.batch.Jibao;
import org.jibao.batch.OperationalFailure;
import org.jibao.batch.Progress;
import org.jibao.batch.RunOutcome;
import org.jibao.batch.StatusReport;
import org.jibao.batch.SummaryOutcome;
import org.jibao.store.Rows;
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
        Map<String, Rows> store = store();
        Map<Path, FileTime> outputs = outputs();
        RunOutcome again = at(NOW).run();
        assertEquals(List.of(), again.collected().files());
        assertFalse(again.summaries().get(0).written());
        assertEquals(2, again.summaries().get(0).files().size());
        assertEquals(store, store());
        assertEquals(outputs, outputs());
    }

    @Test
    void laterRunWithNothingNewTouchesNothing() throws IOException {
        Map<Path, FileTime> outputs = outputs();
        assertFalse(at(NOW.plusSeconds(86_400)).run().summaries().get(0).written());
        assertEquals(outputs, outputs());
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
                CollectProgram.settings(COUNTY, folder, folder.resolve("earlier"), NOW.minusSeconds(1)), Progress.NONE);
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
        assertTrue(e.text().en().contains("Permission Error"), e.text().en());
    }

    @Test
    void outputThatCannotBeWrittenIsSaidSo() throws IOException {
        Path file = Files.writeString(folder.resolve("in-the-way"), "a file where the folder should be");
        Jibao blocked = new Jibao(CollectProgram.settings(COUNTY, folder, file, NOW), Progress.NONE);
        OperationalFailure e = assertThrows(OperationalFailure.class, blocked::summarize);
        assertTrue(e.text().en().startsWith("Cannot write " + file), e.text().en());
        assertTrue(
                e.text().en().contains("a file stands where a folder is needed"),
                e.text().en());
    }

    private Jibao at(Instant asOf) {
        return new Jibao(CollectProgram.settings(COUNTY, folder, asOf), Progress.NONE);
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
        assertEquals(3, times.size(), times.toString());
        return times;
    }
}
