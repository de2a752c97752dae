package org.jibao.summary.bulletin;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jibao.finding.Language;
import org.jibao.metrics.MetricTable;
import org.jibao.summary.Columns;
import org.jibao.workbook.Display;
import org.jspecify.annotations.Nullable;

/** A row of a table by the names of its columns, texts in one language. */
record TableRow(MetricTable table, List<@Nullable Object> values, Language language) {

    static List<TableRow> of(@Nullable MetricTable table, Language language) {
        return table == null
                ? List.of()
                : table.rows().stream()
                        .map(row -> new TableRow(table, row, language))
                        .toList();
    }

    @Nullable
    Object value(String name) {
        return Columns.has(table, name, language) ? values.get(Columns.index(table, name, language)) : null;
    }

    /** Empty where there is none. */
    String text(String name) {
        return Objects.requireNonNullElse(value(name), "").toString();
    }

    @Nullable
    BigDecimal number(String name) {
        return value(name) instanceof Number number ? Display.exact(number) : null;
    }
}
