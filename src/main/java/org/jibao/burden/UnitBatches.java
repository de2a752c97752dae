package org.jibao.burden;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.store.Row;
import org.jibao.store.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Runs a query over some units after the other and adds up what it counts, so that any number of units takes the memory
 * of a few: the snapshot's engine may not write to disk.
 */
final class UnitBatches {

    /** Groups that one query holds: some tens of megabytes. */
    private static final long MOST_GROUPS = 600_000;

    /** A column with this name is no sum: the largest of all batches is kept. */
    private static final String LARGEST = "periods";

    private final Sql sql;
    private final long units;

    /** @param units how many there are */
    UnitBatches(Sql sql, long units) {
        this.sql = sql;
        this.units = units;
    }

    /**
     * The counts by the query's column {@code key}.
     *
     * @param groups that the query makes of each unit, or cells that it holds, whichever is more
     * @param columns that it counts
     * @param arguments of the query behind the number of batches and the batch
     */
    Map<String, Counts> add(String query, long groups, List<String> columns, @Nullable Object... arguments) {
        long inBatch = Math.max(1, MOST_GROUPS / Math.max(1, groups));
        long batches = Math.max(1, (units + inBatch - 1) / inBatch);
        Map<String, Counts> all = new HashMap<>();
        for (long batch = 0; batch < batches; batch++) {
            @Nullable Object[] values = new Object[arguments.length + 2];
            values[0] = batches;
            values[1] = batch;
            System.arraycopy(arguments, 0, values, 2, arguments.length);
            for (Row row : sql.query(query, Arrays.copyOf(values, values.length))) {
                all.computeIfAbsent(row.text("key"), key -> new Counts()).add(row, columns);
            }
        }
        return all;
    }

    /** Counts by the names of their columns. */
    static final class Counts {

        private final Map<String, Long> counts = new HashMap<>();

        long get(String column) {
            return counts.getOrDefault(column, 0L);
        }

        private void add(Row row, List<String> columns) {
            for (String column : columns) {
                counts.merge(column, row.count(column), column.equals(LARGEST) ? Math::max : Long::sum);
            }
        }
    }
}
