package org.jibao.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jibao.checking.Verdict;
import org.jibao.collect.CollectOutcome.FileLine;
import org.jibao.inbox.InboxFile;
import org.jibao.reading.Reading;
import org.jibao.run.OperationalFailure;
import org.jibao.store.ReadOnlySql;
import org.jibao.store.Rows;
import org.jibao.store.Snapshot;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorTest {

    private final Folder folder;

    CollectorTest(@TempDir Path root) {
        folder = new Folder(root);
    }

    @Test
    void takesInJudgesAndPublishes() {
        folder.receive("a.txt", "QL101 2026Q2 0 4", Instant.parse("2026-07-03T00:00:00Z"));
        folder.receive("b.txt", "QL101 2026Q3 4 1");
        folder.receive("c.txt", "QL102 2026Q3 2 1");
        folder.receive("d.txt", "QL102 2026Q3 2 1");
        folder.receive("e.txt", "nobody's");
        folder.receive("late.txt", "QL103 2026Q3 0 0", Instant.parse("2026-10-12T02:03:00Z"));
        folder.receive("closed.txt", "QL104 2025Q3 1 1");
        folder.receive("tomorrow.txt", "QL105 2026Q3 1 1", Folder.NOW.plusSeconds(1));
        try (Store store = folder.open()) {
            CollectOutcome outcome = folder.collect(store);
            assertEquals(
                    List.of(
                            "a.txt accepted",
                            "b.txt accepted",
                            "c.txt accepted",
                            "d.txt duplicate",
                            "e.txt rejected unit-missing",
                            "closed.txt accepted return-after-close",
                            "late.txt accepted return-late"),
                    settled(store));
            assertEquals(
                    Map.of(Verdict.ACCEPTED, 4L, Verdict.DUPLICATE, 1L, Verdict.REJECTED, 1L), outcome.byVerdict());
            assertEquals(1, outcome.afterClose());
            assertEquals(8, outcome.listed());
            assertEquals(1, outcome.later());
        }
        try (ReadOnlySql snapshot = Snapshot.open(folder.store(), StoreSettings.DEFAULT)) {
            assertEquals(
                    7, snapshot.query("SELECT count(*) FROM intake.submission").number());
            assertEquals(
                    4, snapshot.query("SELECT count(*) FROM returns.submission").number());
        }
    }

    @Test
    void looksBackAtWhatThisVeryRunAcceptedForThePeriodBefore() {
        folder.receive("b.txt", "QL101 2026Q3 5 1");
        folder.receive("a.txt", "QL101 2026Q2 0 4", Instant.parse("2026-07-03T00:00:00Z"));
        try (Store store = folder.open()) {
            CollectOutcome outcome = folder.collect(store);
            FileLine third = outcome.files().get(1);
            assertEquals(Verdict.RETURNED, third.verdict(), outcome.files().toString());
            assertEquals(
                    1,
                    store.sql()
                            .query("SELECT count(*) FROM intake.finding WHERE code = 'requests.carried'")
                            .number());
        }
    }

    @Test
    void findsNothingNewTheSecondTime() {
        folder.receive("a.txt", "QL101 2026Q3 0 4");
        try (Store store = folder.open()) {
            assertEquals(1, folder.collect(store).files().size());
            Map<String, Rows> before = Folder.contents(store);
            long instances = instances(store);
            assertEquals(List.of(), folder.collect(store).files());
            assertEquals(before, Folder.contents(store));
            assertEquals(instances, instances(store), "Spring Batch was started for nothing");
        }
    }

    @Test
    void goesOnWhereFailedRunStopped() {
        for (int i = 1; i <= 7; i++) {
            folder.receive(i + ".txt", "QL10" + i + " 2026Q3 0 " + i);
        }
        Map<String, Rows> undisturbed;
        try (Store store = Store.open(folder.store().resolveSibling("other.duckdb"), StoreSettings.DEFAULT)) {
            folder.collect(store);
            undisturbed = Folder.contents(store);
        }
        try (Store store = folder.open()) {
            assertThrows(OperationalFailure.class, () -> folder.collect(store, failingAt("5.txt")));
            assertEquals(
                    4,
                    store.sql().query("SELECT count(*) FROM intake.submission").number());
            assertTrue(store.leftUnfinished(CollectJob.name(Folder.JOB)));
            CollectOutcome outcome = folder.collect(store);
            assertEquals(7, outcome.files().size());
            assertEquals(undisturbed, Folder.contents(store));
            assertFalse(store.leftUnfinished(CollectJob.name(Folder.JOB)));
        }
    }

    /** Chunks have two files here: the second one is not read before the third has begun. */
    @Test
    void readsFilesOfTheNextChunkBeforeOneIsStored() {
        for (int i = 1; i <= 5; i++) {
            folder.receive(i + ".txt", "QL10" + i + " 2026Q3 0 " + i);
        }
        CountDownLatch third = new CountDownLatch(1);
        try (Store store = folder.open()) {
            folder.collect(store, file -> {
                if (file.name().equals("3.txt")) {
                    third.countDown();
                }
                assertTrue(!file.name().equals("2.txt") || begins(third));
                return Folder.read(file);
            });
            assertEquals(
                    List.of("1.txt accepted", "2.txt accepted", "3.txt accepted", "4.txt accepted", "5.txt accepted"),
                    settled(store));
        }
    }

    private static boolean begins(CountDownLatch file) {
        try {
            return file.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void faultOfOursInReadingCostsOneFile() {
        folder.receive("a.txt", "QL101 2026Q3 0 4");
        folder.receive("b.txt", "QL102 2026Q3 0 4");
        try (Store store = folder.open()) {
            folder.collect(store, file -> {
                if (file.name().equals("a.txt")) {
                    throw new IllegalStateException("ours");
                }
                return Folder.read(file);
            });
            assertEquals(List.of("a.txt rejected file-unreadable", "b.txt accepted"), settled(store));
        }
    }

    @Test
    void diskThatIsFullWhileALongRegisterIsReadFailsTheRun() {
        folder.receive("a.txt", "QL101 2026Q3 0 4");
        folder.receive("b.txt", "QL102 2026Q3 0 4");
        try (Store store = folder.open()) {
            OperationalFailure e = assertThrows(
                    OperationalFailure.class,
                    () -> folder.collect(store, file -> {
                        throw new UncheckedIOException(new IOException("No space left on device"));
                    }));
            assertTrue(
                    e.text().en().contains("No space left on device"), e.text().en());
            assertEquals(List.of(), settled(store));
            folder.collect(store);
            assertEquals(List.of("a.txt accepted", "b.txt accepted"), settled(store));
        }
    }

    @Test
    void inboxThatIsNoFolderIsSaidSo() {
        OperationalFailure e = assertThrows(OperationalFailure.class, folder::listing);
        assertTrue(e.text().en().contains("is not a folder"), e.text().en());
    }

    /** An Error is no reading fault: it fails the run, as a full disk would. */
    private static Function<InboxFile, Reading> failingAt(String name) {
        return file -> {
            if (file.name().equals(name)) {
                throw new AssertionError("the machine fails");
            }
            return Folder.read(file);
        };
    }

    private static List<String> settled(Store store) {
        return store
                .sql()
                .query("SELECT concat_ws(' ', file, verdict, string_agg(code, ' ' ORDER BY number)) FROM"
                        + " intake.submission LEFT JOIN (FROM intake.finding WHERE code NOT IN ('file-duplicate',"
                        + " 'return-zero')) f ON f.submission = id GROUP BY id, file, verdict ORDER BY id")
                .rows()
                .stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    private static long instances(Store store) {
        return store.sql()
                .query("SELECT count(*) FROM batch.BATCH_JOB_INSTANCE")
                .number();
    }
}
