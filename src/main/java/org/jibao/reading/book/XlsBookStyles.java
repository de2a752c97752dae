package org.jibao.reading.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.jibao.reading.book.BookStyles.BookFont;
import org.jibao.reading.book.SourceBook.Alignment;
import org.jibao.reading.book.SourceBook.Edge;
import org.jibao.reading.book.SourceBook.Font;
import org.jibao.reading.book.SourceBook.Style;
import org.jspecify.annotations.Nullable;

/** How cells of an {@code .xls} look. */
final class XlsBookStyles {

    /** Colour numbers from here on mean the usual one. */
    private static final int AUTOMATIC = 64;

    private final HSSFWorkbook workbook;
    private final Map<Integer, String> formats = new HashMap<>();

    XlsBookStyles(HSSFWorkbook workbook) {
        this.workbook = workbook;
        for (FormatRecord format : workbook.getInternalWorkbook().getFormats()) {
            formats.put(format.getIndexCode(), format.getFormatString());
        }
    }

    List<Style> styles() {
        List<Style> styles = new ArrayList<>();
        for (int number = 0; number < workbook.getNumCellStyles(); number++) {
            styles.add(style(workbook.getCellStyleAt(number)));
        }
        return styles;
    }

    private Style style(HSSFCellStyle style) {
        int number = Short.toUnsignedInt(style.getDataFormat());
        boolean solid = style.getFillPattern() == FillPatternType.SOLID_FOREGROUND;
        return new Style(
                formats.get(number),
                number,
                font(style.getFontIndex()),
                solid ? colour(style.getFillForegroundColor()) : null,
                List.of(
                        edge(style.getBorderLeft(), style.getLeftBorderColor()),
                        edge(style.getBorderRight(), style.getRightBorderColor()),
                        edge(style.getBorderTop(), style.getTopBorderColor()),
                        edge(style.getBorderBottom(), style.getBottomBorderColor())),
                new Alignment(
                        style.getAlignment().name().toLowerCase(Locale.ROOT),
                        style.getVerticalAlignment().name().toLowerCase(Locale.ROOT),
                        style.getWrapText(),
                        style.getShrinkToFit(),
                        style.getIndention(),
                        style.getRotation() & 0xFF),
                style.getLocked());
    }

    private Edge edge(BorderStyle kind, short colour) {
        return new Edge(kind.name(), colour(colour));
    }

    /** The usual one where there is none of that number. */
    Font font(int number) {
        HSSFFont font;
        try {
            font = workbook.getFontAt(number);
        } catch (RuntimeException noSuchFont) {
            return BookFont.USUAL;
        }
        int place = font.getTypeOffset();
        return new Font(
                BookFont.name(font.getFontName()),
                Math.max(1, font.getFontHeight() / 20.0),
                font.getBold(),
                font.getItalic(),
                font.getUnderline() != 0,
                font.getStrikeout(),
                place == org.apache.poi.ss.usermodel.Font.SS_SUPER
                        ? 1
                        : place == org.apache.poi.ss.usermodel.Font.SS_SUB ? -1 : 0,
                colour(font.getColor()));
    }

    private @Nullable Integer colour(short number) {
        HSSFColor colour = number >= AUTOMATIC || number < 0
                ? null
                : workbook.getCustomPalette().getColor(number);
        if (colour == null) {
            return null;
        }
        short[] parts = colour.getTriplet();
        return (parts[0] << 16) | (parts[1] << 8) | parts[2];
    }
}
