package org.jibao.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jibao.testkit.FreshStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the driver gets wrong, each beside what keeps it from harm here. */
class GuardsTest {

    private final Store store;

    GuardsTest(@TempDir Path folder) {
        store = FreshStore.open(folder.resolve("jibao.duckdb"));
    }

    @BeforeEach
    void createTable() {
        store.sql().execute("CREATE TABLE mart.t (a INTEGER PRIMARY KEY)");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void appenderAloneInTransactionIsUndoneWithIt() {
        failAfterAppending(store.transactions());
        assertEquals(0, rows());
    }

    @Test
    void appenderAloneIsNotUndoneByPlainTransactionManager() {
        failAfterAppending(new JdbcTransactionManager(store.dataSource()));
        assertEquals(1, rows(), "the driver has been mended: StoreTransactions may go");
    }

    @Test
    void rowsThatCannotBeWrittenFailAtTheLatestWhenTheAppenderCloses() {
        assertThrows(StoreException.class, () -> appendTwice(1));
        assertEquals(0, rows());
    }

    @Test
    void driverAppenderSwallowsWhatItCannotWrite() throws SQLException {
        try (Connection connection = store.dataSource().getConnection()) {
            var appender = connection.unwrap(org.duckdb.DuckDBConnection.class).createAppender("mart", "t");
            appender.beginRow().append(1).endRow().beginRow().append(1).endRow();
            assertDoesNotThrow(appender::close, "the driver has been mended: RowAppender may close without flush");
        }
    }

    @Test
    void connectionOfFailedCommitIsNeverUsedAgain() {
        TransactionTemplate transaction = new TransactionTemplate(store.transactions());
        assertThrows(
                RuntimeException.class,
                () -> transaction.executeWithoutResult(status -> {
                    store.sql().execute("INSERT INTO mart.t VALUES (1)");
                    insertMeanwhile();
                }));
        assertTrue(store.explain(new IllegalStateException("what followed"))
                .orElseThrow()
                .text()
                .en()
                .contains("Failed to commit"));
        assertThrows(
                IllegalStateException.class,
                () -> transaction.executeWithoutResult(status -> {
                    store.sql().execute("INSERT INTO mart.t VALUES (2)");
                    throw new IllegalStateException("the work fails");
                }));
        assertEquals(1, rows());
    }

    private void failAfterAppending(PlatformTransactionManager manager) {
        assertThrows(
                IllegalStateException.class, () -> new TransactionTemplate(manager).executeWithoutResult(status -> {
                    ((ConnectionSql) store.sql()).append("mart", "t", rows -> rows.row(1));
                    throw new IllegalStateException("the work fails");
                }));
    }

    private void appendTwice(int value) {
        store.inTransaction(() -> ((ConnectionSql) store.sql()).append("mart", "t", rows -> {
            rows.row(value);
            rows.row(value);
        }));
    }

    private void insertMeanwhile() {
        try (Connection other = store.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("INSERT INTO mart.t VALUES (1)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long rows() {
        return store.sql().query("SELECT count(*) FROM mart.t").number();
    }
}
