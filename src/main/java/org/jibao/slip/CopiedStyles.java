package org.jibao.slip;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellBorder.BorderSide;
import org.jibao.reading.book.SourceBook.Alignment;
import org.jibao.reading.book.SourceBook.Edge;
import org.jibao.reading.book.SourceBook.Font;
import org.jibao.reading.book.SourceBook.Style;
import org.jspecify.annotations.Nullable;

/** Makes styles and fonts of our own that look like those of a file, each when it is first used. */
final class CopiedStyles {

    private static final int LONGEST_FORMAT = 255;

    /** Format numbers below are Excel's own. */
    private static final int FIRST_OWN = 164;

    private static final int DEEPEST_INDENT = 250;
    private static final int UPRIGHT = 255;
    private static final int STEEPEST = 180;
    private static final List<BorderSide> SIDES =
            List.of(BorderSide.LEFT, BorderSide.RIGHT, BorderSide.TOP, BorderSide.BOTTOM);

    private final XSSFWorkbook workbook;
    private final List<Style> styles;
    private final Map<Key, XSSFCellStyle> made = new HashMap<>();
    private final Map<Font, XSSFFont> fonts = new HashMap<>();

    /** @param quoted whether what stands in the cell is a text, whatever it begins with */
    private record Key(Style style, boolean quoted) {}

    CopiedStyles(XSSFWorkbook workbook, List<Style> styles) {
        this.workbook = workbook;
        this.styles = styles;
    }

    /** Null where there is none of that number. */
    @Nullable
    XSSFCellStyle of(int number, boolean quoted) {
        return number < 0 || number >= styles.size()
                ? null
                : made.computeIfAbsent(new Key(styles.get(number), quoted), this::made);
    }

    private XSSFCellStyle made(Key key) {
        Style look = key.style();
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(format(look));
        style.setFont(font(look.font()));
        if (look.fill() != null) {
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setFillForegroundColor(colour(look.fill()));
        }
        for (int side = 0; side < SIDES.size(); side++) {
            border(style, SIDES.get(side), look.edges().get(side));
        }
        align(style, look.alignment());
        style.setLocked(look.locked());
        style.setQuotePrefixed(key.quoted());
        return style;
    }

    private int format(Style look) {
        String code = look.format();
        boolean usable = code != null
                && !code.isEmpty()
                && code.length() <= LONGEST_FORMAT
                && code.chars().noneMatch(Character::isISOControl);
        if (usable) {
            return workbook.createDataFormat().getFormat(code);
        }
        return code == null && look.builtIn() > 0 && look.builtIn() < FIRST_OWN ? look.builtIn() : 0;
    }

    XSSFFont font(Font look) {
        return fonts.computeIfAbsent(look, this::made);
    }

    private XSSFFont made(Font look) {
        XSSFFont font = workbook.createFont();
        font.setFontName(look.name());
        font.setFontHeight(look.points());
        font.setBold(look.bold());
        font.setItalic(look.italic());
        font.setUnderline(look.underlined() ? XSSFFont.U_SINGLE : XSSFFont.U_NONE);
        font.setStrikeout(look.struckOut());
        if (look.raised() != 0) {
            font.setTypeOffset(look.raised() > 0 ? XSSFFont.SS_SUPER : XSSFFont.SS_SUB);
        }
        if (look.colour() != null) {
            font.setColor(colour(look.colour()));
        }
        return font;
    }

    private static void border(XSSFCellStyle style, BorderSide side, Edge edge) {
        BorderStyle kind = kind(edge.kind());
        switch (side) {
            case LEFT -> style.setBorderLeft(kind);
            case RIGHT -> style.setBorderRight(kind);
            case TOP -> style.setBorderTop(kind);
            default -> style.setBorderBottom(kind);
        }
        if (edge.colour() != null && kind != BorderStyle.NONE) {
            style.setBorderColor(side, colour(edge.colour()));
        }
    }

    /** {@code mediumDashed} and {@code MEDIUM_DASHED} are one. */
    private static BorderStyle kind(String word) {
        String plain = plain(word);
        for (BorderStyle kind : BorderStyle.values()) {
            if (plain(kind.name()).equals(plain)) {
                return kind;
            }
        }
        return BorderStyle.NONE;
    }

    private static String plain(String word) {
        return word.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static void align(XSSFCellStyle style, Alignment alignment) {
        for (HorizontalAlignment across : HorizontalAlignment.values()) {
            if (plain(across.name()).equals(plain(alignment.across()))) {
                style.setAlignment(across);
            }
        }
        for (VerticalAlignment down : VerticalAlignment.values()) {
            if (plain(down.name()).equals(plain(alignment.down()))) {
                style.setVerticalAlignment(down);
            }
        }
        style.setWrapText(alignment.wrapped());
        style.setShrinkToFit(alignment.shrunk());
        style.setIndention((short) Math.min(DEEPEST_INDENT, Math.max(0, alignment.indent())));
        int rotation = alignment.rotation();
        style.setRotation((short) (rotation == UPRIGHT || rotation > 0 && rotation <= STEEPEST ? rotation : 0));
    }

    private static XSSFColor colour(int rgb) {
        return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
    }
}
