package org.jibao.store;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a query.
 *
 * @param columns names, in the order of the SQL
 * @param rows values: String, Long, BigDecimal, Boolean, LocalDate, Instant, or null; a Double only where it is not
 *     finite; anything else as its text
 */
public record Rows(List<String> columns, List<List<@Nullable Object>> rows) {

    public Rows {
        columns = List.copyOf(columns);
        rows = Collections.unmodifiableList(rows);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The only value of the only row. */
    public @Nullable Object single() {
        if (rows.size() != 1 || columns.size() != 1) {
            throw new IllegalStateException(rows.size() + " rows of " + columns + " where one value was meant");
        }
        return rows.get(0).get(0);
    }

    /** The only value of the only row, a whole number. */
    public long number() {
        Object value = single();
        if (value instanceof Long number) {
            return number;
        }
        throw new IllegalStateException(value + " where a whole number was meant");
    }
}
