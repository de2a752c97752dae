package org.jibao.reading.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jibao.reading.layout.Choice.Candidate;
import org.jibao.reading.layout.HeaderFinder.Header;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.CellRow;
import org.jibao.reading.workbook.LabelText;
import org.jibao.reading.workbook.SheetCells;

/**
 * Finds a form's row labels below its header and left of its values. Merged groups come as one filled cell and empty ones
 * below: their words hold downward until the next ones.
 */
final class RowFinder {

    private final Axis axis;
    private final int leftmost;
    private final int firstValueColumn;
    private final boolean beside;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<Integer, LabelText> lastInColumn = new HashMap<>();
    private final Map<Integer, LabelText> lastGroupInColumn = new HashMap<>();

    private RowFinder(Axis axis, Header header) {
        this.axis = axis;
        this.beside = header.beside();
        this.leftmost = Math.max(0, header.leftmost());
        this.firstValueColumn = beside ? Integer.MAX_VALUE : header.firstColumn();
    }

    /** For each label of the axis its cell in the rows below the header down to {@code last}. */
    static List<Choice> find(SheetCells sheet, Axis axis, Header header, int last) {
        RowFinder finder = new RowFinder(axis, header);
        for (int i = sheet.position(header.bottom() + 1); i < sheet.rows().size(); i++) {
            CellRow row = sheet.rows().get(i);
            if (row.index() > last) {
                break;
            }
            finder.look(row);
        }
        return Choice.all(axis, finder.labels(), Choice.Order.DOWN);
    }

    private void look(CellRow row) {
        boolean found = false;
        for (int i = row.cells().size() - 1; i >= 0; i--) {
            Cell cell = row.cells().get(i);
            if (isLabels(cell)) {
                found = (!beside && found) || collect(row, cell);
            }
        }
        if (axis.hasGroups()) {
            remember(row);
        }
    }

    private boolean isLabels(Cell cell) {
        return cell.column() >= leftmost && cell.column() < firstValueColumn;
    }

    private boolean collect(CellRow row, Cell cell) {
        Axis.Hits hits = axis.hits(cell);
        if (hits.positions().isEmpty()) {
            return false;
        }
        List<LabelText> ancestors = axis.haveGroups(hits) ? ancestors(row, cell.column()) : List.of();
        Candidate.add(candidates, cell, hits, ancestors, row.hidden());
        return true;
    }

    /** Where labels are numbers, serial numbers look like them: the labels stand in the column that holds most of them. */
    private List<Candidate> labels() {
        if (!axis.hasNumbers()) {
            return candidates;
        }
        Map<Integer, Long> columns = candidates.stream()
                .collect(Collectors.groupingBy(candidate -> candidate.cell().column(), Collectors.counting()));
        long most = columns.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return candidates.stream()
                .filter(candidate -> candidate.cell().kind() == Cell.Kind.TEXT
                        || Objects.equals(columns.get(candidate.cell().column()), most))
                .toList();
    }

    private List<LabelText> ancestors(CellRow row, int column) {
        List<LabelText> ancestors = new ArrayList<>();
        for (int left = leftmost; left < column; left++) {
            Cell own = row.at(left);
            LabelText text = own == null ? lastInColumn.get(left) : LabelText.of(own.text());
            if (text != null) {
                ancestors.add(text);
            }
        }
        LabelText group = lastGroupInColumn.get(column);
        if (group != null) {
            ancestors.add(group);
        }
        return ancestors;
    }

    private void remember(CellRow row) {
        for (Cell cell : row.cells()) {
            if (isLabels(cell)) {
                LabelText text = LabelText.of(cell.text());
                lastInColumn.put(cell.column(), text);
                if (axis.isGroupWord(text)) {
                    lastGroupInColumn.put(cell.column(), text);
                }
            }
        }
    }
}
