package org.jibao.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine's own words, as it was seen to use them, and what the operator is told. */
class FaultsTest {

    private final Faults faults = new Faults(Path.of("data/jibao.duckdb"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    TransactionContext Error: Failed to commit: Could not write file "x.wal": No space left on device | is full | make room
                    Out of Memory Error: failed to allocate data of size 16.0 MiB (250.0 MiB/256.0 MiB used) | memory limit | go on with
                    Data Corruption Error: Corrupt database file: computed checksum 1 does not match stored checksum 2 | may be damaged | Keep a damaged file elsewhere
                    IO Error: Could not write file "x": File too large | larger than the system allows | ulimit -f
                    TransactionContext Error: Failed to commit: Could not write file "x.wal": Disk quota exceeded | is full | make room
                    TransactionContext Error: Failed to commit: Could not write file "x.wal": Input/output error | the disk or the network failed | check the disk
                    TransactionContext Error: Failed to commit: something odd | could not do its work | what was committed is intact
                    INTERNAL Error: Attempted to dereference unique_ptr that is NULL! | could not do its work | report it with the log
                    IO Error: Cannot open file "x": Too many open files | as many files are open | ulimit -n
                    Binder Error: Referenced column "x" not found in FROM clause! | refused a statement | check the SQL
                    """)
    void saysWhatToDoWhileRunning(String words, String what, String next) {
        assertSays(faults.running(new SQLException(words)), what, next);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    IO Error: Could not set lock on file "x": Conflicting lock is held in /usr/bin/java (PID 4711) | PID 4711 | Wait for it
                    IO Error: The file "x" exists, but it is not a valid DuckDB database file! | may be damaged | Keep a damaged file elsewhere
                    IO Error: Trying to read a database file with version number 99, but we can only read versions between 64 and 67. | newer DuckDB | Use a newer program
                    IO Error: Failure while replaying WAL file "x.wal": This WAL was created for a newer version of this database. | may be damaged | Keep a damaged file elsewhere
                    IO Error: Cannot open file "x": Permission denied | cannot be written | Check the rights
                    """)
    void saysWhatToDoWhenOpening(String words, String what, String next) {
        assertSays(faults.opening(new SQLException(words)), what, next);
    }

    private static void assertSays(StoreException e, String what, String next) {
        String text = e.text().en();
        assertTrue(text.contains("data/jibao.duckdb"), text);
        assertTrue(text.contains(what), text);
        assertTrue(text.contains(next), text);
    }
}
