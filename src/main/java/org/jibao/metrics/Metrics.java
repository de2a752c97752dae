package org.jibao.metrics;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jibao.calendar.Period;

/**
 * The tables of one period's summary.
 *
 * @param tables by id, in the order of {@code summary.yaml}
 */
public record Metrics(Period period, Instant asOf, Map<String, MetricTable> tables) {

    public Metrics {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }

    public MetricTable table(String id) {
        MetricTable table = tables.get(id);
        if (table == null) {
            throw new IllegalArgumentException("no table " + id + ", only " + tables.keySet());
        }
        return table;
    }
}
