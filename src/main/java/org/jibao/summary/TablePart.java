package org.jibao.summary;

import java.util.ArrayList;
import java.util.List;
import org.jibao.workbook.Block;
import org.jibao.workbook.Look;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetRow;
import org.jibao.workbook.TextWidth;
import org.jspecify.annotations.Nullable;

/** Puts a table on a sheet: title, note, header, rows and what the dashes mean. */
final class TablePart {
    private static final double NOTE_POINTS = 9;
    private static final double NOTE_LINE = 14;
    private static final int NARROWEST_NOTE = 620;
    /** What a sheet's own title takes of its first page. */
    private static final double HEAD_OF_SHEET = 75;
    /** Rows of a long table without which its header would stand alone at the foot of a page. */
    private static final double BEGINNING = 150;

    private final Context context;
    private final SheetBuilder draft;
    private final TableRows rows;
    private final List<PlacedTable> placed = new ArrayList<>();

    /** A table and the row of its header. */
    record PlacedTable(ShownTable table, int header) {}

    TablePart(Context context, SheetBuilder draft) {
        this.context = context;
        this.draft = draft;
        rows = new TableRows(context.shape(), context.cells());
    }

    /** @return the row of the header */
    int add(ShownTable table) {
        Integer number = context.notes().get(table.id());
        String mark = number == null ? "" : " " + context.speech().word("table.note", number);
        draft.keepTogether(height(table));
        draft.add(SheetRow.of(21, SheetCell.text(table.title() + mark, Titles.TABLE)));
        String explained = explanation(table, mark);
        if (!explained.isEmpty()) {
            note(table, explained);
        }
        SheetRow headerRow = rows.header(table, draft.widths());
        int header = draft.add(headerRow);
        for (List<@Nullable Object> row : table.rows()) {
            draft.addBelow(headerRow, rows.row(table, row, draft.widths()));
        }
        if (table.rows().isEmpty()) {
            draft.add(rows.empty(table, draft.widths()));
        }
        draft.table(
                table.id(),
                new Block(header, draft.nextRow() - 1, 0, table.columns().size() - 1));
        placed.add(new PlacedTable(table, header));
        return header;
    }

    /** The tables so far. */
    List<PlacedTable> placed() {
        return placed;
    }

    /** The table's note, and what its dashes mean where it has any. */
    private String explanation(ShownTable table, String mark) {
        List<String> parts = new ArrayList<>();
        if (table.note() != null) {
            parts.add((mark + " " + table.note()).strip());
        }
        if (table.hasMissing()) {
            parts.add(context.speech().word("table.missing"));
        }
        int all = table.columns().size();
        if (draft.printedColumns() < all) {
            parts.add(context.speech().word("table.printed-columns", draft.printedColumns(), all));
        }
        return String.join("  ", parts);
    }

    /** A small text under the title, as wide as the table or as a line is read comfortably. */
    private void note(ShownTable table, String text) {
        int tableWidth = draft.widths().subList(0, table.columns().size()).stream()
                .mapToInt(Integer::intValue)
                .sum();
        int last = draft.columnAt(Math.max(tableWidth, Math.min(NARROWEST_NOTE, draft.width())));
        int width = draft.widths().subList(0, last + 1).stream()
                .mapToInt(Integer::intValue)
                .sum();
        TextWidth measure = context.measure();
        int lines = measure.lines(text, NOTE_POINTS, width - 10);
        Look look = Titles.QUIET.wrapping();
        draft.across(SheetCell.text(text, look), lines * NOTE_LINE + 4, last);
    }

    /** The whole table where it fits on a page of its own, else enough of it to be worth beginning on this one. */
    double height(ShownTable table) {
        double head = 30 + (table.note() == null ? 0 : 30) + 50;
        double body = 0;
        for (List<@Nullable Object> row : table.rows()) {
            body += rows.row(table, row, draft.widths()).points() * SheetBuilder.PIXELS_PER_POINT;
            if (head + body > draft.pageHeight() - HEAD_OF_SHEET) {
                return head + BEGINNING;
            }
        }
        return head + body;
    }
}
