package org.jibao.template;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.finding.Language;
import org.jibao.workbook.Palette;
import org.jspecify.annotations.Nullable;

/** Tones as styles of one workbook, each made once, in the order of their first use. */
final class TemplateStyles {

    static final double BODY = 10;
    static final double LARGE = 16;

    /** Present wherever Chinese Excel and WPS are; others fall back to their own Chinese typeface. */
    private static final String TYPEFACE = "微软雅黑";

    /** Of forms in English; present in every Excel. */
    private static final String LATIN_TYPEFACE = "Arial";

    private static final String GENERAL = "General";

    private final XSSFWorkbook workbook;
    private final String typeface;
    private final Map<Key, XSSFCellStyle> styles = new HashMap<>();
    private final Map<FontKey, XSSFFont> fonts = new HashMap<>();

    private record Key(Tone tone, String pattern) {}

    private record FontKey(double points, boolean bold, int colour) {}

    TemplateStyles(XSSFWorkbook workbook, Language language) {
        this.workbook = workbook;
        this.typeface = language == Language.ZH ? TYPEFACE : LATIN_TYPEFACE;
    }

    XSSFCellStyle of(Tone tone) {
        return of(tone, GENERAL);
    }

    /** @param pattern Excel's number format */
    XSSFCellStyle of(Tone tone, String pattern) {
        return styles.computeIfAbsent(new Key(tone, pattern), this::create);
    }

    private XSSFCellStyle create(Key key) {
        Tone tone = key.tone();
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(font(tone), this::font));
        style.setAlignment(across(tone));
        boolean top = tone == Tone.WORDS || tone == Tone.TERM;
        style.setVerticalAlignment(top ? VerticalAlignment.TOP : VerticalAlignment.CENTER);
        style.setWrapText(tone != Tone.OPEN && tone != Tone.TOTAL && tone != Tone.TITLE && tone != Tone.MEASURE);
        style.setDataFormat(workbook.createDataFormat().getFormat(key.pattern()));
        style.setIndention((short) (tone.framed() && tone != Tone.HEADER ? 1 : 0));
        style.setLocked(!tone.open());
        Integer fill = fill(tone);
        if (fill != null) {
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setFillForegroundColor(colour(fill));
        }
        if (tone.framed()) {
            frame(style);
        }
        return style;
    }

    private static FontKey font(Tone tone) {
        return switch (tone) {
            case TITLE -> new FontKey(LARGE, true, Palette.INK);
            case SECTION -> new FontKey(BODY + 2, true, Palette.BLUE);
            case HEADER, TOTAL, TERM -> new FontKey(BODY, true, Palette.INK);
            case CAPTION, MEASURE, NOTE -> new FontKey(BODY - 1, false, Palette.QUIET);
            default -> new FontKey(BODY, false, Palette.INK);
        };
    }

    private static HorizontalAlignment across(Tone tone) {
        return switch (tone) {
            case HEADER -> HorizontalAlignment.CENTER;
            case MEASURE, OPEN, TOTAL -> HorizontalAlignment.RIGHT;
            default -> HorizontalAlignment.LEFT;
        };
    }

    private static @Nullable Integer fill(Tone tone) {
        return switch (tone) {
            case HEADER, TERM -> Palette.HEADER;
            case LABEL -> Palette.PANEL;
            case TOTAL, FIXED -> Palette.GRID;
            case OPEN, OPEN_TEXT -> Palette.OPEN;
            default -> null;
        };
    }

    private static void frame(XSSFCellStyle style) {
        XSSFColor line = colour(Palette.MUTED);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setTopBorderColor(line);
        style.setBottomBorderColor(line);
        style.setLeftBorderColor(line);
        style.setRightBorderColor(line);
    }

    private XSSFFont font(FontKey key) {
        XSSFFont font = workbook.createFont();
        font.setFontName(typeface);
        font.setFontHeight(key.points());
        font.setBold(key.bold());
        font.setColor(colour(key.colour()));
        return font;
    }

    private static XSSFColor colour(int rgb) {
        return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb});
    }

    /** What a cell is for, which decides its look and whether it is open. */
    enum Tone {
        TITLE,
        CAPTION,
        MEASURE,
        HEADER,
        LABEL,
        NOTE,
        /** Filled in already, and not the unit's to change. */
        FIXED,
        /** Computed, and not the unit's to change. */
        TOTAL,
        /** The unit's to fill in. */
        OPEN,
        /** The unit's to fill in, a long text. */
        OPEN_TEXT,
        /** Beside what the unit is to fill in; nobody reads it. */
        SPARE,
        SECTION,
        TERM,
        WORDS;

        boolean open() {
            return this == OPEN || this == OPEN_TEXT || this == SPARE;
        }

        boolean framed() {
            return switch (this) {
                case HEADER, LABEL, FIXED, TOTAL, OPEN, OPEN_TEXT, TERM, WORDS -> true;
                default -> false;
            };
        }
    }
}
