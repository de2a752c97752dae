package org.jibao.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.ReferenceTable;
import org.jibao.testkit.FreshStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceRowsTest {

    private static final String TABLES =
            "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'reference' ORDER BY table_name";

    private final Path file;
    private final Store store;

    ReferenceRowsTest(@TempDir Path folder) {
        file = folder.resolve("jibao.duckdb");
        store = FreshStore.open(file);
    }

    @AfterEach
    void closes() {
        store.close();
    }

    @Test
    void holdsLinesAndTexts() {
        define("sample", table("targets", row(2, "A", "007"), row(5, "B", null)));
        assertEquals(
                List.of(List.of("line", "INTEGER"), List.of("code", "VARCHAR"), List.of("order", "VARCHAR")),
                store.sql()
                        .query("SELECT column_name, data_type FROM duckdb_columns()"
                                + " WHERE schema_name = 'reference' ORDER BY column_index")
                        .rows());
        assertEquals(
                List.of(Arrays.asList(2L, "A", "007"), Arrays.asList(5L, "B", null)), rows(store.sql(), "targets"));
    }

    @Test
    void takesTheTablesAsTheJobNowHasThem() {
        define("sample", table("targets", row(2, "A", "1")), table("weights", row(2, "A", "1")));
        define("sample", table("targets", row(2, "A", "2"), row(3, "B", "3")));
        assertEquals(List.of(List.of("targets")), store.sql().query(TABLES).rows());
        assertEquals(List.of(Arrays.asList(2L, "A", "2"), Arrays.asList(3L, "B", "3")), rows(store.sql(), "targets"));
    }

    @Test
    void leavesTablesOfOtherJobsAlone() {
        define("sample", table("targets", row(2, "A", "1")));
        define("other", table("weights", row(2, "A", "1")));
        define("sample");
        assertEquals(List.of(List.of("weights")), store.sql().query(TABLES).rows());
    }

    @Test
    void isUndoneWithTheTransaction() {
        define("sample", table("targets", row(2, "A", "1")));
        store.inTransactionThatIsUndone(() -> {
            define("sample", table("targets", row(2, "A", "2")), table("weights"));
            assertEquals(List.of(Arrays.asList(2L, "A", "2")), rows(store.sql(), "targets"));
            return true;
        });
        assertEquals(List.of(Arrays.asList(2L, "A", "1")), rows(store.sql(), "targets"));
        assertEquals(List.of(List.of("targets")), store.sql().query(TABLES).rows());
    }

    @Test
    void isPublished() {
        define("sample", table("targets", row(2, "A", "1")));
        store.snapshot().publish();
        try (ReadOnlySql snapshot = Snapshot.open(file, StoreSettings.DEFAULT)) {
            assertEquals(List.of(Arrays.asList(2L, "A", "1")), rows(snapshot, "targets"));
        }
    }

    private void define(String job, ReferenceTable... tables) {
        store.define(
                SampleJob.withReference(job, tables),
                List.of(Period.parse("2026Q3").orElseThrow()),
                WorkingDays.china());
    }

    private static List<List<@Nullable Object>> rows(Sql sql, String table) {
        return sql.query("FROM reference." + table + " ORDER BY line").rows();
    }

    /** A column may be called what SQL keeps for itself. */
    private static ReferenceTable table(String id, ReferenceTable.Row... rows) {
        return new ReferenceTable(id, List.of("code", "order"), List.of(rows));
    }

    private static ReferenceTable.Row row(int line, @Nullable String... cells) {
        return new ReferenceTable.Row(line, Arrays.asList(cells));
    }
}
