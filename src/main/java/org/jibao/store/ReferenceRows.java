package org.jibao.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.ReferenceTable;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * The job's reference tables, each as a table of schema {@code reference}: the number of the line, then a text for
 * each column. A table's comment says whose it is, so that one the job no longer has is dropped. Where two jobs bring
 * one id, each has its own at its own run, as every run writes them.
 */
public final class ReferenceRows {

    private static final String SCHEMA = "reference";

    private final ConnectionSql sql;
    private final JobDefinition job;

    ReferenceRows(ConnectionSql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
    }

    void write() {
        sql.execute("CREATE SCHEMA IF NOT EXISTS " + SCHEMA);
        for (Row table : sql.query(SqlText.read(Store.class, "define/reference_tables"), job.id())) {
            sql.execute("DROP TABLE " + name(table.text("table_name")));
        }
        job.reference().forEach(this::write);
    }

    private void write(ReferenceTable table) {
        String columns = table.columns().stream()
                .map(column -> ", " + SqlText.name(column) + " VARCHAR")
                .collect(Collectors.joining());
        sql.execute("CREATE OR REPLACE TABLE " + name(table.id()) + " (line INTEGER" + columns + ")");
        sql.execute("COMMENT ON TABLE " + name(table.id()) + " IS " + SqlText.literal(job.id()));
        sql.append(SCHEMA, table.id(), rows -> {
            for (ReferenceTable.Row row : table.rows()) {
                rows.row(cells(row));
            }
        });
    }

    private static @Nullable Object[] cells(ReferenceTable.Row row) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.line());
        cells.addAll(row.cells());
        return cells.toArray();
    }

    private static String name(String id) {
        return SCHEMA + "." + SqlText.name(id);
    }
}
