package org.jibao.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Hands out a fresh connection each time, all to the one open database. A pool would keep a connection that a failed
 * commit has poisoned (it commits by itself from then on, and says nothing); a new one costs microseconds.
 */
public final class StoreDataSource extends AbstractDataSource implements AutoCloseable {

    private final DuckDBConnection root;

    public StoreDataSource(DuckDBConnection root) {
        this.root = root;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return root.duplicate();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public void close() throws SQLException {
        root.close();
    }
}
