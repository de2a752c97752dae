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
        for (List<@Nullable Object> row :
                sql.query(SqlText.read(Store.class, "keeping/tables"), catalog).rows()) {
            String table = SqlText.name(catalog)
                    + '.'
                    + SqlText.name(String.valueOf(row.get(0)))
                    + '.'
                    + SqlText.name(String.valueOf(row.get(1)));
            String content = SqlText.read(Store.class, "keeping/content", Map.of("table", table));
            parts.put(row.get(0) + "." + row.get(1), sql.query(content).rows().get(0));
        }
        sql.query(SqlText.read(Store.class, "keeping/sequences"), catalog)
                .rows()
                .forEach(row -> parts.put("sequence " + row.get(0) + "." + row.get(1), row));
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
