package org.jibao.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the views of forms in a restored store, by what its labels say of them, so that people's SQL finds them before the next
 * run. They are written by this program from ids; the text of the backup's own views is not used.
 */
final class FormViews {

    private static final Logger LOG = LoggerFactory.getLogger(FormViews.class);

    private static final String ROW = "row";
    private static final String COLUMN = "column";

    private final ConnectionSql sql;

    FormViews(ConnectionSql sql) {
        this.sql = sql;
    }

    void create() {
        Map<String, Map<String, List<String>>> forms =
                sql.query(SqlText.read(Store.class, "keeping/forms")).rows().stream()
                        .collect(Collectors.groupingBy(
                                row -> text(row, 0),
                                LinkedHashMap::new,
                                Collectors.groupingBy(
                                        row -> text(row, 1),
                                        Collectors.mapping(row -> text(row, 2), Collectors.toList()))));
        Set<String> taken = sql.query(SqlText.read(Store.class, "keeping/views")).rows().stream()
                .map(row -> text(row, 0))
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
            List<String> present = EntryTable.columns(sql, form);
            List<String> fields = columns.stream().filter(present::contains).toList();
            if (!fields.isEmpty()) {
                EntryTable.view(sql, form, fields);
            }
        } catch (StoreException e) {
            LOG.warn("the form {} has no view until the next run", form, e);
        }
    }

    private static String text(List<@Nullable Object> row, int column) {
        return String.valueOf(row.get(column));
    }
}
