package org.jibao.testkit.generated;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One sheet that is to be written. Rows and columns are 0-based. */
final class PlannedSheet {

    final String name;
    final Visibility visibility;

    /** Row, column, cell. */
    final NavigableMap<Integer, NavigableMap<Integer, PlannedCell>> rows = new TreeMap<>();

    final List<Area> merged = new ArrayList<>();
    final BitSet hiddenRows = new BitSet();
    final BitSet flatRows = new BitSet();
    final BitSet hiddenColumns = new BitSet();
    final BitSet narrowColumns = new BitSet();
    boolean chart;

    /** Whether it holds what was programmed before there was VBA: its cells are no figures. */
    boolean macros;

    /** Whether Excel shows the sheet. */
    enum Visibility {
        VISIBLE,
        HIDDEN,
        VERY_HIDDEN
    }

    /** A range of cells, both ends included. */
    record Area(int top, int left, int bottom, int right) {

        boolean covers(int row, int column) {
            boolean anchor = row == top && column == left;
            return !anchor && row >= top && row <= bottom && column >= left && column <= right;
        }

        boolean meets(Area other) {
            return top <= other.bottom && other.top <= bottom && left <= other.right && other.left <= right;
        }
    }

    PlannedSheet(String name, Visibility visibility) {
        this.name = name;
        this.visibility = visibility;
    }

    void put(PlannedCell cell) {
        rows.computeIfAbsent(cell.row(), row -> new TreeMap<>()).put(cell.column(), cell);
    }

    @Nullable
    PlannedCell at(int row, int column) {
        NavigableMap<Integer, PlannedCell> cells = rows.get(row);
        return cells == null ? null : cells.get(column);
    }

    List<PlannedCell> cells() {
        return rows.values().stream()
                .map(NavigableMap::values)
                .flatMap(Collection::stream)
                .toList();
    }

    boolean covered(PlannedCell cell) {
        return merged.stream().anyMatch(area -> area.covers(cell.row(), cell.column()));
    }

    boolean rowIsHidden(int row) {
        return hiddenRows.get(row) || flatRows.get(row);
    }

    BitSet columnsNotShown() {
        BitSet columns = (BitSet) hiddenColumns.clone();
        columns.or(narrowColumns);
        return columns;
    }
}
