package org.jibao.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.LongStream;
import org.duckdb.DuckDBDriver;
import org.jibao.store.Migrations.BatchSchema;
import org.jibao.support.SqlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

    private final Path folder;

    MigrationsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void oldestStoreComesForwardWithItsRows() throws SQLException {
        Path file = folder.resolve("jibao.duckdb");
        makeFirstVersion(file);
        Path fresh = folder.resolve("fresh.duckdb");
        try (Store old = Store.open(file, StoreSettings.DEFAULT);
                Store made = Store.open(fresh, StoreSettings.DEFAULT)) {
            assertEquals(
                    LongStream.rangeClosed(1, Migrations.known()).boxed().toList(),
                    old.sql().query("SELECT version::BIGINT FROM intake.store_version ORDER BY 1").rows().stream()
                            .map(row -> row.get(0))
                            .toList());
            assertEquals(
                    List.of(List.of("a.xlsx", "accepted")),
                    old.sql()
                            .query("SELECT file, verdict FROM intake.submission")
                            .rows());
            assertEquals(
                    1,
                    old.sql().query("SELECT count(*) FROM intake.observation").number());
            assertEquals(
                    8,
                    old.sql()
                            .query("SELECT nextval('batch.BATCH_JOB_INSTANCE_SEQ')")
                            .number());
            String columns = "SELECT schema_name, table_name, column_name, data_type FROM duckdb_columns()"
                    + " WHERE database_name = current_database() AND NOT internal ORDER BY ALL";
            assertEquals(made.sql().query(columns), old.sql().query(columns));
        }
        Kept.take(file, "b.xlsx");
        assertEquals(List.of("a.xlsx", "b.xlsx"), Kept.files(file));
    }

    /** As the first version of Jibao left it. */
    private static void makeFirstVersion(Path file) throws SQLException {
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:" + file, new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute(SqlText.read(Store.class, "schema/V001__intake") + BatchSchema.script());
            statement.execute("INSERT INTO intake.store_version VALUES (1, TIMESTAMP '2026-01-05 01:00:00')");
            statement.execute(
                    "INSERT INTO intake.submission (id, job, file, sha256, size, received_at, decided_at, unit,"
                            + " period, revision, verdict) VALUES (1, 'sample', 'a.xlsx', 'ab', 9, TIMESTAMP '2026-04-08 01:00:00',"
                            + " TIMESTAMP '2026-04-09 01:00:00', 'T1', '2026Q1', 1, 'accepted')");
            statement.execute("INSERT INTO intake.observation VALUES (1, 'requests', 'new', 'natural', 'VALUE', 4, '4',"
                    + " '表二', 'B3')");
            for (int i = 0; i < 7; i++) {
                statement.execute("SELECT nextval('batch.BATCH_JOB_INSTANCE_SEQ')");
            }
        }
    }
}
