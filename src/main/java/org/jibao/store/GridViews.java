package org.jibao.store;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jibao.definition.GridForm;
import org.jibao.definition.Label;

/** The views of a grid: long, and wide by row and by column. */
final class GridViews {

    private final ConnectionSql sql;
    private final GridForm form;

    GridViews(ConnectionSql sql, GridForm form) {
        this.sql = sql;
        this.form = form;
    }

    void create() {
        Map<String, String> names = Map.of(
                "form", Quoted.text(form.id()),
                "long", Quoted.name(form.id()),
                "by_row", Quoted.name(form.id() + "_by_row"),
                "by_column", Quoted.name(form.id() + "_by_column"),
                "rows", ids(form.rows()),
                "columns", ids(form.columns()));
        sql.execute(Script.read("define/grid_long", names));
        sql.execute(Script.read("define/grid_by_row", names));
        sql.execute(Script.read("define/grid_by_column", names));
    }

    private static String ids(List<Label> labels) {
        return labels.stream().map(label -> Quoted.text(label.id())).collect(Collectors.joining(", "));
    }
}
