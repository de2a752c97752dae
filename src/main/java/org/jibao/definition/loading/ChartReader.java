package org.jibao.definition.loading;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jibao.definition.SummaryDefinition.Chart;
import org.jibao.definition.SummaryDefinition.ChartType;
import org.jibao.definition.SummaryDefinition.Column;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.definition.SummaryDefinition.Table;
import org.jspecify.annotations.Nullable;

/** The {@code charts} of {@code summary.yaml}, each over columns of one of its tables. */
final class ChartReader {

    /** More categories cannot be told apart on a page. */
    private static final int MOST_CATEGORIES = 200;

    private static final Set<Format> WORDS = EnumSet.of(Format.TEXT, Format.DATE, Format.TIME);

    private final Map<String, Table> tables;
    private final Ids blocks;

    /** @param blocks ids of tables and charts so far */
    ChartReader(Map<String, Table> tables, Ids blocks) {
        this.tables = tables;
        this.blocks = blocks;
    }

    Chart read(Mapping mapping) {
        String id = blocks.claim(mapping.need("id"));
        ChartType type = mapping.need("type").choice(ChartType.class, ChartType.COLUMNS);
        String tableId = mapping.need("table").nameOf(Nouns.TABLE, tables.keySet());
        Table table = tables.get(tableId);
        Value values = mapping.need("values");
        Value series = mapping.get("series");
        Value format = mapping.need("format");
        Chart chart = new Chart(
                id,
                type,
                tableId,
                column(mapping.need("category"), table),
                values.items().stream().map(value -> valueColumn(value, table)).toList(),
                series.absent() ? null : column(series, table),
                mapping.get("focus").texts(),
                format.choice(Format.class, Format.COUNT),
                mapping.need("title").words(),
                mapping.need("subtitle").words(),
                mapping.get("limit").integer(0, MOST_CATEGORIES, 0));
        mapping.end();
        if (chart.series() != null && chart.values().size() > 1) {
            series.report(SummaryMistake.seriesNeedsOneValue());
        }
        if (type == ChartType.RING && (chart.values().size() > 1 || chart.series() != null)) {
            values.report(SummaryMistake.ringNeedsOneValue());
        }
        if (WORDS.contains(chart.format())) {
            format.report(SummaryMistake.chartFormat(format.text()));
        }
        return chart;
    }

    private static String column(Value value, @Nullable Table table) {
        if (table == null) {
            return value.text();
        }
        return value.nameOf(
                Nouns.TABLE_COLUMN, table.columns().stream().map(Column::name).toList());
    }

    private static String valueColumn(Value value, @Nullable Table table) {
        String name = column(value, table);
        if (table != null) {
            table.columns().stream()
                    .filter(column -> column.name().equals(name) && WORDS.contains(column.format()))
                    .forEach(column -> value.report(SummaryMistake.valueNotANumber(name)));
        }
        return name;
    }
}
