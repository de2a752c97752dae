package org.jibao.export;

import java.util.List;
import java.util.Map;
import org.jibao.finding.Text;

/**
 * One table of the export, before it is read.
 *
 * @param name of the resource; also of its files
 * @param select gives its rows in their order
 * @param key columns that should tell its rows apart
 * @param words what its columns are called, where it is not what they are called everywhere
 */
record SourceTable(String name, Text title, String select, List<String> key, Map<String, FieldWords> words) {

    SourceTable {
        key = List.copyOf(key);
        words = Map.copyOf(words);
    }

    FieldWords words(String column) {
        FieldWords own = words.get(column);
        if (own == null && column.length() > 3 && (column.endsWith("_zh") || column.endsWith("_en"))) {
            own = words.get(column.substring(0, column.length() - 3));
        }
        return own == null ? ColumnWords.of(column) : own;
    }
}
