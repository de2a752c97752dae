package org.jibao.flow;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.finding.Language;
import org.jibao.metrics.MetricTable;
import org.jibao.testkit.WorkbookXml;
import org.jibao.testkit.WorkbookXml.Cache;
import org.jibao.testkit.WorkbookXml.Chart;
import org.jibao.testkit.WorkbookXml.Series;
import org.jspecify.annotations.Nullable;

/** Compares what native charts cache with the cells that they point at, and both with the tables that the SQL gave. */
public final class ChartComparison {
    private final WorkbookXml workbook;
    private final SummaryDefinition summary;
    private final Map<String, MetricTable> tables;
    private final Language language;
    private final Map<String, Map<String, String>> cells = new HashMap<>();
    public final List<String> differences = new ArrayList<>();
    public int charts;
    public int series;
    public int values;

    public ChartComparison(Path file, SummaryDefinition summary, Map<String, MetricTable> tables, Language language)
            throws IOException {
        this.workbook = WorkbookXml.read(file);
        this.summary = summary;
        this.tables = tables;
        this.language = language;
    }

    public ChartComparison compare() {
        for (Chart chart : workbook.charts()) {
            charts++;
            if (chart.alternative().isEmpty()
                    || chart.title().isEmpty()
                    || chart.series().isEmpty()) {
                differ(chart, "has no words or no series");
            }
            chart.series().forEach(one -> compare(chart, one));
            if (!chart.explained().isEmpty()
                    && chart.explained().size() < chart.series().size()) {
                differ(chart, "leaves series out of its legend, which programs count differently");
            }
            sql(chart);
        }
        return this;
    }

    private void compare(Chart chart, Series one) {
        series++;
        if (!one.seen() || one.values().points().isEmpty()) {
            differ(chart, "draws nothing of " + one.name().point(0));
        }
        for (Cache cache : List.of(one.name(), one.categories(), one.values())) {
            if (!cache.sheet().equals(chart.sheet())) {
                differ(chart, "points at another sheet: " + cache.formula());
            }
            List<String> addresses = cache.addresses();
            if (addresses.size() != cache.count()) {
                differ(chart, cache.formula() + " has " + cache.count() + " points");
            }
            for (int i = 0; i < addresses.size(); i++) {
                String cell = cells(chart.sheet()).get(addresses.get(i));
                values++;
                if (!same(cell, cache.point(i))) {
                    differ(chart, addresses.get(i) + " is " + cell + ", cached as " + cache.point(i));
                }
            }
        }
    }

    private static boolean same(@Nullable String cell, @Nullable String cached) {
        if (cell == null || cached == null) {
            return Objects.equals(cell, cached);
        }
        return cell.equals(cached) || number(cell) != null && Objects.equals(number(cell), number(cached));
    }

    private static @Nullable Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException words) {
            return null;
        }
    }

    private Map<String, String> cells(String sheet) {
        return cells.computeIfAbsent(sheet, workbook::cells);
    }

    /** Each value is the SQL's own; what merges the rest, or adds up a bar, is the sum of it. */
    private void sql(Chart chart) {
        SummaryDefinition.Chart definition = summary.charts().stream()
                .filter(one -> one.id().equals(chart.name()))
                .findFirst()
                .orElseThrow();
        Set<String> named = new HashSet<>();
        Map<String, Map<String, BigDecimal>> expected = expected(definition, named);
        for (Series one : chart.series()) {
            String name = Objects.requireNonNull(one.name().point(0));
            for (int i = 0; i < one.values().count(); i++) {
                String category = Objects.requireNonNull(one.categories().point(i));
                String cached = one.values().point(i);
                BigDecimal value = cached == null ? null : new BigDecimal(cached);
                BigDecimal known = expected.getOrDefault(name, Map.of()).get(category);
                boolean own = expected.containsKey(name) && named.contains(category);
                BigDecimal wanted = own ? known : rest(chart, definition, expected, name, category);
                if (wanted == null ? value != null : value == null || value.doubleValue() != wanted.doubleValue()) {
                    differ(chart, name + " " + category + " is " + value + ", by SQL " + wanted);
                }
            }
        }
    }

    private static BigDecimal rest(
            Chart chart,
            SummaryDefinition.Chart definition,
            Map<String, Map<String, BigDecimal>> expected,
            String name,
            String category) {
        List<String> categories = new ArrayList<>();
        List<String> names = new ArrayList<>();
        chart.series()
                .forEach(one -> names.add(Objects.requireNonNull(one.name().point(0))));
        chart.series().get(0).categories().points().values().forEach(categories::add);
        BigDecimal sum = BigDecimal.ZERO;
        boolean total =
                names.indexOf(name) == names.size() - 1 && definition.type() == SummaryDefinition.ChartType.STACKED;
        for (Map.Entry<String, Map<String, BigDecimal>> column : expected.entrySet()) {
            boolean otherSeries = expected.containsKey(name)
                    ? column.getKey().equals(name)
                    : total || !names.contains(column.getKey());
            for (Map.Entry<String, BigDecimal> point : column.getValue().entrySet()) {
                boolean otherCategory = expected.values().stream().anyMatch(one -> one.containsKey(category))
                        ? point.getKey().equals(category)
                        : !categories.contains(point.getKey());
                if (otherSeries && otherCategory) {
                    sum = sum.add(point.getValue());
                }
            }
        }
        return sum;
    }

    /**
     * Values by series and category, as the cells of the format would hold them.
     *
     * @param known is given the categories, also those without a value
     */
    private Map<String, Map<String, BigDecimal>> expected(SummaryDefinition.Chart definition, Set<String> known) {
        MetricTable table = Objects.requireNonNull(tables.get(definition.table()));
        int emphasis = table.columns().indexOf("emphasis");
        int category = column(table, definition.category());
        Map<String, Map<String, BigDecimal>> expected = new HashMap<>();
        for (List<@Nullable Object> row : table.rows()) {
            if (emphasis >= 0 && Boolean.TRUE.equals(row.get(emphasis))) {
                continue;
            }
            String point = String.valueOf(Objects.requireNonNullElse(row.get(category), "—"));
            known.add(point);
            for (String value : definition.values()) {
                String name = definition.series() == null
                        ? label(definition.table(), value)
                        : String.valueOf(row.get(column(table, definition.series())));
                Map<String, BigDecimal> of = expected.computeIfAbsent(name, key -> new HashMap<>());
                if (row.get(column(table, value)) instanceof Number number && Double.isFinite(number.doubleValue())) {
                    BigDecimal exact = new BigDecimal(number.toString());
                    of.put(point, definition.format() == Format.POINTS ? exact.movePointRight(2) : exact);
                }
            }
        }
        return expected;
    }

    private int column(MetricTable table, String name) {
        int worded = table.columns().indexOf(name + "_" + language.name().toLowerCase(Locale.ROOT));
        return worded >= 0 ? worded : table.columns().indexOf(name);
    }

    private String label(String table, String column) {
        return summary.tables().stream()
                .filter(one -> one.id().equals(table))
                .flatMap(one -> one.columns().stream())
                .filter(one -> one.name().equals(column))
                .map(one -> one.label().in(language))
                .findFirst()
                .orElse(column);
    }

    private void differ(Chart chart, String how) {
        differences.add(chart.sheet() + " " + chart.name() + ": " + how);
    }
}
