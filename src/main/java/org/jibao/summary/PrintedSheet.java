package org.jibao.summary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jibao.definition.PrintedForm;
import org.jibao.definition.PrintedForm.Drawing;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.workbook.Palette;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetPlan;
import org.jibao.workbook.SheetRow;
import org.jspecify.annotations.Nullable;

/** Printed forms filled in: a page for each copy, the forms on it under one another. */
final class PrintedSheet {
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
    private static Map<String, Map<String, @Nullable Object>> copies(ShownTable table) {
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
}
