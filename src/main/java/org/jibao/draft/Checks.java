package org.jibao.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.draft.DraftForm.Cross;
import org.jibao.draft.DraftForm.Grid;
import org.jibao.draft.FormulaText.Meaning;
import org.jibao.draft.FormulaText.Term;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** Turns the formulas of a workbook's grids into checks. */
final class Checks {

    private static final Wording WORDS = Wording.of(Checks.class);

    private final Map<String, Map<Cross, Cell>> cells = new HashMap<>();
    private final List<Grid> grids;
    private final List<Remark> remarks;

    /** One cell of a grid. */
    record Cell(Grid grid, DraftLabel row, DraftLabel column) {

        String name() {
            return grid.id() + "." + row.id() + "." + column.id();
        }
    }

    /** A cell with its sign. */
    record Signed(int sign, Cell cell) {}

    /**
     * A check.
     *
     * @param left the total: a row, a column or one cell
     * @param only the rows or columns for which it holds; empty for all
     * @param doubt why it may not hold, or null
     */
    record Check(
            Grid grid,
            Across across,
            String left,
            List<String> right,
            List<String> only,
            @Nullable Text doubt) {

        boolean sum() {
            return right.size() > 1 && right.stream().noneMatch(name -> name.startsWith("-"));
        }
    }

    /** What a check goes through. */
    enum Across {
        COLUMNS,
        ROWS,
        NOTHING
    }

    Checks(List<DraftForm> forms, List<Remark> remarks) {
        this.grids = forms.stream()
                .filter(Grid.class::isInstance)
                .map(Grid.class::cast)
                .toList();
        this.remarks = remarks;
        for (Grid grid : grids) {
            Map<Cross, Cell> own = cells.computeIfAbsent(grid.view().name(), unused -> new HashMap<>());
            for (DraftLabel row : grid.rows()) {
                for (DraftLabel column : grid.columns()) {
                    own.put(new Cross(row.place().row(), column.place().column()), new Cell(grid, row, column));
                }
            }
        }
    }

    List<Check> all() {
        List<Check> checks = new ArrayList<>();
        for (Grid grid : grids) {
            checks.addAll(of(grid));
        }
        return checks;
    }

    private List<Check> of(Grid grid) {
        Map<DraftLabel, Map<List<String>, List<Cell>>> byRow = new LinkedHashMap<>();
        Map<DraftLabel, Map<List<String>, List<Cell>>> byColumn = new LinkedHashMap<>();
        Map<Cell, List<Signed>> single = new LinkedHashMap<>();
        for (DraftLabel row : grid.rows()) {
            for (DraftLabel column : grid.columns()) {
                Cell cell = new Cell(grid, row, column);
                List<Signed> terms = terms(cell);
                if (terms.isEmpty()) {
                    continue;
                }
                boolean own = terms.stream().allMatch(term -> term.cell().grid() == grid);
                if (own && terms.stream().allMatch(term -> term.cell().column() == column)) {
                    note(byRow, row, names(terms, term -> term.row().id()), cell);
                } else if (own && terms.stream().allMatch(term -> term.cell().row() == row)) {
                    note(byColumn, column, names(terms, term -> term.column().id()), cell);
                } else {
                    single.put(cell, terms);
                }
            }
        }
        List<Check> checks = new ArrayList<>();
        byRow.forEach((row, ways) -> checks.add(most(grid, row, ways, Across.COLUMNS)));
        byColumn.forEach((column, ways) -> checks.add(most(grid, column, ways, Across.ROWS)));
        single.forEach((cell, terms) -> {
            if (byRow.containsKey(cell.row()) || byColumn.containsKey(cell.column())) {
                boolean row = byRow.containsKey(cell.row());
                differs(grid, row ? cell.row() : cell.column(), cell);
            } else {
                checks.add(new Check(grid, Across.NOTHING, cell.name(), names(terms, Cell::name), List.of(), null));
            }
        });
        return checks;
    }

    private void differs(Grid grid, DraftLabel total, Cell cell) {
        remarks.add(Remark.look(
                WORDS.text("formula.differs", total.words()),
                grid.view().name(),
                spot(cell).address()));
    }

    private static void note(
            Map<DraftLabel, Map<List<String>, List<Cell>>> all, DraftLabel total, List<String> names, Cell cell) {
        all.computeIfAbsent(total, unused -> new LinkedHashMap<>())
                .computeIfAbsent(names, unused -> new ArrayList<>())
                .add(cell);
    }

    static List<String> names(List<Signed> terms, java.util.function.Function<Cell, String> name) {
        return terms.stream()
                .map(term -> (term.sign() < 0 ? "-" : "") + name.apply(term.cell()))
                .toList();
    }

    /** The formula that most cells of a total have; the others are told of, for one of them is wrong. */
    private Check most(Grid grid, DraftLabel total, Map<List<String>, List<Cell>> ways, Across across) {
        List<String> best = List.of();
        for (Map.Entry<List<String>, List<Cell>> way : ways.entrySet()) {
            best = way.getValue().size() > ways.getOrDefault(best, List.of()).size() ? way.getKey() : best;
        }
        List<Cell> having = ways.getOrDefault(best, List.of());
        for (Map.Entry<List<String>, List<Cell>> way : ways.entrySet()) {
            if (!way.getKey().equals(best)) {
                differs(grid, total, way.getValue().get(0));
            }
        }
        boolean columns = across == Across.COLUMNS;
        Set<String> holding = new HashSet<>();
        having.forEach(cell -> holding.add((columns ? cell.column() : cell.row()).id()));
        List<DraftLabel> others = columns ? grid.columns() : grid.rows();
        List<String> only =
                others.stream().map(DraftLabel::id).filter(holding::contains).toList();
        long open = others.stream()
                .filter(other -> isOpen(grid, columns ? total : other, columns ? other : total))
                .count();
        boolean all = holding.size() >= open;
        return new Check(grid, across, total.id(), best, all ? List.of() : only, null);
    }

    /** Whether the cell is one of the form's, and is computed in no other direction. */
    private boolean isOpen(Grid grid, DraftLabel row, DraftLabel column) {
        Cell cell = new Cell(grid, row, column);
        Cross cross = new Cross(row.place().row(), column.place().column());
        List<Signed> terms = terms(cell);
        boolean otherWay = !terms.isEmpty()
                && (terms.stream().allMatch(term -> term.cell().row() == row)
                        || terms.stream().allMatch(term -> term.cell().column() == column));
        return !grid.closed().contains(cross) && !(otherWay && isOfTotal(grid, row, column));
    }

    /** A cell where a total row and a total column cross has one formula for both. */
    private boolean isOfTotal(Grid grid, DraftLabel row, DraftLabel column) {
        return grid.rows().stream().anyMatch(other -> other != row && sumsRow(grid, other, column))
                && grid.columns().stream().anyMatch(other -> other != column && sumsColumn(grid, row, other));
    }

    private boolean sumsRow(Grid grid, DraftLabel row, DraftLabel column) {
        List<Signed> terms = terms(new Cell(grid, row, column));
        return !terms.isEmpty() && terms.stream().allMatch(term -> term.cell().row() == row);
    }

    private boolean sumsColumn(Grid grid, DraftLabel row, DraftLabel column) {
        List<Signed> terms = terms(new Cell(grid, row, column));
        return !terms.isEmpty() && terms.stream().allMatch(term -> term.cell().column() == column);
    }

    private static Spot spot(Cell cell) {
        return cell.grid()
                .view()
                .at(cell.row().place().row(), cell.column().place().column());
    }

    /** The cells that a cell's formula adds up; empty where it has none that is understood. */
    private List<Signed> terms(Cell cell) {
        Spot spot = spot(cell);
        if (spot.formula() == null) {
            return List.of();
        }
        Meaning meaning = FormulaText.read(spot.formula()).orElse(null);
        if (meaning == null || !meaning.divisor().isEmpty()) {
            return List.of();
        }
        List<Signed> terms = resolved(meaning.sum(), cell.grid().view());
        return terms.stream().anyMatch(term -> term.cell().equals(cell)) ? List.of() : terms;
    }

    /** Says where a formula stands that became no check. */
    void reportOthers() {
        for (Grid grid : grids) {
            List<Spot> unused = new ArrayList<>();
            for (DraftLabel row : grid.rows()) {
                for (DraftLabel column : grid.columns()) {
                    Cell cell = new Cell(grid, row, column);
                    boolean rate =
                            grid.left().stream().anyMatch(label -> label.place().equals(column.place()));
                    if (!rate && spot(cell).formula() != null && terms(cell).isEmpty()) {
                        unused.add(spot(cell));
                    }
                }
            }
            if (!unused.isEmpty()) {
                remarks.add(Remark.look(
                        WORDS.text("formula.unused", unused.size()),
                        grid.view().name(),
                        unused.get(0).address()));
            }
        }
    }

    /** Empty where one of the cells is no cell of a grid; blanks and words within a range are passed over. */
    List<Signed> resolved(List<Term> terms, SheetView own) {
        List<Signed> found = new ArrayList<>();
        for (Term term : terms) {
            CellRange range = term.cells();
            String sheet = range.sheet().isEmpty() ? own.name() : range.sheet();
            Map<Cross, Cell> known = cells.getOrDefault(sheet, Map.of());
            int before = found.size();
            for (int row = range.top(); row <= Math.min(range.bottom(), range.top() + 500); row++) {
                for (int column = range.left(); column <= Math.min(range.right(), range.left() + 100); column++) {
                    Cell cell = known.get(new Cross(row, column));
                    if (cell != null && !cell.grid().closed().contains(new Cross(row, column))) {
                        found.add(new Signed(term.sign(), cell));
                    } else if (cell == null
                            && range.sheet().isEmpty()
                            && own.at(row, column).figure()) {
                        return List.of();
                    }
                }
            }
            if (found.size() == before) {
                return List.of();
            }
        }
        return found;
    }
}
