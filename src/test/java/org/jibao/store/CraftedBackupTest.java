package org.jibao.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jibao.store.keeping.Backups;
import org.jibao.store.keeping.Restoration;
import org.jibao.store.keeping.Restoration.Restored;
import org.jibao.testkit.SavedFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Backups that somebody has changed: nothing that they define comes in, and nothing of it is run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CraftedBackupTest {

    private final Path root;
    private final Path store;
    private final Path backup;
    private final SavedFolder backedUp;

    CraftedBackupTest(@TempDir Path root) {
        this.root = root;
        this.store = root.resolve("data").resolve("jibao.duckdb");
        Kept.take(store, "a.xlsx");
        this.backup = new Backups(store, Optional.empty()).make(14, Kept.NOW).file();
        this.backedUp = new SavedFolder(root);
    }

    @BeforeEach
    void putBack() throws IOException {
        backedUp.putBack();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "macro main.upper | CREATE MACRO main.upper(x) AS 'no'",
                "macro intake.lower | CREATE MACRO intake.lower(x) AS 'no'",
                "macro returns.quotient | CREATE OR REPLACE MACRO returns.quotient(numerator, denominator) AS 7",
                "macro intake.standing_at | CREATE OR REPLACE MACRO intake.standing_at(moment) AS TABLE FROM intake.submission",
                "view returns.leak | CREATE VIEW returns.leak AS SELECT * FROM read_text('/etc/hostname')",
                "view returns.requests | CREATE OR REPLACE VIEW returns.requests AS SELECT getvariable('x') AS a",
                "view returns.requests | CREATE OR REPLACE VIEW returns.requests (\" AS \") AS FROM glob('/*')",
                "view returns.standing | CREATE OR REPLACE VIEW returns.standing AS FROM intake.submission",
                "view main.submission | CREATE VIEW main.submission AS SELECT 1 AS a",
                "view mart.late | CREATE VIEW mart.late AS SELECT 1 AS a",
                "view intake.entry_more | CREATE VIEW intake.entry_more AS SELECT 1 AS submission",
                "table main.submission | CREATE TABLE main.submission (a INTEGER)",
                "table intake.cover | ALTER TABLE intake.cover ALTER value SET DEFAULT upper('a')",
                "table intake.more | CREATE TABLE intake.more (a INTEGER)",
                "table intake.explanation | ALTER TABLE intake.explanation ALTER submission TYPE VARCHAR",
                "table intake.cover | ALTER TABLE intake.cover ADD COLUMN more VARCHAR",
                "table intake.entry_more | CREATE TABLE intake.entry_more (submission BIGINT, sheet BLOB)",
                "table intake.entry_register | ALTER TABLE intake.entry_register ALTER title SET DEFAULT 'a'",
                "table mart.rate | CREATE TABLE mart.rate (a INTEGER, b INTEGER GENERATED ALWAYS AS (a + 1))",
                "table mart.rate | CREATE TABLE mart.rate (a INTEGER CHECK (a > 0))",
                "table reference.days | CREATE TABLE reference.days (line INTEGER, b VARCHAR DEFAULT concat('a', 'b'))",
                "type intake.mood | CREATE TYPE intake.mood AS ENUM ('a')",
                "index intake.one | CREATE UNIQUE INDEX one ON intake.cover (field)",
                "schema extra | CREATE SCHEMA extra",
                "sequence intake.numbers | CREATE SEQUENCE intake.numbers",
                "-view returns.expected | DROP VIEW returns.expected",
                "BATCH_JOB_EXECUTION_PARAMS java.io.File | INSERT INTO batch.BATCH_JOB_EXECUTION_PARAMS VALUES (1, 'p', 'java.io.File', '/tmp', 'Y')",
            })
    void refusesWhatIsNotOursByName(String part, String statement) throws IOException, SQLException {
        change(statement);
        assertRefused(part);
    }

    @Test
    void refusesAViewInATablesPlace() throws IOException, SQLException {
        change("DROP TABLE intake.cover", "CREATE VIEW intake.cover AS FROM read_text('/etc/hostname')");
        assertRefused("-table intake.cover, view intake.cover");
    }

    @Test
    void refusesATriggerLikeAnythingElse() throws IOException, SQLException {
        change("CREATE TRIGGER more AFTER INSERT ON intake.cover FOR EACH STATEMENT DELETE FROM intake.explanation");
        assertRefused("trigger intake.more");
    }

    /** The version is read first of all: a column of it must not be an expression. */
    @Test
    void readsNoVersionThatIsComputed() throws IOException, SQLException {
        change(
                "DROP TABLE intake.store_version",
                "CREATE TABLE intake.store_version (applied_at TIMESTAMP, version INTEGER GENERATED ALWAYS AS (7))");
        assertRefused("but not one of Jibao's");
    }

    @Test
    void quotesNamesShortAndWithoutControls() throws IOException, SQLException {
        change("CREATE SCHEMA \"a\u202e\u001b" + "x".repeat(500) + "\"");
        String told = assertRefused("schema a\ufffd\ufffdxxx");
        assertTrue(told.length() < 600, told);
    }

    @Test
    void takesDataOverAndMakesViewsAnew() throws SQLException {
        change(
                "CREATE OR REPLACE VIEW returns.requests AS SELECT s.job, o.value * 10 AS value "
                        + "FROM intake.observation o JOIN returns.submission s ON s.id = o.submission",
                "CREATE TABLE mart.rate AS SELECT 'T1' AS unit, 0.5::DECIMAL(38, 12) AS rate",
                "CREATE TABLE reference.days AS SELECT 1::INTEGER AS line, 'x' AS day",
                "COMMENT ON TABLE reference.days IS 'sample'");
        List<String> before = contents(store);
        new Restoration(store).from(backup, Kept.NOW);
        assertEquals(before, contents(store));
        try (Store restored = Store.open(store, StoreSettings.DEFAULT)) {
            assertEquals(
                    "[[job], [period], [unit], [submission], [row], [column], [status], [value], [raw], [sheet], [cell]]",
                    restored.sql()
                            .query("SELECT column_name FROM (DESCRIBE returns.requests)")
                            .rows()
                            .toString());
            restored.sql().query("FROM returns.requests_by_row");
            restored.sql().query("SELECT title, published_on FROM returns.register");
            assertEquals(
                    "[[T1, 0.500000000000]]",
                    restored.sql().query("FROM mart.rate").rows().toString());
            assertEquals(
                    "[[days, sample]]",
                    restored.sql()
                            .query("SELECT table_name, comment FROM duckdb_tables() WHERE schema_name = 'reference'")
                            .rows()
                            .toString());
            assertEquals(
                    "[[sample, ]]",
                    restored.sql()
                            .query("SELECT job, digest FROM intake.job")
                            .rows()
                            .toString());
        }
        // What was restored is a sound store again, also once the next run has defined its forms.
        Kept.take(store, "b.xlsx");
        Path again = new Backups(store, Optional.empty())
                .make(14, Kept.NOW.plusSeconds(60))
                .file();
        new Restoration(store).from(again, Kept.NOW.plusSeconds(120));
        assertEquals(List.of("a.xlsx", "b.xlsx"), Kept.files(store));
    }

    /** The job repository goes on counting where it was. */
    @Test
    void sequencesGoOn() throws SQLException {
        change("SELECT nextval('batch.BATCH_JOB_EXECUTION_SEQ') FROM range(5)");
        new Restoration(store).from(backup, Kept.NOW);
        try (Store restored = Store.open(store, StoreSettings.DEFAULT)) {
            assertEquals(
                    6,
                    restored.sql()
                            .query("SELECT nextval('batch.BATCH_JOB_EXECUTION_SEQ')")
                            .number());
        }
    }

    @Test
    void bringsAnEarlierVersionToThisOne() {
        Path old = root.resolve("old.duckdb");
        Store.openOfVersion(old, 5, StoreSettings.DEFAULT).close();
        Restored restored = new Restoration(store).from(old, Kept.NOW);
        assertEquals(5, restored.state().version());
        try (Store open = Store.open(store, StoreSettings.DEFAULT)) {
            assertEquals(
                    Migrations.known(),
                    open.sql()
                            .query("SELECT count(*) FROM intake.store_version")
                            .number());
        }
    }

    /** Also of a store that was put in place by hand. */
    @Test
    void startsNoRunOnParametersOfAnotherClass() {
        try (Store open = Store.open(store, StoreSettings.DEFAULT)) {
            open.checkJobParameters();
            open.sql()
                    .execute(
                            "INSERT INTO batch.BATCH_JOB_EXECUTION_PARAMS VALUES (1, 'p', 'java.io.File\u202e', '/tmp', 'Y')");
            StoreException e = assertThrows(StoreException.class, open::checkJobParameters);
            assertTrue(
                    e.text().en().contains("never writes (java.io.File?)"),
                    e.text().en());
        }
    }

    private static List<String> contents(Path file) {
        try (Store open = Store.open(file, StoreSettings.DEFAULT)) {
            return List.of("submission", "observation", "entry_register", "label", "finding", "judgement").stream()
                    .map(table ->
                            table + open.sql().query("FROM intake." + table).rows())
                    .toList();
        }
    }

    /** As a stranger does it, with any program for DuckDB. */
    private void change(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + backup);
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private String assertRefused(String words) throws IOException {
        byte[] before = Files.readAllBytes(store);
        StoreException e = assertThrows(StoreException.class, () -> new Restoration(store).from(backup, Kept.NOW));
        assertTrue(e.text().en().contains(words), e.text().en());
        assertArrayEquals(before, Files.readAllBytes(store));
        return e.text().en();
    }
}
