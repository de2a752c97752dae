package org.jibao.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.collect.Folder;
import org.jibao.run.ledger.RunEnd;
import org.jibao.run.ledger.RunEntry;
import org.jibao.run.ledger.RunLedger;
import org.jibao.run.ledger.RunRecord;
import org.jibao.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what came in is in the ledger once, whichever run of those that were killed has taken it in. */
final class RunStatisticsTest {

    /** A process number beyond what any system gives. */
    private static final long NOBODY = Long.MAX_VALUE;

    private final Folder folder;
    private final RunLedger ledger;

    RunStatisticsTest(@TempDir Path root) {
        folder = new Folder(root);
        ledger = RunLedger.beside(folder.store());
    }

    @Test
    void notesWhatARunTookInThatWasKilledBeforeItsEnd() throws IOException {
        folder.receive("first.txt", "QL303 2026Q3 0 0");
        ledger.begin(entry("killed"));
        try (Store store = folder.open()) {
            folder.collect(store);
            assertEquals(Map.of("accepted", 1L), run("next", store).verdicts());
            assertEquals(Map.of(), run("quiet", store).verdicts());

            folder.receive("second.txt", "QL307 2026Q3 0 0");
            ledger.begin(entry("killed too"));
            folder.collect(store);
            folder.receive("third.txt", "nobody");
            RunStatistics notes = run("last", store);
            assertEquals(Map.of("accepted", 1L, "rejected", 1L), notes.verdicts());
            assertEquals(
                    List.of("second.txt", "third.txt"),
                    notes.inputs().stream().map(input -> input.get("file")).toList());
        }
    }

    /** Two files a line here: what a run has settled of very many is on record before it ends, and said by no other. */
    @Test
    void notesVeryManyInLinesOfTheirOwn() throws IOException {
        List<String> units = List.of("QL303", "QL307", "QL001", "QL002", "QL003");
        try (Store store = folder.open()) {
            for (int i = 0; i < units.size(); i++) {
                folder.receive("file " + i + ".txt", units.get(i) + " 2026Q3 0 0");
            }
            RunStatistics notes = run("many", store, 2);
            long all = notes.verdicts().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertEquals(5, all);
            assertEquals(1, notes.inputs().size());
            List<String> lines = Files.readAllLines(ledger.file());
            assertEquals(
                    2,
                    lines.stream()
                            .filter(line -> line.contains("\"event\":\"settled\""))
                            .count());
            for (int i = 0; i < units.size(); i++) {
                String name = "\"file " + i + ".txt\"";
                int times =
                        (int) lines.stream().filter(line -> line.contains(name)).count()
                                + (int) notes.inputs().stream()
                                        .filter(input -> name.contains(input.get("file")))
                                        .count();
                assertEquals(1, times, name);
            }
            assertEquals(Optional.empty(), ledger.broken());
        }
    }

    /** Whoever is killed behind such a line has not said the rest. */
    @Test
    void goesOnBehindTheLinesOfARunThatWasKilled() throws IOException {
        for (int i = 0; i < 3; i++) {
            folder.receive("file " + i + ".txt", "QL30" + i + " 2026Q3 0 0");
        }
        try (Store store = folder.open()) {
            ledger.begin(entry("killed"));
            long before = RunStatistics.before(store, Folder.JOB, ledger);
            folder.collect(store);
            RunStatistics killed = new RunStatistics((inputs, last) -> settled(entry("killed"), inputs, last), 2);
            killed.collected(store, Folder.JOB, before);

            RunStatistics next = run("next", store);
            assertEquals(
                    killed.inputs().stream().map(input -> input.get("file")).toList(),
                    next.inputs().stream().map(input -> input.get("file")).toList());
            long onRecord = ledger.runs().get(0).verdicts().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertEquals(RunRecord.State.BROKEN_OFF, ledger.runs().get(0).state());
            assertEquals(2, onRecord);
        }
    }

    /** A backup that was put in its place. */
    @Test
    void notesAnewWhatAnEarlierStoreTakesInAgain() throws IOException {
        ledger.begin(entry("before"));
        ledger.end(entry("before"), end(5L));
        folder.receive("first.txt", "QL303 2026Q3 0 0");
        try (Store store = folder.open()) {
            assertEquals(Map.of("accepted", 1L), run("next", store).verdicts());
        }
    }

    @Test
    void takesAStoreWithoutALedgerAsNoted() throws IOException {
        folder.receive("first.txt", "QL303 2026Q3 0 0");
        try (Store store = folder.open()) {
            folder.collect(store);
            assertEquals(Map.of(), run("first", store).verdicts());
        }
    }

    private RunStatistics run(String id, Store store) throws IOException {
        return run(id, store, RunStatistics.MOST_INPUTS);
    }

    private RunStatistics run(String id, Store store, int most) throws IOException {
        RunEntry entry = entry(id);
        ledger.begin(new RunEntry(
                id,
                entry.command(),
                entry.job(),
                Instant.now(),
                Folder.NOW,
                ProcessHandle.current().pid(),
                "test"));
        RunStatistics notes = new RunStatistics((inputs, last) -> settled(entry, inputs, last), most);
        long before = RunStatistics.before(store, Folder.JOB, ledger);
        folder.collect(store);
        notes.collected(store, Folder.JOB, before);
        ledger.end(entry, end(notes.settled()));
        return notes;
    }

    private void settled(RunEntry run, List<Map<String, String>> inputs, long last) {
        try {
            ledger.settled(run, inputs, last);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunEntry entry(String id) {
        return new RunEntry(id, "nightly", Folder.JOB.id(), Folder.NOW, Folder.NOW, NOBODY, "test");
    }

    private static RunEnd end(@org.jspecify.annotations.Nullable Long settled) {
        return new RunEnd(Instant.now(), null, Map.of(), List.of(), settled, List.of(), List.of(), 0, Map.of(), 0);
    }
}
