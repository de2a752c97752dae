package org.jibao.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jibao.chart.ChartPlan;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Chart;
import org.jibao.definition.SummaryDefinition.ChartType;
import org.jibao.finding.Language;
import org.jibao.metrics.MetricTable;
import org.jibao.workbook.Display;
import org.jspecify.annotations.Nullable;

/** Rows of a table as the series of a chart. */
final class Charts {
    private static final Pattern TOTAL = Pattern.compile("合计|总计|总数|小计|(?i)\\btotal\\b|\\bsum\\b|\\ball\\b");

    private Charts() {}

    /** @param shown the table's definition, whose labels name the series; null where it is not shown itself */
    static ChartPlan plan(Chart chart, MetricTable given, SummaryDefinition.@Nullable Table shown, Localizer speech) {
        MetricTable figures = withoutTotals(given);
        List<String> categories = categories(figures, Columns.index(figures, chart.category(), speech.language()));
        if (chart.type() == ChartType.RING) {
            figures = withoutSum(figures, chart, speech.language());
            categories = categories(figures, Columns.index(figures, chart.category(), speech.language()));
        }
        List<ChartPlan.Series> series = chart.series() == null
                ? byColumn(chart, figures, categories, shown, speech)
                : byRow(chart, chart.series(), figures, categories, speech.language());
        return new ChartPlan(
                chart.id(),
                chart.type(),
                speech.message(chart.id(), chart.title()),
                speech.say(chart.subtitle()),
                chart.format(),
                categories,
                series,
                chart.limit(),
                speech.language(),
                null);
    }

    /** What is marked as a total of other rows is not drawn beside them. */
    private static MetricTable withoutTotals(MetricTable table) {
        int emphasis = table.columns().indexOf("emphasis");
        return emphasis < 0
                ? table
                : new MetricTable(
                        table.id(),
                        table.columns(),
                        table.rows().stream()
                                .filter(row -> !Boolean.TRUE.equals(row.get(emphasis)))
                                .toList());
    }

    /** A ring has no row that is called a total and is the sum of the others: half of it would be the whole. */
    private static MetricTable withoutSum(MetricTable table, Chart chart, Language language) {
        int category = Columns.index(table, chart.category(), language);
        int column = Columns.index(table, chart.values().get(0), language);
        BigDecimal all = table.rows().stream()
                .map(row -> number(row.get(column)))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new MetricTable(
                table.id(),
                table.columns(),
                table.rows().stream()
                        .filter(row -> {
                            BigDecimal value = number(row.get(column));
                            boolean half = value != null && value.add(value).compareTo(all) == 0;
                            return !half
                                    || table.rows().size() < 3
                                    || !TOTAL.matcher(name(row.get(category))).find();
                        })
                        .toList());
    }

    private static List<String> categories(MetricTable figures, int column) {
        Set<String> categories = new LinkedHashSet<>();
        figures.rows().forEach(row -> categories.add(name(row.get(column))));
        return List.copyOf(categories);
    }

    private static String name(@Nullable Object value) {
        return value == null ? Display.MISSING : value.toString();
    }

    private static List<ChartPlan.Series> byColumn(
            Chart chart,
            MetricTable figures,
            List<String> categories,
            SummaryDefinition.@Nullable Table shown,
            Localizer speech) {
        int category = Columns.index(figures, chart.category(), speech.language());
        List<ChartPlan.Series> series = new ArrayList<>();
        for (String column : chart.values()) {
            int index = Columns.index(figures, column, speech.language());
            List<@Nullable BigDecimal> values = nothing(categories.size());
            for (List<@Nullable Object> row : figures.rows()) {
                values.set(categories.indexOf(name(row.get(category))), number(row.get(index)));
            }
            boolean focus =
                    chart.focus().isEmpty() ? series.size() < 2 : chart.focus().contains(column);
            series.add(new ChartPlan.Series(label(column, shown, speech), values, focus));
        }
        return series;
    }

    private static List<ChartPlan.Series> byRow(
            Chart chart, String split, MetricTable figures, List<String> categories, Language language) {
        int category = Columns.index(figures, chart.category(), language);
        int name = Columns.index(figures, split, language);
        int value = Columns.index(figures, chart.values().get(0), language);
        Map<String, List<@Nullable BigDecimal>> values = new LinkedHashMap<>();
        Map<String, Boolean> focus = new LinkedHashMap<>();
        for (List<@Nullable Object> row : figures.rows()) {
            String series = name(row.get(name));
            values.computeIfAbsent(series, key -> nothing(categories.size()))
                    .set(categories.indexOf(name(row.get(category))), number(row.get(value)));
            boolean asked = chart.focus().isEmpty()
                    ? focus.size() < 2
                    : row.stream()
                            .anyMatch(cell -> cell != null && chart.focus().contains(cell.toString()));
            focus.putIfAbsent(series, asked);
        }
        return values.entrySet().stream()
                .map(entry -> new ChartPlan.Series(
                        entry.getKey(), entry.getValue(), Boolean.TRUE.equals(focus.get(entry.getKey()))))
                .toList();
    }

    private static String label(String column, SummaryDefinition.@Nullable Table shown, Localizer speech) {
        return shown == null
                ? column
                : shown.columns().stream()
                        .filter(one -> one.name().equals(column))
                        .map(one -> speech.say(one.label()))
                        .findFirst()
                        .orElse(column);
    }

    private static List<@Nullable BigDecimal> nothing(int size) {
        return new ArrayList<>(Collections.nCopies(size, null));
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            return null;
        }
        return value instanceof Number number ? Display.exact(number) : null;
    }
}
