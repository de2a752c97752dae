package org.jibao.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** {@link Sql} over a data source whose transactions Spring binds to the thread. */
public final class ConnectionSql implements Sql {

    private final DataSource source;
    private final Function<SQLException, StoreException> faults;
    private final Set<Statement> running = ConcurrentHashMap.newKeySet();

    /** @param faults says what a refusal means to people */
    public ConnectionSql(DataSource source, Function<SQLException, StoreException> faults) {
        this.source = source;
        this.faults = faults;
    }

    @Override
    public Rows query(String sql, @Nullable Object... arguments) {
        if (arguments.length == 0) {
            return withConnection(connection -> runAtOnce(connection, statement -> {
                try (ResultSet result = statement.executeQuery(sql)) {
                    return RowReader.read(result);
                }
            }));
        }
        return on(sql, arguments, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                return RowReader.read(result);
            }
        });
    }

    @Override
    public int execute(String sql, @Nullable Object... arguments) {
        if (arguments.length == 0) {
            return withConnection(connection -> runAtOnce(connection, statement -> {
                statement.execute(sql);
                return Math.max(0, statement.getUpdateCount());
            }));
        }
        return on(sql, arguments, statement -> {
            statement.execute();
            return Math.max(0, statement.getUpdateCount());
        });
    }

    @Override
    public PeoplesSql people() {
        return new PeoplesSql(this);
    }

    /** Stops every statement that runs now, from another thread. */
    void cancelRunning() {
        running.forEach(statement -> {
            try {
                statement.cancel();
            } catch (SQLException ended) {
                // It has come to its end by itself.
            }
        });
    }

    /** Runs a statement on a connection of its own, whatever transaction is open. */
    void outside(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw faults.apply(e);
        }
    }

    /** Runs a statement, as one of those that can be stopped. */
    <T> T run(Connection connection, String sql, StatementWork<T> work) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return stoppable(statement, () -> work.run(statement));
        }
    }

    /**
     * The same for a statement without arguments: it is planned once, and one that is prepared before it runs is
     * planned twice.
     */
    <T> T runAtOnce(Connection connection, DirectWork<T> work) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return stoppable(statement, () -> work.run(statement));
        }
    }

    private <T> T stoppable(Statement statement, RunningWork<T> work) throws SQLException {
        running.add(statement);
        try {
            return work.run();
        } finally {
            running.remove(statement);
        }
    }

    /** Appends rows to a table; within a transaction, or each call is one of its own. */
    void append(String schema, String table, Appending work) {
        withConnection(connection -> {
            try (RowAppender rows = new RowAppender(connection.unwrap(DuckDBConnection.class), schema, table)) {
                work.to(rows);
            }
            return true;
        });
    }

    /** The same for a temporary table of the current transaction. */
    void appendTemporary(String table, Appending work) {
        withConnection(connection -> {
            try (RowAppender rows = new RowAppender(connection.unwrap(DuckDBConnection.class), table)) {
                work.to(rows);
            }
            return true;
        });
    }

    /**
     * On the connection of the thread's transaction, or on one that is closed at once. Within the transaction of another
     * store Spring would keep that until it ends, and with it the engine of a store that is closed meanwhile.
     */
    <T> T withConnection(ConnectionWork<T> work) {
        try {
            Connection connection = TransactionSynchronizationManager.hasResource(source)
                    ? DataSourceUtils.getConnection(source)
                    : source.getConnection();
            try {
                return work.run(connection);
            } finally {
                DataSourceUtils.releaseConnection(connection, source);
            }
        } catch (SQLException e) {
            throw faults.apply(e);
        }
    }

    private <T> T on(String sql, @Nullable Object[] arguments, StatementWork<T> work) {
        return withConnection(connection -> run(connection, sql, statement -> {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, bound(arguments[i]));
            }
            return work.run(statement);
        }));
    }

    private static @Nullable Object bound(@Nullable Object argument) {
        return argument instanceof Instant instant ? utc(instant) : argument;
    }

    /** To the microsecond, which is what the engine keeps. */
    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    /** Gives rows to an appender. */
    interface Appending {
        void to(RowAppender rows) throws SQLException;
    }

    interface ConnectionWork<T> {
        T run(Connection connection) throws SQLException;
    }

    interface StatementWork<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    interface DirectWork<T> {
        T run(Statement statement) throws SQLException;
    }

    private interface RunningWork<T> {
        T run() throws SQLException;
    }
}
