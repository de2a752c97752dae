package org.jibao.summary.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jibao.finding.Language;
import org.jibao.metrics.MetricTable;
import org.jibao.summary.Columns;
import org.jibao.workbook.Display;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the figures, by figure and unit: values from the table {@code tidy}, cells from the table {@code provenance}. A
 * job without these tables has none. Of the units of a figure the first are held, more than a page shows; the others are counted.
 */
final class FigureSources {
    private static final List<String> UNITS = List.of("figure", "level", "dimension", "name", "value");
    private static final List<String> CELLS =
            List.of("figure", "part", "name", "sheet", "cell", "raw", "factor", "included", "file");

    private final Map<String, Behind> figures = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int most;

    /** @param most units of a figure that are held */
    FigureSources(Map<String, MetricTable> tables, Language language, int most) {
        this.most = most;
        MetricTable tidy = tables.get("tidy");
        if (tidy != null && UNITS.stream().allMatch(column -> Columns.has(tidy, column, language))) {
            Reader row = new Reader(tidy, language, UNITS);
            for (List<@Nullable Object> values : tidy.rows()) {
                addUnit(row.at(values));
            }
        }
        MetricTable provenance = tables.get("provenance");
        if (provenance != null && CELLS.stream().allMatch(column -> Columns.has(provenance, column, language))) {
            Reader row = new Reader(provenance, language, CELLS);
            for (List<@Nullable Object> values : provenance.rows()) {
                addCell(row.at(values));
            }
        }
    }

    private void addUnit(Reader row) {
        if (row.text("level").equals("unit") && row.text("dimension").isEmpty()) {
            Behind behind = behind(row);
            Object value = row.value("value");
            UnitSource unit = behind.unit(row.text("name"), value != null);
            if (unit != null) {
                unit.values.add(value);
            }
        }
    }

    private void addCell(Reader row) {
        String file = row.text("file");
        boolean isCell = !row.text("cell").isEmpty();
        UnitSource unit = behind(row).unit(row.text("name"), isCell || !file.isEmpty());
        if (unit == null) {
            return;
        }
        if (!file.isEmpty() && !unit.files.contains(file)) {
            unit.files.add(file);
        }
        if (isCell) {
            unit.add(row);
        }
    }

    private Behind behind(Reader row) {
        return figures.computeIfAbsent(row.text("figure"), figure -> new Behind());
    }

    boolean has(String figure) {
        return figures.containsKey(figure);
    }

    /** In the order of the tables. */
    Behind of(String figure) {
        return figures.getOrDefault(figure, new Behind());
    }

    /** The units of one figure. */
    final class Behind {
        private final Map<String, UnitSource> held = new LinkedHashMap<>();
        private final BitSet others = new BitSet();
        private final BitSet filled = new BitSet();

        /** A unit that is held, or null for one that is only counted. */
        private @Nullable UnitSource unit(String name, boolean says) {
            UnitSource known = held.get(name);
            if (known != null) {
                return known;
            }
            if (held.size() < most) {
                return held.computeIfAbsent(name, UnitSource::new);
            }
            int number = numbers.computeIfAbsent(name, any -> numbers.size());
            others.set(number);
            if (says) {
                filled.set(number);
            }
            return null;
        }

        /** The first of the units of which there is something to show, at most so many. */
        List<UnitSource> first(int count) {
            return held.values().stream()
                    .filter(unit -> !unit.isEmpty())
                    .limit(count)
                    .toList();
        }

        /** How many units there are of which there is something to show. */
        int filled() {
            return (int) held.values().stream().filter(unit -> !unit.isEmpty()).count() + filled.cardinality();
        }

        /** How many units there are of which there is nothing. */
        int silent() {
            return held.size() + others.cardinality() - filled();
        }
    }

    /** One unit's part of a figure. */
    static final class UnitSource {
        private final String name;
        private final List<@Nullable Object> values = new ArrayList<>();
        private final List<String> files = new ArrayList<>();
        private final List<CellSource> cells = new ArrayList<>();
        private final Set<String> parts = new HashSet<>();
        private int allCells;

        UnitSource(String name) {
            this.name = name;
        }

        private void add(Reader row) {
            allCells++;
            parts.add(row.text("part"));
            if (cells.size() < FigureOpenings.MOST_CELLS) {
                cells.add(new CellSource(
                        row.text("part"),
                        row.text("sheet"),
                        row.text("cell"),
                        row.value("raw") == null ? Display.MISSING : row.text("raw"),
                        row.value("factor") instanceof Number factor ? Display.exact(factor) : BigDecimal.ONE,
                        !Boolean.FALSE.equals(row.value("included"))));
            }
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

        /** The first of its cells, as many as are shown. */
        List<CellSource> cells() {
            return cells;
        }

        /** Cells that are not shown. */
        int moreCells() {
            return allCells - cells.size();
        }

        /** Whether its cells are of several parts, as of a numerator and a denominator. */
        boolean hasParts() {
            return parts.size() > 1;
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

    /** One row after the other by the names of its columns. */
    private static final class Reader {
        private final Map<String, Integer> places = new HashMap<>();
        private List<@Nullable Object> values = List.of();

        Reader(MetricTable table, Language language, List<String> columns) {
            columns.forEach(column -> places.put(column, Columns.index(table, column, language)));
        }

        Reader at(List<@Nullable Object> row) {
            values = row;
            return this;
        }

        @Nullable
        Object value(String name) {
            return values.get(Objects.requireNonNull(places.get(name)));
        }

        String text(String name) {
            return Objects.requireNonNullElse(value(name), "").toString();
        }
    }
}
