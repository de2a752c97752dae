package org.jibao.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Begins each transaction for real. The driver begins one only with the first statement, and the appender, which is
 * none, would write outside it: rows of a failed chunk would stay, and be there twice after the restart.
 */
final class StoreTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

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
}
