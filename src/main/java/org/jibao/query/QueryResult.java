package org.jibao.query;

import java.util.List;
import org.jibao.store.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Rows as people asked for them.
 *
 * @param rows values: String, Long, BigDecimal, Boolean, LocalDate, Instant, Double where not finite, or null
 */
public record QueryResult(List<String> columns, List<List<@Nullable Object>> rows) {

    static QueryResult of(Rows rows) {
        return new QueryResult(rows.columns(), rows.rows());
    }
}
