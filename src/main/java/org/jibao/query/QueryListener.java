package org.jibao.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what people asked for: the columns once, then row by row. */
public interface QueryListener {

    void columns(List<String> columns);

    /** @param values String, Long, BigDecimal, Boolean, LocalDate, Instant, Double where not finite, or null */
    void row(List<@Nullable Object> values);
}
