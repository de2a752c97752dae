package org.jibao.summary;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jibao.workbook.Display;
import org.jibao.workbook.Palette;
import org.jspecify.annotations.Nullable;

/** A short table as part of a letter. */
final class LetterTable {
    private static final String CELL = "padding:5px 8px;font-size:13px;border-bottom:1px solid %s;text-align:%s";

    private final Context context;
    private final Html html;
    private final StringBuilder text;

    LetterTable(Context context, Html html, StringBuilder text) {
        this.context = context;
        this.html = html;
        this.text = text;
    }

    void add(ShownTable table) {
        html.open("div", "", "padding:12px 20px 0");
        html.line("div", "font-size:15px;font-weight:bold;padding-bottom:6px", table.title());
        html.open("table", "width=\"100%\" cellpadding=\"0\" cellspacing=\"0\"", "width:100%;border-collapse:collapse");
        row("th", table, table.columns().stream().map(ShownTable.Column::label).toList());
        table.rows().forEach(values -> row("td", table, shown(table, values)));
        html.close("table");
        if (table.rows().isEmpty()) {
            html.line("div", "font-size:13px;padding:6px 8px", table.empty());
        }
        html.close("div");
        text.append(table.title()).append('\n').append(plain(table)).append('\n');
    }

    private void row(String element, ShownTable table, List<String> values) {
        html.open("tr", "", element.equals("th") ? "background:" + Html.colour(Palette.HEADER) : "");
        for (int i = 0; i < values.size(); i++) {
            boolean number = Display.isNumeric(table.columns().get(i).format());
            html.line(element, CELL.formatted(Html.colour(Palette.GRID), number ? "right" : "left"), values.get(i));
        }
        html.close("tr");
    }

    private List<String> shown(ShownTable table, List<@Nullable Object> values) {
        return table.columns().stream()
                .map(column -> {
                    Object value = values.get(column.index());
                    return value instanceof LocalDate day
                            ? day.toString()
                            : context.cells().shown(value, column.format());
                })
                .toList();
    }

    private String plain(ShownTable table) {
        return table.rows().isEmpty()
                ? table.empty() + "\n"
                : table.rows().stream()
                        .map(values -> String.join("  ", shown(table, values)) + "\n")
                        .collect(Collectors.joining());
    }
}
