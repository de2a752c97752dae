package org.jibao.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** What two copies must have in common: of each table the number of rows and a sum over all of them, of each sequence where it stands. */
public record Contents(Map<String, List<@Nullable Object>> parts) {

    /** Reads every row of an attached database, so that a damaged block is met here and not some day later. */
    public static Contents of(Sql sql, String catalog) {
        Map<String, List<@Nullable Object>> parts = new TreeMap<>();
        for (Row row : sql.query(SqlText.read(Store.class, "keeping/tables"), catalog)) {
            String schema = row.text("schema_name");
            String name = row.text("table_name");
            String table = SqlText.name(catalog) + '.' + SqlText.name(schema) + '.' + SqlText.name(name);
            String content = SqlText.read(Store.class, "keeping/content", Map.of("table", table));
            parts.put(schema + "." + name, sql.query(content).one().values());
        }
        sql.query(SqlText.read(Store.class, "keeping/sequences"), catalog)
                .forEach(row -> parts.put(
                        "sequence " + row.text("schema_name") + "." + row.text("sequence_name"), row.values()));
        return new Contents(parts);
    }

    /** The first table or sequence that differs, or null. */
    @Nullable
    public String difference(Contents other) {
        for (Map.Entry<String, List<@Nullable Object>> part : parts.entrySet()) {
            if (!part.getValue().equals(other.parts().get(part.getKey()))) {
                return part.getKey();
            }
        }
        return other.parts().size() == parts.size() ? null : "(" + other.parts().size() + ")";
    }
}
