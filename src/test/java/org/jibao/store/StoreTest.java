package org.jibao.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodKind;
import org.jibao.calendar.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    private static final Period THIRD = new Period(PeriodKind.QUARTER, 2026, 3);

    private final Path folder;

    StoreTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** With it, rules over 100,000 returns end in an internal error of the engine. */
    @Test
    void gathersNoSmallBatches() {
        try (Store store = open()) {
            Rows setting = store.sql().query("SELECT current_setting('enable_caching_operators')::VARCHAR AS setting");
            assertEquals("false", setting.one().text("setting"));
        }
    }

    @Test
    void createsEverySchemaAtItsVersion() {
        try (Store store = open()) {
            assertEquals(
                    List.of("batch", "intake", "mart", "outlook", "returns"),
                    texts(
                            store,
                            "SELECT DISTINCT schema_name FROM duckdb_schemas() WHERE database_name ="
                                    + " current_database() AND NOT internal AND schema_name <> 'main' ORDER BY 1"));
            assertEquals(Migrations.known(), number(store, "SELECT max(version)::BIGINT FROM intake.store_version"));
            assertEquals(1, number(store, "SELECT nextval('batch.BATCH_JOB_INSTANCE_SEQ')"));
        }
    }

    @Test
    void keepsWhatWasCommittedAndForgetsWhatWasNot() {
        try (Store store = open()) {
            store.sql().execute("INSERT INTO intake.explanation VALUES (1, 'a', '')");
            assertThrows(
                    IllegalStateException.class,
                    () -> store.inTransaction(() -> {
                        store.sql().execute("INSERT INTO intake.explanation VALUES (2, 'b', '')");
                        throw new IllegalStateException("the work fails");
                    }));
            store.inTransactionThatIsUndone(
                    () -> store.sql().execute("INSERT INTO intake.explanation VALUES (3, 'c', '')"));
        }
        try (Store store = open()) {
            assertEquals(List.of("a"), texts(store, "SELECT code FROM intake.explanation"));
        }
    }

    @Test
    void refusesStoreOfNewerVersionAndLeavesItAlone() throws IOException {
        try (Store store = open()) {
            store.sql().execute("INSERT INTO intake.store_version VALUES (99, ?)", Instant.EPOCH);
        }
        byte[] before = Files.readAllBytes(file());
        StoreException e = assertThrows(StoreException.class, this::open);
        assertTrue(
                e.text().en().contains("is of version 99, this program knows up to " + Migrations.known()),
                e.text().en());
        assertTrue(e.text().zh().contains("版本是 99"), e.text().zh());
        org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(file()));
    }

    @Test
    void refusesDatabaseOfAnotherProgram() throws java.sql.SQLException {
        try (var other = new org.duckdb.DuckDBDriver().connect("jdbc:duckdb:" + file(), new java.util.Properties());
                var statement = other.createStatement()) {
            statement.execute("CREATE TABLE theirs (a INTEGER)");
        }
        StoreException e = assertThrows(StoreException.class, this::open);
        assertTrue(e.text().en().contains("not one of Jibao's"), e.text().en());
    }

    @Test
    void saysThatFileIsDamagedWhateverStandsInIt() throws IOException {
        Files.writeString(file(), "this is not a database ".repeat(1000));
        StoreException e = assertThrows(StoreException.class, this::open);
        assertTrue(e.text().en().contains("may be damaged"), e.text().en());
        assertTrue(e.text().en().contains(file().toString()), e.text().en());
        Files.write(file(), new byte[0]);
        assertTrue(assertThrows(StoreException.class, this::open).text().zh().contains("可能已损坏"));
    }

    @Test
    void finishesCreationThatWasKilled() throws IOException {
        Files.write(folder.resolve("jibao.duckdb.new"), new byte[] {1, 2, 3});
        try (Store store = open()) {
            assertEquals(0, number(store, "SELECT count(*) FROM intake.submission"));
        }
        assertFalse(Files.exists(folder.resolve("jibao.duckdb.new")));
    }

    /** What another left in a draft is this store's, and of no other that the process makes. */
    /** The engine's own names of what it has spilled; whatever else stands there is not touched. */
    @Test
    void takesAwayWhatAKilledEngineHasSpilled() throws IOException {
        Path file = folder.resolve("jibao.duckdb");
        Store.open(file, StoreSettings.DEFAULT).close();
        Path ofStore = spilled(file);
        Path ofCopy = spilled(file.resolveSibling("jibao.figures.duckdb.tmp"));
        Path others = Files.writeString(ofStore.resolveSibling("others.txt"), "theirs");
        try (Store store = Store.open(file, StoreSettings.DEFAULT);
                FiguresCopy copy = store.figures(() -> false)) {
            assertEquals(1, copy.store().sql().query("SELECT 1").number());
            assertFalse(Files.exists(ofStore));
            assertFalse(Files.exists(ofCopy.getParent()));
            assertTrue(Files.exists(others));
        }
    }

    private static Path spilled(Path file) throws IOException {
        Path folder = Files.createDirectories(file.resolveSibling(file.getFileName() + ".tmp"));
        return Files.writeString(folder.resolve("duckdb_temp_1_0_storage_DEFAULT-0.tmp"), "returns");
    }

    @Test
    void storesOfOneProcessShareNothing() {
        Path draft = folder.resolve("jibao.duckdb.new");
        try (Store begun = Store.openExisting(draft, StoreSettings.DEFAULT)) {
            begun.sql().execute("CREATE TABLE intake.of_another (x INTEGER)");
        }
        List<Long> tables = new ArrayList<>();
        Set<Instant> made = new HashSet<>();
        for (String name : List.of("jibao.duckdb", "second.duckdb", "third.duckdb")) {
            try (Store store = Store.open(folder.resolve(name), StoreSettings.DEFAULT)) {
                tables.add(number(store, "SELECT count(*) FROM duckdb_tables()"));
                assertEquals(
                        Migrations.known(), number(store, "SELECT count(DISTINCT version) FROM intake.store_version"));
                store.sql().execute("CREATE TABLE intake.own (x INTEGER)");
                made.add(store.sql()
                        .query("SELECT min(applied_at) AS made FROM intake.store_version")
                        .one()
                        .time("made"));
            }
        }
        assertEquals(List.of(tables.get(1) + 1, tables.get(1), tables.get(1)), tables);
        assertEquals(3, made.size());
    }

    @Test
    void createsViewsOfFormsWhoseIdsAreWordsOfSql() {
        try (Store store = open()) {
            store.define(SampleJob.create(), List.of(THIRD), WorkingDays.china());
            assertEquals(
                    List.of("job", "period", "unit", "submission", "row", "other", "column"),
                    store.sql().query("FROM returns.requests_by_row").columns());
            assertEquals(
                    List.of("job", "period", "unit", "submission", "column", "new", "total", "row"),
                    store.sql().query("FROM returns.requests_by_column").columns());
            assertEquals(
                    List.of("job", "period", "unit", "submission", "sheet", "row", "title", "published_on"),
                    store.sql().query("FROM returns.register").columns());
        }
    }

    @Test
    void addsColumnForFieldThatIsNewAndNoneForSensitiveOne() {
        try (Store store = open()) {
            store.define(SampleJob.create(), List.of(THIRD), WorkingDays.china());
            store.define(
                    SampleJob.withForms(List.of(SampleJob.register("title", "secret_name", "number"))),
                    List.of(THIRD),
                    WorkingDays.china());
            assertEquals(
                    List.of("submission", "sheet", "row", "title", "published_on", "number"),
                    store.sql().query("FROM intake.entry_register").columns());
            assertEquals(
                    List.of("job", "period", "unit", "submission", "sheet", "row", "title", "number"),
                    store.sql().query("FROM returns.register").columns());
        }
    }

    @Test
    void writesRosterLabelsAndPeriodsWithoutGap() {
        try (Store store = open()) {
            Period first = new Period(PeriodKind.QUARTER, 2026, 1);
            store.define(SampleJob.create(), List.of(THIRD, first), WorkingDays.china());
            store.define(SampleJob.create(), List.of(THIRD, first), WorkingDays.china());
            assertEquals(List.of("T1", "S1"), texts(store, "SELECT code FROM intake.unit ORDER BY position"));
            assertEquals(
                    List.of("2026Q1", "2026Q2", "2026Q3"),
                    texts(store, "SELECT period FROM intake.period ORDER BY period"));
            Rows third = store.sql()
                    .query("SELECT due_date, closes_on, previous, last_year, label_zh FROM"
                            + " intake.period WHERE period = '2026Q3'");
            assertEquals(
                    List.of(LocalDate.of(2026, 10, 10), LocalDate.of(2026, 12, 9), "2026Q2", "2025Q3", "2026年第三季度"),
                    third.rows().get(0));
            assertEquals(
                    List.of("标new", "标total", "标row"),
                    texts(
                            store,
                            "SELECT zh FROM intake.label WHERE form = 'requests' AND axis = 'row' ORDER BY"
                                    + " position"));
        }
    }

    @Test
    void keepsOneParameter() {
        try (Store store = open()) {
            Instant asOf = Instant.parse("2026-10-20T01:00:00Z");
            store.parameter("sample", new Period(PeriodKind.QUARTER, 2026, 2), asOf);
            store.parameter("sample", THIRD, asOf);
            assertEquals(
                    List.of(List.of("sample", "2026Q3", asOf)),
                    store.sql().query("FROM returns.parameter").rows());
        }
    }

    private Path file() {
        return folder.resolve("jibao.duckdb");
    }

    private Store open() {
        return Store.open(file(), StoreSettings.DEFAULT);
    }

    private static long number(Store store, String sql) {
        return store.sql().query(sql).number();
    }

    private static List<String> texts(Store store, String sql) {
        return store.sql().query(sql).rows().stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }
}
