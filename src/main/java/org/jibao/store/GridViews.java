package org.jibao.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jibao.definition.GridForm;
import org.jibao.definition.Label;
import org.jibao.support.SqlText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    /**
     * Makes the views of forms in a restored store, by what its labels say of them, so that people's SQL finds them
     * before the next run. They are written by this program from ids; the text of the backup's own views is not used.
     */
    static final class FormViews {

        private static final Logger LOG = LoggerFactory.getLogger(FormViews.class);

        private static final String ROW = "row";
        private static final String COLUMN = "column";

        private final ConnectionSql sql;

        FormViews(ConnectionSql sql) {
            this.sql = sql;
        }

        void create() {
            Map<String, Map<String, List<String>>> forms =
                    sql.query(SqlText.read(Store.class, "keeping/forms")).stream()
                            .collect(Collectors.groupingBy(
                                    row -> row.text("form"),
                                    LinkedHashMap::new,
                                    Collectors.groupingBy(
                                            row -> row.text("axis"),
                                            Collectors.mapping(row -> row.text("id"), Collectors.toList()))));
            Set<String> taken = sql.query(SqlText.read(Store.class, "keeping/views")).stream()
                    .map(row -> row.text("view_name"))
                    .collect(Collectors.toSet());
            forms.forEach((form, axes) -> {
                if (GridViews.names(form).stream().noneMatch(taken::contains)) {
                    create(form, axes.getOrDefault(ROW, List.of()), axes.getOrDefault(COLUMN, List.of()));
                }
            });
        }

        /** Labels may say what no job folder does: then there is no view until the next run. */
        private void create(String form, List<String> rows, List<String> columns) {
            try {
                if (!rows.isEmpty() && !columns.isEmpty()) {
                    new GridViews(sql, form, rows, columns).create();
                    return;
                }
                List<String> present = EntryTable.columnsIfAny(sql, form);
                List<String> fields = columns.stream().filter(present::contains).toList();
                if (!fields.isEmpty()) {
                    EntryTable.view(sql, form, fields);
                }
            } catch (StoreException e) {
                LOG.warn("the form {} has no view until the next run", form, e);
            }
        }
    }
}
