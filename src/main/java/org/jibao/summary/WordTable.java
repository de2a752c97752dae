package org.jibao.summary;

import java.util.ArrayList;
import java.util.List;
import org.jibao.definition.SummaryDefinition.Format;
import org.jspecify.annotations.Nullable;

/** A table of the workbook's own, all in words: contents, provenance, notes. */
final class WordTable {
    private WordTable() {}

    /** @param rows as many texts a row as there are labels */
    static ShownTable of(String id, String title, List<String> labels, List<List<String>> rows) {
        List<ShownTable.Column> columns = new ArrayList<>();
        for (String label : labels) {
            columns.add(new ShownTable.Column(label, Format.TEXT, 0, columns.size()));
        }
        List<List<@Nullable Object>> values = new ArrayList<>();
        rows.forEach(row -> values.add(new ArrayList<>(row)));
        return new ShownTable(id, title, null, "", columns, -1, values);
    }
}
