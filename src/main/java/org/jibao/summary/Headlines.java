package org.jibao.summary;

import java.util.List;
import java.util.Objects;
import org.jibao.metrics.MetricTable;

/** The things to know, from the table of the leaders' page that holds them: its last shown column. */
final class Headlines {
    private Headlines() {}

    static List<String> of(Context context, String id) {
        MetricTable table = context.figures(id);
        int column = Columns.index(table, column(context, id), context.speech().language());
        return table.rows().stream()
                .map(row -> Objects.requireNonNullElse(row.get(column), "").toString())
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static String column(Context context, String id) {
        return context.definition().tables().stream()
                .filter(shown -> shown.id().equals(id) && !shown.columns().isEmpty())
                .findFirst()
                .map(shown -> shown.columns().get(shown.columns().size() - 1).name())
                .orElse("sentence");
    }
}
