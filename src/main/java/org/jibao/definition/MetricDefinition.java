package org.jibao.definition;

import java.util.List;
import org.jibao.finding.Text;

/**
 * {@code metrics/<id>.sql} with its twin {@code <id>.yaml}: one table {@code mart.<id>}.
 *
 * @param id the table's name; unique in a store
 * @param grain the columns that tell its rows apart
 * @param columns what its value columns mean, for the notes sheet
 * @param sql the SELECT
 */
public record MetricDefinition(String id, Text title, List<String> grain, List<Measure> columns, String sql) {

    public MetricDefinition {
        grain = List.copyOf(grain);
        columns = List.copyOf(columns);
    }

    /**
     * One value column of a metric, as the notes sheet explains it.
     *
     * @param unit such as {@code 条} or {@code %}
     * @param numerator, denominator, empty for a count
     * @param note definition, exclusions and source
     */
    public record Measure(String name, Text label, Text unit, Text numerator, Text denominator, Text note) {}
}
