package org.jibao.workbook;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One cell.
 *
 * @param value a String or a BigDecimal, or null for an empty cell that still has a look
 * @param link name of the sheet it leads to, or null
 * @param file path of the file it leads to, relative to the workbook and with forward slashes, or null
 */
public record SheetCell(
        @Nullable Object value,
        Look look,
        @Nullable String link,
        @Nullable String file) {

    public SheetCell {
        if (value != null && !(value instanceof String) && !(value instanceof BigDecimal)) {
            throw new IllegalArgumentException("a cell holds text or a number, not " + value.getClass());
        }
    }

    public static SheetCell text(String text, Look look) {
        return new SheetCell(text, look, null, null);
    }

    public static SheetCell number(BigDecimal number, Look look) {
        return new SheetCell(number, look, null, null);
    }

    public static SheetCell blank(Look look) {
        return new SheetCell(null, look, null, null);
    }

    public static SheetCell link(String text, Look look, String sheet) {
        return new SheetCell(text, look, sheet, null);
    }

    public static SheetCell file(String text, Look look, String path) {
        return new SheetCell(text, look, null, path);
    }
}
