package org.jibao.export;

import java.util.List;
import org.jibao.finding.Text;

/**
 * One table as it was written.
 *
 * @param key columns that do tell its rows apart, or empty
 * @param references that hold for every row
 */
record DescribedTable(
        String name,
        Text title,
        List<DescribedField> fields,
        List<String> key,
        List<Reference> references,
        long rows,
        WrittenFile csv,
        WrittenFile parquet) {

    /** @param required whether no row is without it, and none may be */
    record DescribedField(String name, ColumnType type, FieldWords words, boolean required) {}

    /** Every value of a column is one of another table's key; the table itself is the empty name. */
    record Reference(String column, String table, String key) {}

    /** @param path relative to the descriptor */
    record WrittenFile(String path, long bytes, String sha256) {}
}
