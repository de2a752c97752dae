package org.jibao.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.workbook.Display;
import org.jibao.workbook.TextWidth;
import org.jspecify.annotations.Nullable;

/** How wide the columns of a table must be: numbers never cut, long text wrapped. */
final class TableShape {
    static final double BODY = 10;
    private static final int PADDING = 24;
    private static final int WIDEST_TEXT = 320;
    private static final int NARROWEST = 64;
    private static final int WRAPPED = 170;
    private static final int SHORT_HEADER = 90;
    private static final int HEADER_LINES = 2;

    private final TextWidth measure;
    private final Cells cells;

    TableShape(TextWidth measure, Cells cells) {
        this.measure = measure;
        this.cells = cells;
    }

    /** Widths in pixels, one a column. */
    List<Integer> widths(ShownTable table) {
        List<Content> contents = contents(table);
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            widths.add(width(table.columns().get(i), contents.get(i).pixels()));
        }
        return widths;
    }

    /** The least widths with which nothing is cut: numbers and words whole, texts wrapped. */
    List<Integer> least(ShownTable table) {
        List<Integer> widths = widths(table);
        for (int i = 0; i < widths.size(); i++) {
            ShownTable.Column column = table.columns().get(i);
            if (column.format() == Format.TEXT) {
                double word = measure.widestWord(column.label(), BODY) + PADDING;
                widths.set(i, (int) Math.min(widths.get(i), Math.max(word, WRAPPED)));
            }
        }
        return widths;
    }

    private int width(ShownTable.Column column, double content) {
        double header = header(column.label());
        if (column.format() == Format.TEXT) {
            double asked = column.width() > 0 ? column.width() * 7.0 : Math.min(content, WIDEST_TEXT);
            return (int) Math.ceil(Math.max(NARROWEST, Math.max(asked, Math.min(header, WIDEST_TEXT)) + PADDING));
        }
        double asked = Math.max(column.width() * 7.0, Math.max(content, header));
        return (int) Math.ceil(Math.max(Display.isNumeric(column.format()) ? 72 : NARROWEST, asked + PADDING));
    }

    /** The contents of all columns, in one passage through the rows: a long table is not in memory. */
    private List<Content> contents(ShownTable table) {
        List<Content> contents = new ArrayList<>();
        table.columns().forEach(column -> contents.add(new Content(column)));
        for (List<@Nullable Object> row : table.rows()) {
            for (Content content : contents) {
                content.add(row.get(content.column.index()));
            }
        }
        return contents;
    }

    /**
     * What the values of one column need. Of numbers the smallest and the largest do: as digits are of one width, no other is wider.
     */
    private final class Content {
        private final ShownTable.Column column;
        private final boolean numeric;
        private @Nullable Object last;
        private double widest;
        private @Nullable BigDecimal least;
        private @Nullable BigDecimal most;

        Content(ShownTable.Column column) {
            this.column = column;
            numeric = Display.isNumeric(column.format());
        }

        void add(@Nullable Object value) {
            if (numeric && value instanceof Number number) {
                BigDecimal exact = Display.exact(number);
                least = least == null ? exact : least.min(exact);
                most = most == null ? exact : most.max(exact);
            } else if (value != last) {
                // Rows that follow each other often have the same text.
                last = value;
                widest = Math.max(widest, pixels(value));
            }
        }

        double pixels() {
            return numeric ? Math.max(widest, Math.max(pixels(least), pixels(most))) : widest;
        }

        private double pixels(@Nullable Object value) {
            return measure.pixels(cells.shown(value, column), BODY);
        }
    }

    /** A short label stands on one line, a long one on two. */
    private double header(String label) {
        double whole = measure.pixels(label, BODY);
        return whole <= SHORT_HEADER ? whole : Math.max(measure.widestWord(label, BODY), whole / HEADER_LINES + 10);
    }

    /** Lines that a text takes in a column. */
    int lines(String text, int width) {
        return measure.lines(text, BODY, width - PADDING);
    }
}
