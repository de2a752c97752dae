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
        List<Integer> widths = new ArrayList<>();
        for (ShownTable.Column column : table.columns()) {
            widths.add(width(table, column));
        }
        return widths;
    }

    /** The least widths with which nothing is cut: numbers and words whole, texts wrapped. */
    List<Integer> least(ShownTable table) {
        List<Integer> widths = new ArrayList<>();
        for (ShownTable.Column column : table.columns()) {
            int width = width(table, column);
            double word = measure.widestWord(column.label(), BODY) + PADDING;
            widths.add(column.format() == Format.TEXT ? (int) Math.min(width, Math.max(word, WRAPPED)) : width);
        }
        return widths;
    }

    private int width(ShownTable table, ShownTable.Column column) {
        double content = 0;
        for (Object value : Display.isNumeric(column.format()) ? extremes(table, column) : values(table, column)) {
            content = Math.max(content, measure.pixels(cells.shown(value, column), BODY));
        }
        double header = header(column.label());
        if (column.format() == Format.TEXT) {
            double asked = column.width() > 0 ? column.width() * 7.0 : Math.min(content, WIDEST_TEXT);
            return (int) Math.ceil(Math.max(NARROWEST, Math.max(asked, Math.min(header, WIDEST_TEXT)) + PADDING));
        }
        double asked = Math.max(column.width() * 7.0, Math.max(content, header));
        return (int) Math.ceil(Math.max(Display.isNumeric(column.format()) ? 72 : NARROWEST, asked + PADDING));
    }

    private static List<@Nullable Object> values(ShownTable table, ShownTable.Column column) {
        List<@Nullable Object> values = new ArrayList<>(table.rows().size());
        table.rows().forEach(row -> values.add(row.get(column.index())));
        return values;
    }

    /** The smallest and the largest number: as digits are of one width, no other is wider. Words are all there. */
    private static List<@Nullable Object> extremes(ShownTable table, ShownTable.Column column) {
        List<@Nullable Object> extremes = new ArrayList<>();
        BigDecimal least = null;
        BigDecimal most = null;
        for (Object value : values(table, column)) {
            if (value instanceof Number number) {
                BigDecimal exact = Display.exact(number);
                least = least == null ? exact : least.min(exact);
                most = most == null ? exact : most.max(exact);
            } else if (value != null) {
                extremes.add(value);
            }
        }
        extremes.add(least);
        extremes.add(most);
        return extremes;
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
