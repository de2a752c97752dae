package org.jibao.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine's own log, byte by byte. */
class WriteAheadLogTest {

    private final Path folder;

    WriteAheadLogTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void noFlippedBitLosesCommitsInSilence() throws IOException, SQLException {
        Killed killed = killed();
        int said = 0;
        for (int place = 0; place < killed.log().length; place += place < 92 ? 1 : 23) {
            byte[] log = killed.log().clone();
            log[place] ^= 0x10;
            if (new WriteAheadLog(log).damaged()) {
                said++;
            } else {
                assertRefusedOrWhole(killed.file(), log, place);
            }
        }
        assertTrue(said > 10, "only " + said + " were left to us");
    }

    @Test
    void flippedLengthIsSaidInEveryEntryAndAtTheEnd() throws IOException, SQLException {
        byte[] log = killed().log();
        int entries = 0;
        for (int at = endOfHead(log); at < log.length; at += 16 + length(log, at)) {
            byte[] longer = log.clone();
            longer[at + 5] ^= 1;
            assertTrue(new WriteAheadLog(longer).damaged(), "entry at " + at);
            entries++;
        }
        assertEquals(9, entries);
    }

    @Test
    void tornEndIsWhatAKillLeaves() throws IOException, SQLException {
        byte[] log = killed().log();
        assertFalse(new WriteAheadLog(log).damaged());
        for (int size = 0; size < log.length; size++) {
            assertFalse(new WriteAheadLog(Arrays.copyOf(log, size)).damaged(), "cut to " + size);
        }
    }

    @Test
    void storeIsRefusedAndItsFilesAreLeftAlone() throws IOException {
        Path file = folder.resolve("jibao.duckdb");
        byte[] log;
        byte[] bytes;
        try (Store store = Store.open(file, StoreSettings.DEFAULT)) {
            store.sql().execute("CHECKPOINT");
            for (int i = 0; i < 3; i++) {
                store.sql().execute("INSERT INTO intake.explanation VALUES (?, 'a', '')", i);
            }
            bytes = Files.readAllBytes(file);
            log = Files.readAllBytes(WriteAheadLog.beside(file));
        }
        int first = endOfHead(log);
        log[first + 4] ^= 1;
        Files.write(file, bytes);
        Files.write(WriteAheadLog.beside(file), log);
        StoreException e = assertThrows(StoreException.class, () -> Store.open(file, StoreSettings.DEFAULT));
        assertTrue(
                e.text().en().contains("jibao.duckdb.wal is damaged in the middle"),
                e.text().en());
        assertTrue(e.text().zh().contains("预写日志"), e.text().zh());
        assertArrayEquals(bytes, Files.readAllBytes(file));
        assertArrayEquals(log, Files.readAllBytes(WriteAheadLog.beside(file)));
    }

    private void assertRefusedOrWhole(byte[] file, byte[] log, int place) throws IOException, SQLException {
        Path copy = folder.resolve("copy-" + place + ".duckdb");
        Files.write(copy, file);
        Files.write(WriteAheadLog.beside(copy), log);
        try (Connection connection = connect(copy);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM t")) {
            rows.next();
            assertEquals(12, rows.getLong(1), "flipped at " + place);
        } catch (SQLException refused) {
            assertArrayEquals(file, Files.readAllBytes(copy));
        }
        Files.deleteIfExists(copy);
        Files.deleteIfExists(WriteAheadLog.beside(copy));
    }

    private record Killed(byte[] file, byte[] log) {}

    /** Three commits of four rows each, none of them in the file. */
    private Killed killed() throws IOException, SQLException {
        Path file = folder.resolve("killed.duckdb");
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (i BIGINT, v VARCHAR)");
            statement.execute("CHECKPOINT");
            for (int i = 0; i < 3; i++) {
                statement.execute("INSERT INTO t SELECT range, 'value ' || range FROM range(4)");
            }
            return new Killed(Files.readAllBytes(file), Files.readAllBytes(WriteAheadLog.beside(file)));
        }
    }

    private static Connection connect(Path file) throws SQLException {
        return new DuckDBDriver().connect("jdbc:duckdb:" + file, new Properties());
    }

    /** The head ends with the first two bytes of all ones. */
    private static int endOfHead(byte[] log) {
        int at = 0;
        while (log[at] != -1 || log[at + 1] != -1) {
            at++;
        }
        return at + 2;
    }

    private static int length(byte[] log, int at) {
        return (log[at] & 0xff) | (log[at + 1] & 0xff) << 8;
    }
}
