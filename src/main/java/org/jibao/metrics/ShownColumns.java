package org.jibao.metrics;

import java.util.List;
import java.util.Set;
import org.jibao.definition.SummaryDefinition.Column;
import org.jibao.definition.SummaryDefinition.Table;

/** Whether a table's SQL gives what {@code summary.yaml} shows: each column, or both of its languages. */
final class ShownColumns {

    private ShownColumns() {}

    static void check(Table table, List<String> given) {
        Set<String> names = Set.copyOf(given);
        List<String> absent = table.columns().stream()
                .map(Column::name)
                .filter(name -> !names.contains(name))
                .filter(name -> !(names.contains(name + "_zh") && names.contains(name + "_en")))
                .toList();
        if (!absent.isEmpty()) {
            throw MetricException.columns(table.file(), absent, given);
        }
    }
}
