package org.jibao.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.draft.Columns.Column;
import org.jibao.draft.Columns.Role;
import org.jibao.draft.DraftForm.Cross;
import org.jibao.draft.DraftForm.Grid;
import org.jibao.draft.Tables.Table;
import org.jibao.finding.Wording;
import org.jibao.reading.workbook.LabelText;
import org.jspecify.annotations.Nullable;

/** Makes a grid of a table: its columns, its rows with their groups, and the cells that take nothing. */
final class GridDraft {

    private static final Wording WORDS = Wording.of(GridDraft.class);

    private final SheetView view;
    private final Heads heads;
    private final Titles titles;
    private final List<Remark> remarks;
    private final Set<Cross> closed = new HashSet<>();
    private final List<Spot> nameless = new ArrayList<>();

    GridDraft(SheetView view, Heads heads, Titles titles, List<Remark> remarks) {
        this.view = view;
        this.heads = heads;
        this.titles = titles;
        this.remarks = remarks;
    }

    @Nullable
    Grid of(Table table, Columns columns) {
        List<Column> values = columns.all(Role.VALUE);
        List<DraftLabel> rows = rows(table, columns, values);
        List<DraftLabel> across = new ArrayList<>();
        List<DraftLabel> left = new ArrayList<>();
        for (Column column : values) {
            if (LabelText.of(column.words()).full().isEmpty()) {
                continue;
            }
            DraftLabel label = column(column);
            (computed(rows.stream()
                                    .map(row -> view.at(row.place().row(), column.index()))
                                    .toList())
                            ? left
                            : across)
                    .add(label);
        }
        List<DraftLabel> down = new ArrayList<>();
        for (DraftLabel row : rows) {
            List<Spot> cells = across.stream()
                    .map(column -> view.at(row.place().row(), column.place().column()))
                    .toList();
            (computed(cells) ? left : down).add(row);
        }
        if (across.isEmpty() || down.isEmpty()) {
            return null;
        }
        keepTwins(across, left);
        columns.all(Role.REMARKS)
                .forEach(column -> remarks.add(Remark.look(
                        WORDS.text("grid.remarks", column.words()),
                        view.name(),
                        column.path().get(0).address())));
        if (!nameless.isEmpty()) {
            remarks.add(Remark.look(
                    WORDS.text("grid.row-without-label", nameless.size()),
                    view.name(),
                    nameless.get(0).address()));
        }
        String title =
                titles.of(table.head().top(), table.head().left(), table.head().right());
        Grid grid = new Grid(
                "", title, view, CellDraft.COUNT, across, down, Set.copyOf(closed(across, down)), left, false, null);
        return new CellKinds(view, titles.units(table.head().top()), measures(table, columns)).of(grid);
    }

    /**
     * Of two columns whose labels read alike, such as {@code Upheld} and {@code Upheld %}, the form has both or
     * none.
     */
    private static void keepTwins(List<DraftLabel> across, List<DraftLabel> left) {
        for (DraftLabel computed : left) {
            String words = LabelText.of(computed.words()).full();
            if (across.stream()
                    .anyMatch(other -> LabelText.of(other.words()).full().equals(words))) {
                across.add(computed);
            }
        }
        across.sort(java.util.Comparator.comparingInt(label -> label.place().column()));
    }

    /** Quotients that the form computes itself. */
    private static boolean computed(List<Spot> cells) {
        List<Spot> formulas = cells.stream()
                .filter(cell -> !cell.blank() && !Columns.isNever(cell))
                .toList();
        return !formulas.isEmpty()
                && formulas.stream().allMatch(cell -> cell.formula() != null && FormulaText.isQuotient(cell.formula()));
    }

    private DraftLabel column(Column column) {
        List<Spot> path = column.path();
        Spot own = path.get(path.size() - 1);
        List<String> groups =
                path.subList(0, path.size() - 1).stream().map(Spot::shown).toList();
        Spot place = new Spot(
                own.row(),
                column.index(),
                own.holds(),
                own.text(),
                null,
                own.shape(),
                own.edged(),
                own.locked(),
                own.fill());
        return DraftLabel.of(place, own.shown(), groups, CellDraft.COUNT);
    }

    private List<DraftLabel> rows(Table table, Columns columns, List<Column> values) {
        List<DraftLabel> rows = new ArrayList<>();
        Map<Integer, String> held = new HashMap<>();
        String section = null;
        Integer fill = usualFill(table, values);
        for (int row : table.content()) {
            Spot label = null;
            List<String> groups = new ArrayList<>();
            for (Column column : columns.all(Role.LABEL)) {
                Spot spot = view.origin(row, column.index());
                if (spot.label() && spot.row() == row) {
                    if (label != null && !label.equals(spot)) {
                        groups.add(label.shown());
                    }
                    label = spot;
                    held.keySet().removeIf(other -> other > column.index());
                    held.put(column.index(), spot.shown());
                } else if (held.containsKey(column.index()) && label == null) {
                    groups.add(held.get(column.index()));
                }
            }
            if (label == null || LabelText.of(label.shown()).full().isEmpty()) {
                unlabelled(row, values);
                continue;
            }
            List<Spot> cells =
                    values.stream().map(column -> view.at(row, column.index())).toList();
            if (isHeading(label, cells, fill, columns)) {
                section = label.shown();
                continue;
            }
            if (section != null && groups.isEmpty()) {
                groups.add(section);
            }
            closed(cells, fill);
            rows.add(DraftLabel.of(label, label.shown(), groups, CellDraft.COUNT));
        }
        return rows;
    }

    private void unlabelled(int row, List<Column> values) {
        values.stream()
                .map(column -> view.at(row, column.index()))
                .filter(cell -> cell.figure() || cell.edged() && view.isProtected() && !cell.locked())
                .findFirst()
                .ifPresent(nameless::add);
    }

    /** Neither a cell to fill in nor one that is computed: merged into the label, or closed all along. */
    private boolean isHeading(Spot label, List<Spot> cells, @Nullable Integer fill, Columns columns) {
        boolean merged = cells.stream().allMatch(cell -> label.equals(view.origin(cell.row(), cell.column())));
        boolean colon =
                label.text().strip().endsWith("：") || label.text().strip().endsWith(":");
        boolean empty = cells.stream().allMatch(Spot::blank);
        if (empty && !Vocabulary.TOTAL.ends(label.text()) && isUncoded(label.row(), columns)) {
            return true;
        }
        return merged || empty && (colon || cells.stream().allMatch(cell -> isClosed(cell, fill)));
    }

    /** Without the code or the unit of measure that most rows have. */
    private boolean isUncoded(int row, Columns columns) {
        List<Column> codes = new ArrayList<>(columns.all(Role.MEASURE));
        columns.all(Role.SERIAL).stream()
                .filter(column -> !Vocabulary.RUNNING.is(column.words()))
                .forEach(codes::add);
        return !codes.isEmpty()
                && codes.stream()
                        .allMatch(column -> view.origin(row, column.index()).blank());
    }

    private boolean isClosed(Spot cell, @Nullable Integer fill) {
        if (Columns.isNever(cell)) {
            return true;
        }
        boolean locked = view.isProtected() && cell.locked() && view.letsIn();
        boolean grey = fill != null && cell.blank() && !fill.equals(cell.fill() == null ? -1 : cell.fill());
        return cell.blank() && (locked || grey);
    }

    private void closed(List<Spot> cells, @Nullable Integer fill) {
        boolean never = cells.stream().anyMatch(cell -> !isClosed(cell, fill));
        cells.stream()
                .filter(cell -> never && isClosed(cell, fill))
                .forEach(cell -> closed.add(new Cross(cell.row(), cell.column())));
    }

    private Set<Cross> closed(List<DraftLabel> across, List<DraftLabel> down) {
        Set<Cross> kept = new HashSet<>();
        for (DraftLabel row : down) {
            for (DraftLabel column : across) {
                Cross cross = new Cross(row.place().row(), column.place().column());
                if (closed.contains(cross)) {
                    kept.add(cross);
                }
            }
        }
        return kept;
    }

    /**
     * The colour of most blank cells, where they have colours and not all the same: another one closes a cell.
     * Null where none does.
     */
    private @Nullable Integer usualFill(Table table, List<Column> values) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int row : table.content()) {
            for (Column column : values) {
                Spot cell = view.at(row, column.index());
                if (cell.blank()) {
                    counts.merge(cell.fill() == null ? -1 : cell.fill(), 1, Integer::sum);
                }
            }
        }
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return counts.entrySet().stream()
                .filter(entry -> counts.size() > 1 && entry.getValue() * 2 > all)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The unit that stands beside each row, by its row. */
    private Map<Integer, String> measures(Table table, Columns columns) {
        Map<Integer, String> measures = new HashMap<>();
        for (Column column : columns.all(Role.MEASURE)) {
            for (int row : table.content()) {
                String unit = Kinds.known(view.origin(row, column.index()).shown());
                if (unit != null) {
                    measures.put(row, unit);
                }
            }
        }
        return measures;
    }
}
