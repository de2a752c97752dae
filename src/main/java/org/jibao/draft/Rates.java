package org.jibao.draft;

import java.util.ArrayList;
import java.util.List;
import org.jibao.draft.Checks.Signed;
import org.jibao.draft.DraftForm.Grid;
import org.jibao.draft.FormulaText.Meaning;
import org.jibao.draft.FormulaText.Term;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** Turns the quotients that grids compute into rates. */
final class Rates {

    private static final Wording WORDS = Wording.of(Rates.class);

    private final Checks checks;
    private final List<Grid> grids;
    private final List<Remark> remarks;

    /** A quotient that a form computes, of cells in the row or column of the formula. */
    record Rate(Grid grid, DraftLabel label, boolean isColumn, List<String> dividend, List<String> divisor) {}

    Rates(List<DraftForm> forms, Checks checks, List<Remark> remarks) {
        this.checks = checks;
        this.grids = forms.stream()
                .filter(Grid.class::isInstance)
                .map(Grid.class::cast)
                .toList();
        this.remarks = remarks;
    }

    /** What the forms compute by dividing. */
    List<Rate> all() {
        List<Rate> rates = new ArrayList<>();
        for (Grid grid : grids) {
            for (DraftLabel label : grid.left()) {
                boolean isColumn =
                        label.place().row() < grid.rows().get(0).place().row();
                Rate rate = rate(grid, label, isColumn);
                if (rate == null) {
                    remarks.add(Remark.look(
                            WORDS.text("formula.rate", label.words()),
                            grid.view().name(),
                            label.place().address()));
                } else {
                    rates.add(rate);
                }
            }
        }
        return rates;
    }

    private @Nullable Rate rate(Grid grid, DraftLabel label, boolean isColumn) {
        Rate found = null;
        for (DraftLabel other : isColumn ? grid.rows() : grid.columns()) {
            int row = isColumn ? other.place().row() : label.place().row();
            int column = isColumn ? label.place().column() : other.place().column();
            Spot spot = grid.view().at(row, column);
            Meaning meaning = spot.formula() == null
                    ? null
                    : FormulaText.read(spot.formula()).orElse(null);
            if (meaning == null) {
                continue;
            }
            List<String> dividend = line(grid, other, isColumn, meaning.sum());
            List<String> divisor = line(grid, other, isColumn, meaning.divisor());
            Rate own = new Rate(grid, label, isColumn, dividend, divisor);
            if (dividend.isEmpty() || divisor.isEmpty() || found != null && !found.equals(own)) {
                return null;
            }
            found = own;
        }
        return found;
    }

    /** The columns, or rows, that are added up in one row or column; empty where one lies elsewhere. */
    private List<String> line(Grid grid, DraftLabel in, boolean isColumn, List<Term> terms) {
        List<Signed> cells = checks.resolved(terms, grid.view());
        boolean all = cells.stream()
                .allMatch(term -> term.cell().grid() == grid
                        && (isColumn ? term.cell().row() : term.cell().column()) == in);
        return all ? Checks.names(cells, cell -> (isColumn ? cell.column() : cell.row()).id()) : List.of();
    }
}
