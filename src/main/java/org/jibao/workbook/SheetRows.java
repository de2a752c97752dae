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

    private static final byte[] ROW = XmlBytes.of("<row r=\"");
    private static final byte[] ROW_END = XmlBytes.of("</row>");
    private static final byte[] SHARED = XmlBytes.of("\" t=\"s\"><v>");
    private static final byte[] INLINE = XmlBytes.of("\" t=\"inlineStr\"><is>");
    private static final byte[] INLINE_END = XmlBytes.of("</is></c>");
    private static final byte[] VALUE = XmlBytes.of("\"><v>");
    private static final byte[] VALUE_END = XmlBytes.of("</v></c>");
    private static final byte[] EMPTY = XmlBytes.of("\"/>");

    /** Numbers of so many digits are integers of Java. */
    private static final int SHORT_DIGITS = 9;

    private final XmlBytes xml;
    private final Styles styles;
    private final SharedTexts texts;
    private final List<Column> columns = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private double lastPoints = -1;
    private byte[] height = {};
    private int row;
    private byte[] rowDigits = {};

    SheetRows(XmlBytes xml, Styles styles, SharedTexts texts) {
        this.xml = xml;
        this.styles = styles;
        this.texts = texts;
    }

    /** The letters of a column, and the look and the text that its last cell had: the next one's are often the same. */
    private static final class Column {
        private final String letters;
        private final byte[] begin;
        private @Nullable Look look;
        private byte[] style = {};
        private byte @Nullable [] guarded;
        private @Nullable String text;
        private int shared;

        Column(String letters) {
            this.letters = letters;
            this.begin = XmlBytes.of("<c r=\"" + letters);
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
            height = XmlBytes.of("\" ht=\"" + (float) lastPoints + "\" customHeight=\"1\">");
        }
        rowDigits = XmlBytes.of(Integer.toString(row));
        xml.bytes(ROW).bytes(rowDigits).bytes(height);
        List<SheetCell> cells = planned.cells();
        for (int i = 0; i < cells.size(); i++) {
            cell(column(i), cells.get(i));
        }
        xml.bytes(ROW_END);
    }

    private Column column(int index) {
        if (index == columns.size()) {
            columns.add(new Column(CellReference.convertNumToColString(index)));
        }
        return columns.get(index);
    }

    private void cell(Column column, SheetCell cell) throws IOException {
        Object value = cell.value();
        xml.bytes(column.begin).bytes(rowDigits).bytes(style(column, cell));
        if (value instanceof String text) {
            int shared = shared(column, text);
            if (shared >= 0) {
                xml.bytes(SHARED).number(shared).bytes(VALUE_END);
            } else {
                xml.bytes(INLINE).textElement(text).bytes(INLINE_END);
            }
        } else if (value instanceof BigDecimal number) {
            xml.bytes(VALUE);
            number(number);
            xml.bytes(VALUE_END);
        } else {
            xml.bytes(EMPTY);
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

    private byte[] style(Column column, SheetCell cell) {
        if (cell.look() != column.look) {
            column.look = cell.look();
            column.style = style(cell.look(), false);
            column.guarded = null;
        }
        if (!isFormulaLike(cell.value())) {
            return column.style;
        }
        byte[] guarded = column.guarded;
        if (guarded == null) {
            guarded = style(cell.look(), true);
            column.guarded = guarded;
        }
        return guarded;
    }

    private byte[] style(Look look, boolean guarded) {
        return XmlBytes.of("\" s=\"" + styles.of(look, guarded).getIndex());
    }

    /** Whether Excel would take a text for a formula once it is edited. */
    private static boolean isFormulaLike(@Nullable Object value) {
        return value instanceof String text && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    private void number(BigDecimal number) throws IOException {
        if (number.scale() == 0 && number.signum() >= 0 && number.precision() <= SHORT_DIGITS) {
            xml.number(number.intValue());
        } else {
            xml.ascii(digits(number));
        }
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
