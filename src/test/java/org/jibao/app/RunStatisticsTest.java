package org.jibao.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jibao.collect.Folder;
import org.jibao.run.ledger.RunEnd;
import org.jibao.run.ledger.RunEntry;
import org.jibao.run.ledger.RunLedger;
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
        RunEntry entry = entry(id);
        ledger.begin(new RunEntry(
                id,
                entry.command(),
                entry.job(),
                Instant.now(),
                Folder.NOW,
                ProcessHandle.current().pid(),
                "test"));
        RunStatistics notes = new RunStatistics();
        long before = RunStatistics.before(store, Folder.JOB, ledger);
        folder.collect(store);
        notes.collected(store, Folder.JOB, before);
        ledger.end(entry, end(notes.settled()));
        return notes;
    }

    private static RunEntry entry(String id) {
        return new RunEntry(id, "nightly", Folder.JOB.id(), Folder.NOW, Folder.NOW, NOBODY, "test");
    }

    private static RunEnd end(@org.jspecify.annotations.Nullable Long settled) {
        return new RunEnd(Instant.now(), null, Map.of(), List.of(), settled, List.of(), List.of(), 0, Map.of(), 0);
    }
}
