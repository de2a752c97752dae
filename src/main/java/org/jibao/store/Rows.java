package org.jibao.store;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of a query. Its rows are iterated as {@link Row}s, which give values by the names of columns; the values by
 * position are for results whose columns others have chosen.
 *
 * @param columns names, in the order of the SQL
 * @param rows values: String, Long, BigDecimal, Boolean, LocalDate, Instant, or null; a Double only where it is not
 *     finite; anything else as its text
 */
public record Rows(List<String> columns, List<List<@Nullable Object>> rows) implements Iterable<Row> {

    public Rows {
        columns = List.copyOf(columns);
        rows = Collections.unmodifiableList(rows);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public Stream<Row> stream() {
        Row.Names names = new Row.Names(columns);
        return rows.stream().map(values -> new Row(names, values));
    }

    @Override
    public Iterator<Row> iterator() {
        return stream().iterator();
    }

    /** The only row. */
    public Row one() {
        if (rows.size() != 1) {
            throw new IllegalStateException(rows.size() + " rows of " + columns + " where one was meant");
        }
        return new Row(new Row.Names(columns), rows.get(0));
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
