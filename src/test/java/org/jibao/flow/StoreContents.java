package org.jibao.flow;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jibao.store.ReadOnlySql;
import org.jibao.store.Rows;
import org.jibao.store.Snapshot;
import org.jibao.store.Sql;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;

/** Every row of a store and of its snapshot that may not depend on how often a run was disturbed. */
final class StoreContents {

    private static final String TABLES = "SELECT schema_name, table_name FROM duckdb_tables() WHERE schema_name IN"
            + " ('intake', 'mart', 'returns') AND table_name <> 'store_version' ORDER BY ALL";
    private static final String UNFINISHED = "SELECT count(*) FROM (SELECT max_by(status, job_execution_id) AS last"
            + " FROM batch.BATCH_JOB_EXECUTION) WHERE last <> 'COMPLETED'";

    private StoreContents() {}

    static Map<String, Rows> of(Path file) {
        Map<String, Rows> contents = new TreeMap<>();
        try (Store store = Store.open(file, StoreSettings.DEFAULT)) {
            read(contents, "store ", store.sql());
            contents.put("unfinished", store.sql().query(UNFINISHED));
        }
        try (ReadOnlySql snapshot = Snapshot.open(file, StoreSettings.DEFAULT)) {
            read(contents, "snapshot ", snapshot);
        }
        return contents;
    }

    private static void read(Map<String, Rows> contents, String prefix, Sql sql) {
        sql.query(TABLES).rows().forEach(row -> {
            String table = row.get(0) + ".\"" + row.get(1) + '"';
            contents.put(prefix + table, sql.query("FROM " + table + " ORDER BY ALL"));
        });
    }
}
