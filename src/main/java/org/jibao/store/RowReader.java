package org.jibao.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a JDBC result into the few types that {@link Rows} promises. */
final class RowReader {

    private RowReader() {}

    static Rows read(ResultSet result) throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        each(result, rows::add);
        return new Rows(columns(result.getMetaData()), rows);
    }

    static List<String> columns(ResultSetMetaData meta) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i));
        }
        return columns;
    }

    /** Hands every row on, and counts them. */
    static long each(ResultSet result, Consumer<List<@Nullable Object>> taker) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        int[] types = new int[meta.getColumnCount()];
        for (int i = 1; i <= types.length; i++) {
            types[i - 1] = meta.getColumnType(i);
        }
        long count = 0;
        while (result.next()) {
            List<@Nullable Object> row = new ArrayList<>(types.length);
            for (int i = 1; i <= types.length; i++) {
                row.add(value(result, i, types[i - 1]));
            }
            taker.accept(row);
            count++;
        }
        return count;
    }

    private static @Nullable Object value(ResultSet result, int column, int type) throws SQLException {
        // The driver would shift a plain timestamp into the machine's time zone.
        if (type == Types.TIMESTAMP) {
            LocalDateTime time = result.getObject(column, LocalDateTime.class);
            return time == null ? null : time.toInstant(ZoneOffset.UTC);
        }
        return simple(result.getObject(column));
    }

    private static @Nullable Object simple(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Long || value instanceof Boolean) {
            return value;
        }
        if (value instanceof BigDecimal || value instanceof LocalDate) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger big) {
            return big.bitLength() < Long.SIZE ? (Object) big.longValue() : new BigDecimal(big);
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? (Object) BigDecimal.valueOf(number) : number;
        }
        return value instanceof OffsetDateTime time ? time.toInstant() : value.toString();
    }
}
