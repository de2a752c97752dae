package org.jibao.summary.page;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jibao.definition.PrintedForm;
import org.jibao.definition.PrintedForm.Cell;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.summary.PrintedSheet;
import org.jibao.summary.ShownTable;
import org.jibao.workbook.Display;
import org.jspecify.annotations.Nullable;

/** Printed forms filled in, each copy to be opened. */
final class PrintedPart {
    /** Forms of more units are read in the workbook, where each has its page. */
    static final int MOST_COPIES = 20;

    private final PageContext context;
    private final PageMarkup page;

    PrintedPart(PageContext context) {
        this.context = context;
        page = context.page();
    }

    void add(Sheet sheet) {
        ShownTable table = context.content().table(sheet.blocks().get(0));
        if (table.rows().isEmpty()) {
            page.line("p", table.empty(), "class", "empty");
            return;
        }
        List<PrintedForm> forms =
                sheet.blocks().stream().skip(1).map(context.content()::printed).toList();
        int shown = 0;
        Map<String, Map<String, @Nullable Object>> copies = PrintedSheet.copies(table);
        for (Entry<String, Map<String, @Nullable Object>> copy : copies.entrySet()) {
            if (shown == MOST_COPIES || page.bytes() > PageTable.MOST_BYTES) {
                break;
            }
            page.open("details").line("summary", copy.getKey());
            forms.forEach(form -> form(form, copy.getKey(), copy.getValue()));
            page.close("details");
            shown++;
        }
        if (shown < copies.size()) {
            int left = copies.size() - shown;
            page.line("p", context.word("printed.left", PageTable.thousands(left)), "class", "note");
        }
    }

    private void form(PrintedForm form, String copy, Map<String, @Nullable Object> figures) {
        PrintedForm.Drawing drawing = form.in(context.speech().language());
        String title = context.speech().say(form.title());
        String caption = copy + " · " + title;
        page.open("div", "class", "box", "role", "region", "tabindex", "0", "aria-label", context.name(caption));
        page.open("table", "class", "printed").line("caption", caption).open("tbody");
        for (int row = 0; row < drawing.rows(); row++) {
            page.open("tr");
            for (Cell cell : drawing.cells()) {
                if (cell.row() == row) {
                    cell(cell, figures);
                }
            }
            page.close("tr");
        }
        page.close("tbody").close("table").close("div");
    }

    private void cell(Cell cell, Map<String, @Nullable Object> figures) {
        String down = Integer.toString(cell.down());
        String across = Integer.toString(cell.across());
        if (cell.place() != null) {
            String shown = figures.get(cell.place()) instanceof Number number
                    ? Display.text(Format.COUNT, number)
                    : Display.MISSING;
            page.line("td", shown, "rowspan", down, "colspan", across);
        } else if (cell.text().isEmpty()) {
            page.line("td", "", "rowspan", down, "colspan", across);
        } else {
            String scope = cell.across() == 1 && cell.column() + cell.across() < 3 && cell.row() > 0 ? "row" : "col";
            page.line("th", cell.text(), "scope", scope, "rowspan", down, "colspan", across);
        }
    }
}
