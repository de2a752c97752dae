package org.jibao.definition;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a job looks things up in, besides the returns: targets, populations, weights, published figures.
 *
 * @param id what SQL calls it: {@code reference.<id>}
 * @param columns names in lower case, none of them {@code line}
 */
public record ReferenceTable(String id, List<String> columns, List<Row> rows) {

    public ReferenceTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One line of the file.
     *
     * @param line its number in the file, from 2, as the header is above it
     * @param cells a text for each column; null where the cell is empty
     */
    public record Row(int line, List<@Nullable String> cells) {

        public Row {
            cells = Collections.unmodifiableList(cells);
        }
    }
}
