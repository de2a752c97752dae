package org.jibao.store;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jibao.definition.GridForm;
import org.jibao.definition.Label;
import org.jibao.support.SqlText;

/** The views of a grid: long, and wide by row and by column. */
final class GridViews {

    private final ConnectionSql sql;
    private final String form;
    private final List<String> rows;
    private final List<String> columns;

    GridViews(ConnectionSql sql, GridForm form) {
        this(sql, form.id(), ids(form.rows()), ids(form.columns()));
    }

    /** @param rows their ids, at least one, and so of columns */
    GridViews(ConnectionSql sql, String form, List<String> rows, List<String> columns) {
        this.sql = sql;
        this.form = form;
        this.rows = List.copyOf(rows);
        this.columns = List.copyOf(columns);
    }

    /** What the views of a form are called. */
    static List<String> names(String form) {
        return List.of(form, form + "_by_row", form + "_by_column");
    }

    void create() {
        List<String> names = names(form);
        Map<String, String> values = Map.of(
                "form", SqlText.literal(form),
                "long", SqlText.name(names.get(0)),
                "by_row", SqlText.name(names.get(1)),
                "by_column", SqlText.name(names.get(2)),
                "rows", quoted(rows),
                "columns", quoted(columns));
        sql.execute(SqlText.read(Store.class, "define/grid_long", values));
        sql.execute(SqlText.read(Store.class, "define/grid_by_row", values));
        sql.execute(SqlText.read(Store.class, "define/grid_by_column", values));
    }

    private static List<String> ids(List<Label> labels) {
        return labels.stream().map(Label::id).toList();
    }

    private static String quoted(List<String> ids) {
        return ids.stream().map(SqlText::literal).collect(Collectors.joining(", "));
    }
}
