package org.jibao.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jibao.guard.OwnFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Begins each transaction for real. The driver begins one only with the first statement, and the appender, which is
 * none, would write outside it: rows of a failed chunk would stay, and be there twice after the restart.
 */
final class StoreTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(StoreTransactions.class);

    private final transient Path log;

    private transient volatile @Nullable RuntimeException failedCommit;

    /** @param log which the engine keeps beside the store's file, with the rights of the process */
    StoreTransactions(DataSource source, Path log) {
        super(source);
        this.log = log;
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
            OwnFiles.tighten(log);
        } catch (RuntimeException e) {
            failedCommit = e;
            throw e;
        } catch (IOException ofItsRights) {
            // The commit holds; the folder has rights of its own.
            LOG.debug("the rights of {} cannot be set", log, ofItsRights);
        }
    }

    /** The last commit that failed, or null. Spring Batch only logs it, and then fails of what follows from it. */
    @Nullable
    RuntimeException failedCommit() {
        return failedCommit;
    }
}
