package org.jibao.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.draft.DraftForm.Cover;
import org.jibao.draft.DraftForm.Cross;
import org.jibao.draft.DraftForm.Grid;
import org.jibao.draft.DraftForm.Register;
import org.jibao.draft.DraftSheet.Mark;
import org.jibao.draft.DraftSheet.SheetCell;
import org.jibao.draft.DraftSheet.SheetRow;
import org.jibao.guard.PersonalNumbers;

/** Lays what was recognised over the sheets that it was recognised on. */
final class SheetMarks {

    /** A notice below a table may be a page long. */
    private static final int LONGEST_TEXT = 200;

    private final SheetView view;
    private final Map<Cross, Marked> marks = new HashMap<>();

    private SheetMarks(SheetView view) {
        this.view = view;
    }

    private record Marked(Mark mark, String form) {}

    /** Sheets that people see, in their order. */
    static List<DraftSheet> of(List<SheetView> sheets, List<DraftForm> forms) {
        List<DraftSheet> shown = new ArrayList<>();
        for (SheetView view : sheets) {
            if (!view.hidden() && view.rows() > 0) {
                SheetMarks marks = new SheetMarks(view);
                List<DraftForm> here =
                        forms.stream().filter(form -> form.view() == view).toList();
                here.forEach(form -> marks.form(form, here));
                shown.add(marks.sheet());
            }
        }
        return shown;
    }

    private void form(DraftForm form, List<DraftForm> all) {
        if (form instanceof Grid grid) {
            grid(grid);
        } else if (form instanceof Register register) {
            register(register, all);
        } else {
            labels(((Cover) form).fields(), Mark.COVER_FIELD, form.id());
        }
    }

    private void grid(Grid grid) {
        for (DraftLabel row : grid.rows()) {
            for (DraftLabel column : grid.columns()) {
                Spot cell = view.at(row.place().row(), column.place().column());
                Mark mark = cell.formula() != null
                        ? Mark.COMPUTED
                        : grid.closed().contains(new Cross(cell.row(), cell.column())) ? Mark.CLOSED : Mark.ENTRY;
                mark(cell.row(), cell.column(), mark, grid.id());
            }
        }
        labels(grid.rows(), Mark.ROW_LABEL, grid.id());
        if (!grid.beside()) {
            labels(grid.columns(), Mark.COLUMN_LABEL, grid.id());
        }
    }

    /** Entries stand below the header, down to the next form or the end of the sheet. */
    private void register(Register register, List<DraftForm> all) {
        int end = all.stream()
                .mapToInt(DraftForm::top)
                .filter(top -> top > register.bottom())
                .min()
                .orElse(view.rows());
        List<Integer> skipped = register.skips().stream().map(Spot::row).toList();
        for (int row = register.bottom() + 1; row < Math.min(end, DraftSheet.MOST_ROWS); row++) {
            for (DraftLabel field : register.fields()) {
                if (!skipped.contains(row)) {
                    mark(row, field.place().column(), Mark.ENTRY, register.id());
                }
            }
        }
        labels(register.fields(), Mark.REGISTER_COLUMN, register.id());
    }

    private void labels(List<DraftLabel> labels, Mark mark, String form) {
        labels.forEach(label -> mark(label.place().row(), label.place().column(), mark, form));
    }

    private void mark(int row, int column, Mark mark, String form) {
        marks.put(new Cross(row, column), new Marked(mark, form));
    }

    private DraftSheet sheet() {
        int rows = Math.min(view.rows(), DraftSheet.MOST_ROWS);
        int columns = Math.min(view.columns(), DraftSheet.MOST_COLUMNS);
        List<SheetRow> shown = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<SheetCell> cells = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                if (!view.covered(row, column)) {
                    cells.add(cell(row, column, rows, columns));
                }
            }
            shown.add(new SheetRow(row + 1, cells));
        }
        return new DraftSheet(view.name(), shown, columns, rows < view.rows() || columns < view.columns());
    }

    private SheetCell cell(int row, int column, int rows, int columns) {
        Spot spot = view.at(row, column);
        Marked marked = marks.getOrDefault(new Cross(row, column), new Marked(Mark.NONE, ""));
        return new SheetCell(
                spot.address(),
                text(spot, marked.mark()),
                Math.max(1, Math.min(view.right(row, column), columns - 1) - column + 1),
                Math.max(1, Math.min(view.bottom(row, column), rows - 1) - row + 1),
                marked.mark(),
                marked.form());
    }

    private static String text(Spot spot, Mark mark) {
        if (mark == Mark.ENTRY || mark == Mark.COMPUTED || mark == Mark.CLOSED || spot.formula() != null) {
            return "";
        }
        String stored = spot.text();
        boolean whole = spot.holds() == Spot.Holds.NUMBER && stored.endsWith(".0");
        String text = PersonalNumbers.masked(whole ? stored.substring(0, stored.length() - 2) : stored);
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, text.offsetByCodePoints(0, 100)) + "…";
    }
}
