package org.jibao.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jibao.definition.PrintedForm.Cell;
import org.jibao.definition.PrintedForm.Drawing;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.workbook.Display;
import org.jibao.workbook.Look;
import org.jibao.workbook.Palette;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetRow;
import org.jspecify.annotations.Nullable;

/** One printed form as rows: every cell in its frame, so that it can be pasted into a report as it stands. */
final class PrintedRows {
    private static final Look FRAMED =
            Look.BODY.aligned(Look.Align.CENTER).wrapping().ruled(Look.Rule.FRAME);

    /** Little, so that a form of some fifty rows fits on one page. */
    private static final double PADDING = 1.5;

    private final Context context;
    private final Drawing drawing;
    private final List<Integer> widths;

    PrintedRows(Context context, Drawing drawing, List<Integer> widths) {
        this.context = context;
        this.drawing = drawing;
        this.widths = widths;
    }

    /** @param figures by place; one that is drawn and not among them is a mistake of the job's */
    void addTo(SheetBuilder draft, Map<String, @Nullable Object> figures) {
        List<List<SheetCell>> rows = new ArrayList<>();
        int[] lines = new int[drawing.rows()];
        Arrays.fill(lines, 1);
        for (int row = 0; row < drawing.rows(); row++) {
            rows.add(new ArrayList<>(Collections.nCopies(drawing.columns(), SheetCell.blank(FRAMED))));
        }
        for (Cell cell : drawing.cells()) {
            rows.get(cell.row()).set(cell.column(), filled(cell, figures));
            if (cell.down() == 1) {
                lines[cell.row()] = Math.max(lines[cell.row()], lines(cell));
            }
        }
        int first = draft.nextRow();
        for (int row = 0; row < drawing.rows(); row++) {
            draft.add(new SheetRow(lines[row] * TableRows.LINE_POINTS + PADDING, rows.get(row)));
        }
        for (Cell cell : drawing.cells()) {
            draft.merge(
                    first + cell.row(),
                    first + cell.row() + cell.down() - 1,
                    cell.column(),
                    cell.column() + cell.across() - 1);
        }
    }

    private int lines(Cell cell) {
        int width = Widths.sum(widths.subList(cell.column(), cell.column() + cell.across()));
        return cell.place() != null ? 1 : context.shape().lines(cell.text(), width + 12);
    }

    private SheetCell filled(Cell cell, Map<String, @Nullable Object> figures) {
        if (cell.place() == null) {
            return SheetCell.text(cell.text(), FRAMED);
        }
        if (!figures.containsKey(cell.place())) {
            throw new IllegalArgumentException(
                    "summary.yaml draws {" + cell.place() + "}, which the table of the printed sheet does not give");
        }
        Object value = figures.get(cell.place());
        if (!(value instanceof Number number)) {
            return SheetCell.text(Display.MISSING, FRAMED.coloured(Palette.QUIET));
        }
        BigDecimal exact = Display.exact(number);
        boolean whole = exact.stripTrailingZeros().scale() <= 0;
        return whole
                ? SheetCell.number(exact, FRAMED.patterned("0"))
                : SheetCell.number(Display.cellValue(Format.AMOUNT, exact), FRAMED.patterned("0.00"));
    }
}
