package org.jibao.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.testkit.FreshStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {

    private static final Instant NOW = Instant.parse("2026-10-20T01:00:00Z");

    private final Path file;

    SnapshotTest(@TempDir Path folder) {
        file = folder.resolve("o'brien").resolve("jibao.duckdb");
    }

    @Test
    void holdsTablesAndViewsAndIsReadWhileTheStoreIsOpen() {
        try (Store store = filled()) {
            store.snapshot().publish();
            store.sql().execute("DELETE FROM intake.observation");
            try (ReadOnlySql snapshot = Snapshot.open(file, StoreSettings.DEFAULT)) {
                for (String name : List.of("intake.submission", "returns.requests", "returns.register")) {
                    assertEquals(
                            List.of(List.of(name.equals("returns.requests") ? 2L : 1L)),
                            snapshot.query("SELECT count(*) FROM " + name).rows(),
                            name);
                }
                assertEquals(
                        2,
                        snapshot.query("SELECT count(*) FROM returns.requests_by_row")
                                .number());
            }
            store.snapshot().publish();
        }
        try (ReadOnlySql snapshot = Snapshot.open(file, StoreSettings.DEFAULT)) {
            assertEquals(
                    0, snapshot.query("SELECT count(*) FROM returns.requests").number());
        }
        assertFalse(Files.exists(file.resolveSibling("jibao.snapshot.duckdb.tmp")));
    }

    /** Whatever the engine can do of a checkpoint then. */
    @Test
    void holdsWhatIsCommittedAndNothingOfAnOpenTransaction() {
        try (Store store = filled()) {
            store.sql().execute("CREATE TABLE mart.amount AS SELECT 1 AS amount");
            store.inTransaction(() -> {
                store.sql().execute("INSERT INTO mart.amount VALUES (2)");
                store.snapshot().publish();
            });
            try (ReadOnlySql snapshot = Snapshot.open(file, StoreSettings.DEFAULT)) {
                assertEquals(1, snapshot.query("SELECT amount FROM mart.amount").number());
            }
            store.snapshot().publish();
        }
        try (ReadOnlySql snapshot = Snapshot.open(file, StoreSettings.DEFAULT)) {
            assertEquals(2, snapshot.query("SELECT count(*) FROM mart.amount").number());
        }
    }

    /** One thread commits and makes checkpoints, each time of two tables that hold the same; another one publishes. */
    @Test
    void isWholeWhileOthersWrite() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Store store = filled()) {
            String amounts = " AS SELECT 0 AS turn, range AS amount, repeat('x', 100) FROM range(20000)";
            store.sql().execute("CREATE TABLE mart.one" + amounts);
            store.sql().execute("CREATE TABLE mart.two" + amounts);
            AtomicBoolean ended = new AtomicBoolean();
            Future<Integer> turns = other.submit(() -> {
                int turn = 0;
                while (!ended.get()) {
                    turn++;
                    int now = turn;
                    store.inTransaction(() -> {
                        store.sql().execute("UPDATE mart.one SET turn = ?", now);
                        store.sql().execute("UPDATE mart.two SET turn = ?", now);
                    });
                    checkpoint(store);
                }
                return turn;
            });
            try {
                for (int i = 0; i < 20; i++) {
                    store.snapshot().publish();
                    try (ReadOnlySql snapshot = Snapshot.open(file, StoreSettings.DEFAULT)) {
                        assertEquals(
                                List.of(List.of(20_000L, 1L)),
                                snapshot.query("SELECT count(*), count(DISTINCT (o.turn, t.turn)) FROM mart.one o"
                                                + " JOIN mart.two t ON t.amount = o.amount AND t.turn = o.turn")
                                        .rows());
                    }
                }
            } finally {
                ended.set(true);
            }
            assertTrue(turns.get() > 1);
        } finally {
            other.shutdownNow();
        }
    }

    private static void checkpoint(Store store) {
        try {
            store.sql().execute("CHECKPOINT");
        } catch (StoreException whileItIsCopied) {
            assertTrue(String.valueOf(whileItIsCopied.getCause()).contains("CHECKPOINT"));
        }
    }

    /** As pages of the desk do: each waits for its turn, and sees what was published before it began. */
    @Test
    void isReadByOneAfterTheOther() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(4);
        try (Store store = filled()) {
            store.snapshot().publish();
            ReadOnlySql first = Snapshot.open(file, StoreSettings.DEFAULT);
            List<Future<Long>> later = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                later.add(readers.submit(() -> {
                    try (ReadOnlySql snapshot = Snapshot.open(file, StoreSettings.DEFAULT)) {
                        return snapshot.query("SELECT count(*) FROM returns.requests")
                                .number();
                    }
                }));
            }
            store.sql().execute("DELETE FROM intake.observation");
            store.snapshot().publish();
            assertEquals(2, first.query("SELECT count(*) FROM returns.requests").number());
            first.close();
            first.close();
            for (Future<Long> count : later) {
                assertEquals(0, count.get());
            }
        } finally {
            readers.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (a INTEGER)",
                "DELETE FROM intake.submission",
                "COPY (SELECT 1) TO 'x.csv'",
                "SELECT * FROM read_text('/etc/hostname')",
                "SELECT * FROM 'x.csv'",
                "ATTACH ':memory:' AS m; CREATE TABLE m.t AS SELECT * FROM read_text('/etc/hostname')",
                "SET enable_external_access = true",
                "SET max_execution_time = 0",
                "INSTALL httpfs",
                "LOAD httpfs",
                "IMPORT DATABASE '/tmp'"
            })
    void refusesWhateverIsNotReading(String sql) {
        try (Store store = filled()) {
            store.snapshot().publish();
        }
        try (ReadOnlySql snapshot = Snapshot.open(file, StoreSettings.DEFAULT)) {
            assertThrows(StoreException.class, () -> snapshot.query(sql));
        }
    }

    @Test
    void saysWhatToDoWhereNothingWasPublished() {
        StoreException e = assertThrows(StoreException.class, () -> Snapshot.open(file, StoreSettings.DEFAULT));
        assertTrue(e.text().en().contains("jibao collect"), e.text().en());
    }

    private Store filled() {
        Store store = FreshStore.open(file);
        JobDefinition job = SampleJob.create();
        Period period = Period.parse("2026Q3").orElseThrow();
        store.define(job, List.of(period), WorkingDays.china());
        store.parameter("sample", period, NOW);
        store.inTransaction(() -> {
            store.submissions(job, NOW).write(List.of(Returns.of("a.xlsx", "a", SampleJob.TOWN, "2026Q3")));
            Judged.all(store, job, NOW);
        });
        return store;
    }
}
