package org.jibao.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** A sheet in the making: cells by row and column (from 0), merged ranges, widths. Can be disarranged as people do. */
final class SampleSheet {

    /** A place, counted from 0. */
    record At(int row, int column) implements Comparable<At> {
        @Override
        public int compareTo(At other) {
            return row != other.row ? Integer.compare(row, other.row) : Integer.compare(column, other.column);
        }

        /** As Excel writes it, such as {@code D14}. */
        String address() {
            return CellReference.convertNumToColString(column) + (row + 1);
        }
    }

    /** A drop-down list in the rows, both included, of a column. */
    record Offer(int row, int lastRow, int column, List<String> words) {}

    private final Map<At, SampleCell> cells = new TreeMap<>();
    private final List<Offer> offers = new ArrayList<>();
    private final List<CellRangeAddress> merges = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private String name;

    SampleSheet(String name, int... widths) {
        this.name = name;
        for (int width : widths) {
            this.widths.add(width);
        }
    }

    String name() {
        return name;
    }

    void rename(String other) {
        name = other;
    }

    Map<At, SampleCell> cells() {
        return cells;
    }

    List<CellRangeAddress> merges() {
        return merges;
    }

    List<Integer> widths() {
        return widths;
    }

    List<Offer> offers() {
        return offers;
    }

    /** Gives the cells a drop-down list. It stays where it is when rows or columns move. */
    void offer(int row, int lastRow, int column, List<String> words) {
        offers.add(new Offer(row, lastRow, column, words));
    }

    void put(int row, int column, @Nullable Object content, SampleCell.Look look) {
        cells.put(new At(row, column), new SampleCell(content, look, null));
    }

    void put(int row, int column, @Nullable Object content, SampleCell.Look look, String key) {
        cells.put(new At(row, column), new SampleCell(content, look, key));
    }

    /** A cell over several: the words in the first, empty bordered cells behind. */
    void span(int row, int column, int lastRow, int lastColumn, String words, SampleCell.Look look) {
        for (int r = row; r <= lastRow; r++) {
            for (int c = column; c <= lastColumn; c++) {
                put(r, c, r == row && c == column ? words : null, look);
            }
        }
        if (row != lastRow || column != lastColumn) {
            merges.add(new CellRangeAddress(row, lastRow, column, lastColumn));
        }
    }

    void unmerge(int row, int column) {
        merges.removeIf(range -> range.getFirstRow() == row && range.getFirstColumn() == column);
    }

    boolean has(String key) {
        return cells.values().stream().anyMatch(cell -> key.equals(cell.key()));
    }

    /** Where the key stands now. */
    At find(String key) {
        return cells.entrySet().stream()
                .filter(entry -> key.equals(entry.getValue().key()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + key + " in sheet " + name));
    }

    /** Replaces what stands at the key. */
    void set(String key, @Nullable Object content) {
        cells.computeIfPresent(find(key), (at, cell) -> cell.holding(content));
    }

    void removeRow(int row) {
        cells.keySet().removeIf(at -> at.row() == row);
        merges.removeIf(range -> range.getFirstRow() == row && range.getLastRow() == row);
        shiftRows(row + 1, -1);
    }

    void insertRows(int before, int count) {
        shiftRows(before, count);
    }

    void insertColumns(int before, int count) {
        Map<At, SampleCell> moved = new TreeMap<>();
        cells.forEach((at, cell) -> moved.put(at.column() < before ? at : new At(at.row(), at.column() + count), cell));
        replaceCells(moved);
        for (CellRangeAddress range : merges) {
            range.setFirstColumn(range.getFirstColumn() + (range.getFirstColumn() < before ? 0 : count));
            range.setLastColumn(range.getLastColumn() + (range.getLastColumn() < before ? 0 : count));
        }
        for (int i = 0; i < count; i++) {
            widths.add(Math.min(before, widths.size()), 4);
        }
    }

    /** Exchanges two rows of single cells, as when a unit sorts its table its own way. */
    void swapRows(int one, int another) {
        Map<At, SampleCell> moved = new TreeMap<>();
        cells.forEach((at, cell) -> {
            int row = at.row() == one ? another : at.row() == another ? one : at.row();
            moved.put(new At(row, at.column()), cell);
        });
        replaceCells(moved);
    }

    private void shiftRows(int from, int by) {
        Map<At, SampleCell> moved = new TreeMap<>();
        cells.forEach((at, cell) -> moved.put(at.row() < from ? at : new At(at.row() + by, at.column()), cell));
        replaceCells(moved);
        for (CellRangeAddress range : merges) {
            range.setLastRow(range.getLastRow() + (range.getLastRow() < from ? 0 : by));
            range.setFirstRow(range.getFirstRow() + (range.getFirstRow() < from ? 0 : by));
        }
    }

    private void replaceCells(Map<At, SampleCell> moved) {
        cells.clear();
        cells.putAll(moved);
    }
}
