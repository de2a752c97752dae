package org.jibao.definition.loading;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.metrics.MetricRunner;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;

/**
 * The tables and views that SQL may read, with their columns, as the catalogue of a store has them that knows one job.
 */
final class SqlTables {

    private static final List<String> SCHEMAS = List.of("returns", "mart", "outlook", "reference", "intake");

    private SqlTables() {}

    static Map<String, List<String>> of(Path temporary, JobDefinition job) {
        Period period = Period.parse("2026Q3").orElseThrow();
        Map<String, List<String>> tables = new LinkedHashMap<>();
        try (Store store = FreshStore.open(temporary.resolve("catalogue.duckdb"))) {
            store.define(job, Set.of(period), WorkingDays.china());
            store.inTransaction(
                    () -> new MetricRunner(store.sql(), job).compute(period, Instant.parse("2026-10-20T00:00:00Z")));
            for (String schema : SCHEMAS) {
                store.sql()
                        .query(
                                "SELECT table_name, column_name, data_type FROM duckdb_columns()"
                                        + " WHERE database_name = current_database() AND schema_name = ?"
                                        // What held views are made of is not for job folders.
                                        + " AND NOT starts_with(table_name, 'view_of_')"
                                        + " ORDER BY table_name, column_index",
                                schema)
                        .forEach(row -> tables.computeIfAbsent(
                                        schema + "." + row.text("table_name"), name -> new ArrayList<>())
                                .add("`" + row.text("column_name") + "` " + row.text("data_type")));
            }
        }
        return tables;
    }
}
