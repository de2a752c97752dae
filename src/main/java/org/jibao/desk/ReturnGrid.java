package org.jibao.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jibao.finding.Place;
import org.jibao.finding.Severity;
import org.jibao.inspect.ReturnView;
import org.jibao.inspect.ReturnView.CellView;
import org.jibao.inspect.ReturnView.FindingView;
import org.jibao.inspect.ReturnView.MergedBlock;
import org.jibao.inspect.ReturnView.Role;
import org.jibao.inspect.ReturnView.SheetView;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of a return as rows of a table.
 *
 * @param columns letters of the columns, such as {@code A}
 */
record ReturnGrid(SheetView sheet, List<String> columns, List<GridRow> rows) {

    /** @param number as Excel shows it, from 1 */
    record GridRow(int number, List<GridCell> cells) {}

    /**
     * One cell, or the blocks that are one.
     *
     * @param id by which a link finds it; empty where it shows nothing
     * @param look words of the style sheet
     * @param findings numbers of those that name it
     */
    record GridCell(
            String id,
            int width,
            int height,
            String text,
            String look,
            @Nullable String previous,
            List<Long> findings) {}

    static List<ReturnGrid> of(ReturnView view) {
        Map<Long, Severity> severities = new HashMap<>();
        view.findings().forEach(finding -> severities.put(finding.number(), finding.severity()));
        List<ReturnGrid> grids = new ArrayList<>();
        for (SheetView sheet : view.sheets()) {
            grids.add(new Maker(sheet, severities).grid());
        }
        return grids;
    }

    /** The address of a cell within the page; empty where its sheet is not shown. */
    static String anchor(List<ReturnGrid> grids, Place place) {
        boolean shown = place.cell() != null
                && grids.stream().anyMatch(grid -> grid.sheet().name().equals(place.sheet()));
        return shown ? id(String.valueOf(place.sheet()), String.valueOf(place.cell())) : "";
    }

    /** Both sides of a broken rule, the left one first. */
    static List<Place> sides(FindingView finding) {
        List<Place> sides = new ArrayList<>(finding.left());
        sides.addAll(finding.right());
        return sides;
    }

    /** A cell of a finding's own sheet by its address alone. */
    static String within(FindingView finding, Place side) {
        return side.cell() != null
                        && String.valueOf(side.sheet()).equals(finding.place().sheet())
                ? side.cell()
                : side.toString();
    }

    /** Names of sheets may be of any characters: their hash will do. */
    static String id(String sheet, String cell) {
        return "c" + Integer.toHexString(sheet.hashCode()) + "-" + cell;
    }

    static String column(int index) {
        StringBuilder letters = new StringBuilder();
        for (int i = index; i >= 0; i = i / 26 - 1) {
            letters.insert(0, (char) ('A' + i % 26));
        }
        return letters.toString();
    }

    /** Lays the cells of a sheet out; what a block covers is left out. */
    private static final class Maker {

        private final SheetView sheet;
        private final Map<Long, Severity> severities;
        private final Map<Long, CellView> cells = new HashMap<>();
        private final Map<Long, MergedBlock> blocks = new HashMap<>();
        private final Set<Long> covered = new HashSet<>();
        private int lastRow = -1;
        private int lastColumn = -1;

        Maker(SheetView sheet, Map<Long, Severity> severities) {
            this.sheet = sheet;
            this.severities = severities;
            for (CellView cell : sheet.cells()) {
                cells.put(key(cell.row(), cell.column()), cell);
                lastRow = Math.max(lastRow, cell.row());
                lastColumn = Math.max(lastColumn, cell.column());
            }
            sheet.merged().forEach(this::cover);
        }

        private void cover(MergedBlock block) {
            int bottom = Math.min(block.bottom(), lastRow);
            int right = Math.min(block.right(), lastColumn);
            if (block.top() > bottom || block.left() > right) {
                return;
            }
            blocks.put(key(block.top(), block.left()), new MergedBlock(block.top(), block.left(), bottom, right));
            for (int row = block.top(); row <= bottom; row++) {
                for (int column = block.left(); column <= right; column++) {
                    covered.add(key(row, column));
                }
            }
        }

        ReturnGrid grid() {
            List<String> columns = new ArrayList<>();
            for (int column = 0; column <= lastColumn; column++) {
                columns.add(column(column));
            }
            List<GridRow> rows = new ArrayList<>();
            for (int row = 0; row <= lastRow; row++) {
                rows.add(row(row));
            }
            return new ReturnGrid(sheet, columns, rows);
        }

        private GridRow row(int row) {
            List<GridCell> shown = new ArrayList<>();
            for (int column = 0; column <= lastColumn; column++) {
                MergedBlock block = blocks.get(key(row, column));
                if (block != null || !covered.contains(key(row, column))) {
                    shown.add(cell(row, column, block));
                }
            }
            return new GridRow(row + 1, shown);
        }

        private GridCell cell(int row, int column, @Nullable MergedBlock block) {
            CellView cell = cells.get(key(row, column));
            int width = block == null ? 1 : block.right() - block.left() + 1;
            int height = block == null ? 1 : block.bottom() - block.top() + 1;
            return cell == null
                    ? new GridCell("", width, height, "", "", null, List.of())
                    : new GridCell(
                            id(sheet.name(), cell.address()),
                            width,
                            height,
                            cell.text(),
                            look(cell),
                            cell.previous(),
                            cell.findings());
        }

        private String look(CellView cell) {
            String role = cell.role() == Role.LABEL ? "label" : "entry";
            return cell.findings().stream()
                    .map(severities::get)
                    .filter(severity -> severity != null)
                    .min(Severity::compareTo)
                    .map(severity -> role + " found " + severity.name().toLowerCase(Locale.ROOT))
                    .orElse(role);
        }

        private static long key(int row, int column) {
            return ((long) row << 20) | column;
        }
    }
}
