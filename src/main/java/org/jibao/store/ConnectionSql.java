package org.jibao.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** {@link Sql} over a data source whose transactions Spring binds to the thread. */
final class ConnectionSql implements Sql {

    private final DataSource source;
    private final Function<SQLException, StoreException> faults;

    /** @param faults says what a refusal means to people */
    ConnectionSql(DataSource source, Function<SQLException, StoreException> faults) {
        this.source = source;
        this.faults = faults;
    }

    @Override
    public Rows query(String sql, @Nullable Object... arguments) {
        return on(sql, arguments, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                return RowReader.read(result);
            }
        });
    }

    @Override
    public int execute(String sql, @Nullable Object... arguments) {
        return on(sql, arguments, statement -> {
            statement.execute();
            return Math.max(0, statement.getUpdateCount());
        });
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

    private <T> T withConnection(ConnectionWork<T> work) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            return work.run(connection);
        } catch (SQLException e) {
            throw faults.apply(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private <T> T on(String sql, @Nullable Object[] arguments, StatementWork<T> work) {
        return withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < arguments.length; i++) {
                    statement.setObject(i + 1, bound(arguments[i]));
                }
                return work.run(statement);
            }
        });
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

    private interface ConnectionWork<T> {
        T run(Connection connection) throws SQLException;
    }

    private interface StatementWork<T> {
        T run(PreparedStatement statement) throws SQLException;
    }
}
