package org.jibao.summary.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jibao.finding.Language;
import org.jibao.metrics.MetricTable;
import org.jibao.summary.Columns;
import org.jibao.workbook.Display;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the figures, by figure and unit: values from the table {@code tidy}, cells from the table {@code provenance}. A
 * job without these tables has none.
 */
final class FigureSources {
    private static final List<String> UNITS = List.of("figure", "level", "dimension", "name", "value");
    private static final List<String> CELLS =
            List.of("figure", "part", "name", "sheet", "cell", "raw", "factor", "included", "file");

    private final Map<String, Map<String, UnitSource>> figures = new LinkedHashMap<>();

    FigureSources(Map<String, MetricTable> tables, Language language) {
        MetricTable tidy = tables.get("tidy");
        if (tidy != null && UNITS.stream().allMatch(column -> Columns.has(tidy, column, language))) {
            tidy.rows().forEach(row -> addUnit(new Row(tidy, row, language)));
        }
        MetricTable provenance = tables.get("provenance");
        if (provenance != null && CELLS.stream().allMatch(column -> Columns.has(provenance, column, language))) {
            provenance.rows().forEach(row -> addCell(new Row(provenance, row, language)));
        }
    }

    private void addUnit(Row row) {
        if (row.text("level").equals("unit") && row.text("dimension").isEmpty()) {
            unit(row).values.add(row.value("value"));
        }
    }

    private void addCell(Row row) {
        UnitSource unit = unit(row);
        if (!row.text("file").isEmpty() && !unit.files.contains(row.text("file"))) {
            unit.files.add(row.text("file"));
        }
        if (!row.text("cell").isEmpty()) {
            unit.cells.add(new CellSource(
                    row.text("part"),
                    row.text("sheet"),
                    row.text("cell"),
                    row.value("raw") == null ? Display.MISSING : row.text("raw"),
                    row.value("factor") instanceof Number factor ? Display.exact(factor) : BigDecimal.ONE,
                    !Boolean.FALSE.equals(row.value("included"))));
        }
    }

    private UnitSource unit(Row row) {
        return figures.computeIfAbsent(row.text("figure"), figure -> new LinkedHashMap<>())
                .computeIfAbsent(row.text("name"), UnitSource::new);
    }

    boolean has(String figure) {
        return figures.containsKey(figure);
    }

    /** In the order of the tables. */
    List<UnitSource> of(String figure) {
        return List.copyOf(figures.getOrDefault(figure, Map.of()).values());
    }

    /** One unit's part of a figure. */
    static final class UnitSource {
        private final String name;
        private final List<@Nullable Object> values = new ArrayList<>();
        private final List<String> files = new ArrayList<>();
        private final List<CellSource> cells = new ArrayList<>();

        UnitSource(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }

        /** Null where there is none, and where two units of one name have a value each. */
        @Nullable
        Object value() {
            return values.size() == 1 ? values.get(0) : null;
        }

        List<String> files() {
            return files;
        }

        List<CellSource> cells() {
            return cells;
        }

        /** Whether there is nothing to show of it. */
        boolean isEmpty() {
            return value() == null && cells.isEmpty() && files.isEmpty();
        }
    }

    /**
     * A cell behind a figure.
     *
     * @param part {@code numerator}, {@code denominator} or {@code weight}
     * @param raw as it stands in the file
     * @param factor by which it counts, 1 as a rule
     * @param included whether it counts
     */
    record CellSource(String part, String sheet, String cell, String raw, BigDecimal factor, boolean included) {}

    /** A row by the names of its columns. */
    private record Row(MetricTable table, List<@Nullable Object> values, Language language) {
        @Nullable
        Object value(String name) {
            return values.get(Columns.index(table, name, language));
        }

        String text(String name) {
            return Objects.requireNonNullElse(value(name), "").toString();
        }
    }
}
