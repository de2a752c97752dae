package org.jibao.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jibao.definition.PrintedForm;
import org.jibao.definition.PrintedForm.Cell;
import org.jibao.definition.PrintedForm.Drawing;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.workbook.Display;
import org.jibao.workbook.Look;
import org.jibao.workbook.Palette;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetPlan;
import org.jibao.workbook.SheetRow;
import org.jspecify.annotations.Nullable;

/** Printed forms filled in: a page for each copy, the forms on it under one another. */
public final class PrintedSheet {
    /** Wide enough for a number of seven digits. */
    private static final int COLUMN = 62;

    private final Context context;
    private final Sheet sheet;
    private final List<PrintedForm> forms;

    PrintedSheet(Context context, Sheet sheet) {
        this.context = context;
        this.sheet = sheet;
        forms = sheet.blocks().stream().skip(1).map(context::printed).toList();
    }

    SheetPlan plan() {
        int columns =
                forms.stream().mapToInt(form -> drawing(form).columns()).max().orElse(1);
        SheetBuilder draft = new SheetBuilder(context.sheetName(sheet), Collections.nCopies(columns, COLUMN), true);
        Titles.add(draft, context, sheet);
        ShownTable table = context.table(sheet.blocks().get(0));
        boolean first = true;
        for (Map.Entry<String, Map<String, @Nullable Object>> copy :
                copies(table).entrySet()) {
            if (!first) {
                draft.newPage();
            }
            first = false;
            add(draft, copy.getKey(), copy.getValue());
        }
        if (table.rows().isEmpty()) {
            draft.add(SheetRow.of(20, SheetCell.text(table.empty(), Titles.QUIET)));
        }
        return draft.plan(Optional.empty(), 0, 0, false);
    }

    /** What fills each copy by place, the copies in the order of the table. */
    public static Map<String, Map<String, @Nullable Object>> copies(ShownTable table) {
        Map<String, Map<String, @Nullable Object>> copies = new LinkedHashMap<>();
        int copy = table.columns().get(0).index();
        int place = table.columns().get(1).index();
        int value = table.columns().get(2).index();
        for (List<@Nullable Object> row : table.rows()) {
            copies.computeIfAbsent(String.valueOf(row.get(copy)), name -> new TreeMap<>())
                    .put(String.valueOf(row.get(place)), row.get(value));
        }
        return copies;
    }

    private void add(SheetBuilder draft, String name, Map<String, @Nullable Object> figures) {
        draft.across(SheetCell.text(name, Titles.TABLE), 21, draft.widths().size() - 1);
        for (PrintedForm form : forms) {
            String title = context.speech().say(form.title());
            draft.across(
                    SheetCell.text(title, Titles.TABLE.coloured(Palette.INK)),
                    21,
                    draft.widths().size() - 1);
            new PrintedRows(context, drawing(form), draft.widths()).addTo(draft, figures);
            draft.gap(8);
        }
    }

    private Drawing drawing(PrintedForm form) {
        return form.in(context.request().language());
    }

    /** One printed form as rows: every cell in its frame, so that it can be pasted into a report as it stands. */
    static final class PrintedRows {
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
                throw new IllegalArgumentException("summary.yaml draws {" + cell.place()
                        + "}, which the table of the printed sheet does not give");
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
}
