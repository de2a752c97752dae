package org.jibao.summary.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.summary.ShownTable;
import org.jibao.workbook.Display;
import org.jspecify.annotations.Nullable;

/** Tables of the page: a caption, a header, and a name at the head of each row; wide ones in a box of their own that scrolls. */
final class PageTable {
    /** Of a table with more columns a phone shows a part. */
    private static final int NARROW = 3;

    /** A table with more rows is scrolled in its box, its header in sight. */
    private static final int SHORT = 15;

    /** Characters that stay on one line, and characters from which a text needs the width of a phone. */
    private static final int ONE_LINE = 16;

    private static final int LONG_TEXT = 32;

    /** Fewer rows are in sight all at once: no one needs to sort them. */
    private static final int WORTH_SORTING = 5;

    /** A row more is one that is not read on a screen. */
    static final int MOST_ROWS = 1_000;

    /** A page that is larger takes a phone's browser too long; from then on tables tell their number of rows only. */
    static final long MOST_BYTES = 8L << 20;

    private final PageContext context;
    private final PageMarkup page;

    PageTable(PageContext context) {
        this.context = context;
        page = context.page();
    }

    void add(ShownTable table) {
        if (table.columns().isEmpty()) {
            return;
        }
        Integer number = context.content().notes().get(table.id());
        String mark =
                number == null || table.note() == null ? "" : context.speech().word("table.note", number);
        if (table.rows().isEmpty()) {
            page.line("h3", table.title() + (mark.isEmpty() ? "" : " " + mark));
            page.line("p", table.empty(), "class", "empty");
        } else {
            boxed(table, mark);
        }
        if (table.note() != null) {
            page.line("p", (mark + " " + table.note()).strip(), "class", "note");
        }
    }

    private void boxed(ShownTable table, String mark) {
        boolean boxed = table.columns().size() > NARROW || table.rows().size() > SHORT;
        if (boxed) {
            String name = context.name(table.title());
            page.open("div", "class", "box", "role", "region", "tabindex", "0", "aria-label", name);
        }
        int shown = 0;
        page.open("table", "class", table.rows().size() < WORTH_SORTING ? "plain" : "sorted");
        page.line("caption", table.title() + (mark.isEmpty() ? "" : " " + mark));
        header(table);
        List<String> kinds = kinds(table);
        page.open("tbody");
        for (List<@Nullable Object> row : table.rows()) {
            if (shown == MOST_ROWS || page.bytes() > MOST_BYTES) {
                break;
            }
            row(table, row, kinds);
            shown++;
        }
        page.close("tbody").close("table");
        if (boxed) {
            page.close("div");
        }
        int left = table.rows().size() - shown;
        if (left > 0) {
            page.line("p", context.word("table.left", thousands(left)), "class", "note");
        }
    }

    private void header(ShownTable table) {
        page.open("thead").open("tr");
        for (ShownTable.Column column : table.columns()) {
            if (Display.isNumeric(column.format())) {
                page.line("th", column.label(), "scope", "col");
            } else {
                page.line("th", column.label(), "scope", "col", "class", "w");
            }
        }
        page.close("tr").close("thead");
    }

    /** The class of each column's cells: empty for numbers, else by the longest text. */
    private List<String> kinds(ShownTable table) {
        List<String> kinds = new ArrayList<>();
        for (ShownTable.Column column : table.columns()) {
            int longest = Display.isNumeric(column.format())
                    ? -1
                    : table.rows().stream()
                            .mapToInt(row -> text(row, column).length())
                            .max()
                            .orElse(0);
            kinds.add(longest < 0 ? "" : longest <= ONE_LINE ? "s" : longest < LONG_TEXT ? "w" : "l");
        }
        return kinds;
    }

    private String text(List<@Nullable Object> row, ShownTable.Column column) {
        return context.content().cells().text(row.get(column.index()), column);
    }

    private void row(ShownTable table, List<@Nullable Object> values, List<String> kinds) {
        int head = head(table);
        if (table.isEmphasized(values)) {
            page.open("tr", "class", "sum");
        } else {
            page.open("tr");
        }
        for (int i = 0; i < table.columns().size(); i++) {
            String text = text(values, table.columns().get(i));
            if (i == head) {
                page.line("th", text, "scope", "row");
            } else if (kinds.get(i).isEmpty()) {
                page.line("td", text);
            } else {
                page.line("td", text, "class", kinds.get(i));
            }
        }
        page.close("tr");
    }

    /** The column that names the rows: the first of texts. */
    private static int head(ShownTable table) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).format() == Format.TEXT) {
                return i;
            }
        }
        return 0;
    }

    /** A table of two columns that says what each term means. */
    void terms(String title, String term, String meaning, List<List<String>> lines) {
        page.open("table", "class", "terms").line("caption", title);
        page.open("thead").open("tr");
        page.line("th", term, "scope", "col", "class", "w").line("th", meaning, "scope", "col", "class", "w");
        page.close("tr").close("thead").open("tbody");
        for (List<String> line : lines) {
            page.open("tr").line("th", line.get(0), "scope", "row").line("td", line.get(1), "class", "w");
            page.close("tr");
        }
        page.close("tbody").close("table");
    }

    static String thousands(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
