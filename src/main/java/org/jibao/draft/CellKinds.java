package org.jibao.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jibao.draft.DraftForm.Cross;
import org.jibao.draft.DraftForm.Grid;
import org.jibao.draft.Spot.Shape;
import org.jibao.draft.Titles.Stated;

/**
 * Gives a grid the type of its cells: the usual one to the whole, another to the columns, or to the rows, that
 * differ.
 */
final class CellKinds {

    private final SheetView view;
    private final Kinds kinds;
    private final Stated stated;
    private final Map<Integer, String> measures;

    /**
     * @param stated the units that cells above state
     * @param measures the units beside rows
     */
    CellKinds(SheetView view, Stated stated, Map<Integer, String> measures) {
        this.view = view;
        this.kinds = new Kinds(view);
        this.stated = stated;
        this.measures = measures;
    }

    Grid of(Grid grid) {
        List<CellDraft> columns = grid.columns().stream()
                .map(column -> kinds.of(cells(grid, column, false), words(column), stated.of(column.words()), true))
                .map(CellKinds::figure)
                .toList();
        List<CellDraft> rows = grid.rows().stream()
                .map(row -> kinds.of(
                        cells(grid, row, true),
                        words(row),
                        measures.getOrDefault(row.place().row(), stated.whole()),
                        true))
                .map(CellKinds::figure)
                .toList();
        boolean byRow = distinct(rows) > 1 && (distinct(columns) == 1 || mixed(grid, false) && !mixed(grid, true));
        CellDraft usual = usual(byRow ? rows : columns);
        return new Grid(
                grid.id(),
                grid.title(),
                grid.view(),
                usual,
                byRow ? plain(grid.columns(), usual) : typed(grid.columns(), columns),
                byRow ? typed(grid.rows(), rows) : plain(grid.rows(), usual),
                grid.closed(),
                grid.left(),
                grid.beside(),
                grid.note());
    }

    /** A grid holds figures. */
    private static CellDraft figure(CellDraft cell) {
        return cell.number() ? cell : CellDraft.COUNT;
    }

    /** With the group where only that states a unit. */
    private static String words(DraftLabel label) {
        String group = label.group();
        boolean ofGroup = group != null && Kinds.unit(group) != null && Kinds.unit(label.words()) == null;
        return ofGroup ? label.words() + group : label.words();
    }

    private List<Spot> cells(Grid grid, DraftLabel label, boolean row) {
        List<Spot> cells = new ArrayList<>();
        for (DraftLabel other : row ? grid.columns() : grid.rows()) {
            int r = row ? label.place().row() : other.place().row();
            int c = row ? other.place().column() : label.place().column();
            if (!grid.closed().contains(new Cross(r, c))) {
                cells.add(view.at(r, c));
            }
        }
        return cells;
    }

    /** Whether shares and other figures stand in one row, or in one column. */
    private boolean mixed(Grid grid, boolean row) {
        List<DraftLabel> labels = row ? grid.rows() : grid.columns();
        return labels.stream().anyMatch(label -> {
            List<Spot> figures =
                    cells(grid, label, row).stream().filter(Spot::figure).toList();
            long shares = figures.stream()
                    .filter(cell -> cell.shape() == Shape.PERCENT)
                    .count();
            return shares > 0 && shares < figures.size();
        });
    }

    private static long distinct(List<CellDraft> cells) {
        return cells.stream()
                .map(cell -> cell.kind() + " " + cell.unit())
                .distinct()
                .count();
    }

    private static CellDraft usual(List<CellDraft> cells) {
        Map<String, Long> counts = cells.stream()
                .collect(Collectors.groupingBy(cell -> cell.kind() + " " + cell.unit(), Collectors.counting()));
        CellDraft best = cells.get(0);
        for (CellDraft cell : cells) {
            long most = counts.getOrDefault(best.kind() + " " + best.unit(), 0L);
            best = counts.getOrDefault(cell.kind() + " " + cell.unit(), 0L) > most ? cell : best;
        }
        return best;
    }

    private static List<DraftLabel> typed(List<DraftLabel> labels, List<CellDraft> cells) {
        List<DraftLabel> typed = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            typed.add(labels.get(i).holding(cells.get(i)));
        }
        return typed;
    }

    private static List<DraftLabel> plain(List<DraftLabel> labels, CellDraft usual) {
        return labels.stream().map(label -> label.holding(usual)).toList();
    }
}
