package org.jibao.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Begins each transaction for real. The driver begins one only with the first statement, and the appender, which is
 * none, would write outside it: rows of a failed chunk would stay, and be there twice after the restart.
 */
final class StoreTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private transient volatile @Nullable RuntimeException failedCommit;

    StoreTransactions(DataSource source) {
        super(source);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        try {
            super.doCommit(status);
        } catch (RuntimeException e) {
            failedCommit = e;
            throw e;
        }
    }

    /** The last commit that failed, or null. Spring Batch only logs it, and then fails of what follows from it. */
    @Nullable
    RuntimeException failedCommit() {
        return failedCommit;
    }
}
