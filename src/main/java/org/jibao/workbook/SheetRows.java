package org.jibao.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet as XML, one after the other: a sheet of any length takes the memory of a row. */
final class SheetRows {

    /** Beyond so many digits a number is written as the binary one that Excel makes of it. */
    private static final int EXACT_DIGITS = 15;

    private final XmlBytes xml;
    private final Styles styles;
    private final SharedTexts texts;
    private final List<Column> columns = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private double lastPoints = -1;
    private String height = "";
    private int row;

    SheetRows(XmlBytes xml, Styles styles, SharedTexts texts) {
        this.xml = xml;
        this.styles = styles;
        this.texts = texts;
    }

    /** The letters of a column, and the look and the text that its last cell had: the next one's are often the same. */
    private static final class Column {
        private final String letters;
        private @Nullable Look look;
        private int style;
        private int guarded;
        private @Nullable String text;
        private int shared;

        Column(String letters) {
            this.letters = letters;
        }
    }

    /**
     * A cell that leads elsewhere.
     *
     * @param cell as {@code A1}
     * @param within a place in the workbook, or null
     * @param file a relative address, or null
     */
    record Link(
            String cell, @Nullable String within, @Nullable String file) {}

    /** The links of the rows so far. */
    List<Link> links() {
        return links;
    }

    void add(SheetRow planned) throws IOException {
        row++;
        if (planned.points() != lastPoints) {
            lastPoints = planned.points();
            height = "\" ht=\"" + (float) lastPoints + "\" customHeight=\"1\">";
        }
        xml.ascii("<row r=\"").number(row).ascii(height);
        List<SheetCell> cells = planned.cells();
        for (int i = 0; i < cells.size(); i++) {
            cell(column(i), cells.get(i));
        }
        xml.ascii("</row>");
    }

    private Column column(int index) {
        if (index == columns.size()) {
            columns.add(new Column(CellReference.convertNumToColString(index)));
        }
        return columns.get(index);
    }

    private void cell(Column column, SheetCell cell) throws IOException {
        Object value = cell.value();
        xml.ascii("<c r=\"").ascii(column.letters).number(row).ascii("\" s=\"").number(style(column, cell));
        if (value instanceof String text) {
            int shared = shared(column, text);
            if (shared >= 0) {
                xml.ascii("\" t=\"s\"><v>").number(shared).ascii("</v></c>");
            } else {
                xml.ascii("\" t=\"inlineStr\"><is>").textElement(text).ascii("</is></c>");
            }
        } else if (value instanceof BigDecimal number) {
            xml.ascii("\"><v>").ascii(digits(number)).ascii("</v></c>");
        } else {
            xml.ascii("\"/>");
        }
        if (cell.link() != null || cell.file() != null) {
            link(column.letters + row, cell);
        }
    }

    private int shared(Column column, String text) {
        if (text != column.text) {
            column.text = text;
            column.shared = texts.number(text);
        }
        return column.shared;
    }

    private int style(Column column, SheetCell cell) {
        if (cell.look() != column.look) {
            column.look = cell.look();
            column.style = styles.of(cell.look(), false).getIndex();
            column.guarded = -1;
        }
        if (!isFormulaLike(cell.value())) {
            return column.style;
        }
        if (column.guarded < 0) {
            column.guarded = styles.of(cell.look(), true).getIndex();
        }
        return column.guarded;
    }

    /** Whether Excel would take a text for a formula once it is edited. */
    private static boolean isFormulaLike(@Nullable Object value) {
        return value instanceof String text && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    static String digits(BigDecimal number) {
        boolean exact = number.precision() <= EXACT_DIGITS && Math.abs(number.scale()) <= EXACT_DIGITS;
        if (!exact) {
            return Double.toString(number.doubleValue());
        }
        return (number.scale() > 0 ? number.stripTrailingZeros() : number).toPlainString();
    }

    private void link(String at, SheetCell cell) {
        String within = cell.link() == null ? null : "'" + cell.link().replace("'", "''") + "'!A1";
        links.add(new Link(at, within, cell.file() == null ? null : relativeAddress(cell.file())));
    }

    /** A path as a relative URI: what is not ASCII, and what has a meaning there, is escaped. */
    private static String relativeAddress(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no relative path: " + path, e);
        }
    }
}
