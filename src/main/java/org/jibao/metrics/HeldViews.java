package org.jibao.metrics;

import java.util.List;
import org.jibao.store.Sql;

/**
 * Turns the views of what became of the returns into tables, on a store in which nothing changes from here on but
 * schema {@code mart}. Metrics and tables name them some twenty times, and each time the engine would plan and run all
 * that they are made of, down to the cells of every return.
 */
final class HeldViews {

    /** Each after those that it is made of. */
    private static final List<String> VIEWS =
            List.of("standing", "scope_unit", "reporting_unit", "reporting", "findings");

    private static final String VIEWS_THERE =
            "SELECT view_name FROM duckdb_views() WHERE database_name = current_database() AND schema_name = 'returns'";

    private HeldViews() {}

    /** Holds what they show for {@code returns.parameter} as it is now; those that are held already are held anew. */
    static void hold(Sql sql) {
        List<String> views = sql.query(VIEWS_THERE).stream()
                .map(row -> row.text("view_name"))
                .toList();
        for (String view : VIEWS) {
            String shown = "returns." + view;
            String behind = "returns.view_of_" + view;
            if (views.contains(view)) {
                sql.execute("ALTER VIEW " + shown + " RENAME TO view_of_" + view);
            } else {
                sql.execute("DROP TABLE " + shown);
            }
            sql.execute("CREATE TABLE " + shown + " AS FROM " + behind);
        }
    }
}
