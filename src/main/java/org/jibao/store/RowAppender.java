package org.jibao.store;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Appends rows to one table in the current transaction. {@link #close()} writes what is left and throws where that
 * fails: the driver's own close does not.
 */
final class RowAppender implements AutoCloseable {

    /** The scale of every decimal column of the store; the driver takes no other. */
    static final int SCALE = 4;

    private final DuckDBAppender appender;

    RowAppender(DuckDBConnection connection, String schema, String table) throws SQLException {
        this.appender = connection.createAppender(schema, table);
    }

    /** A temporary table. */
    RowAppender(DuckDBConnection connection, String table) throws SQLException {
        this.appender = connection.createAppender("temp", "main", table);
    }

    void row(@Nullable Object... values) throws SQLException {
        appender.beginRow();
        for (Object value : values) {
            append(value);
        }
        appender.endRow();
    }

    private void append(@Nullable Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else if (value instanceof String text) {
            appender.append(Characters.storable(text));
        } else if (value instanceof Long number) {
            appender.append(number.longValue());
        } else if (value instanceof Integer number) {
            appender.append(number.intValue());
        } else if (value instanceof BigDecimal number) {
            appender.append(number.setScale(SCALE));
        } else if (value instanceof Boolean flag) {
            appender.append(flag.booleanValue());
        } else if (value instanceof LocalDate date) {
            appender.append(date);
        } else if (value instanceof Instant instant) {
            appender.append(ConnectionSql.utc(instant));
        } else {
            throw new IllegalArgumentException("no column takes a " + value.getClass());
        }
    }

    @Override
    public void close() throws SQLException {
        try (DuckDBAppender closing = appender) {
            closing.flush();
        }
    }
}
