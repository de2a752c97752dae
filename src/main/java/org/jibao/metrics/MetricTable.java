package org.jibao.metrics;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table as the summary needs them.
 *
 * @param id of the table in {@code summary.yaml}
 * @param columns names, in the order of the SQL
 * @param rows to be gone through in order rather than picked, as a long table is not in memory; not to be changed; values: String,
 *     Long, BigDecimal, Boolean, LocalDate, Instant, or null for a missing value
 */
public record MetricTable(String id, List<String> columns, List<List<@Nullable Object>> rows) {

    public MetricTable {
        columns = List.copyOf(columns);
        rows = Collections.unmodifiableList(rows);
    }

    /** The position of a column. */
    public int column(String name) {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("table " + id + " has no column " + name + ", only " + columns);
        }
        return index;
    }
}
