package org.jibao.workbook;

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

/** Looks as styles of one workbook, each made once. */
final class Styles {
    /** Present wherever Chinese Excel and WPS are; others fall back to their own Chinese typeface. */
    private static final String TYPEFACE = "微软雅黑";

    /** The same typeface by its English name, which is what a workbook in English calls it. */
    private static final String LATIN_NAME = "Microsoft YaHei";

    private final XSSFWorkbook workbook;
    private final String typeface;
    private final Map<Key, XSSFCellStyle> styles = new HashMap<>();
    private final Map<FontKey, XSSFFont> fonts = new HashMap<>();

    private record Key(Look look, boolean guarded) {}

    private record FontKey(double points, boolean bold, int colour) {}

    /** @param language of the workbook, as {@code zh-CN} */
    Styles(XSSFWorkbook workbook, String language) {
        this.workbook = workbook;
        this.typeface = typeface(language);
    }

    /** @param language of the workbook, as {@code zh-CN} */
    static String typeface(String language) {
        return language.startsWith("zh") ? TYPEFACE : LATIN_NAME;
    }

    /** The style of a look; guarded for text that Excel would otherwise take for a formula once it is edited. */
    XSSFCellStyle of(Look look, boolean guarded) {
        return styles.computeIfAbsent(new Key(look, guarded), this::create);
    }

    private XSSFCellStyle create(Key key) {
        Look look = key.look();
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(new FontKey(look.points(), look.bold(), look.colour()), this::font));
        style.setAlignment(HorizontalAlignment.valueOf(look.align().name()));
        style.setVerticalAlignment(vertical(look.upright()));
        style.setIndention((short) look.indent());
        style.setWrapText(look.wrapped());
        style.setDataFormat(workbook.createDataFormat().getFormat(look.pattern()));
        if (look.fill() != null) {
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setFillForegroundColor(colour(look.fill()));
        }
        if (look.rule() == Look.Rule.FRAME) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        } else if (look.rule() != Look.Rule.NONE) {
            boolean strong = look.rule() == Look.Rule.STRONG;
            style.setBorderBottom(strong ? BorderStyle.MEDIUM : BorderStyle.THIN);
            style.setBottomBorderColor(colour(strong ? Palette.BLUE : Palette.GRID));
        }
        style.setQuotePrefixed(key.guarded());
        return style;
    }

    private XSSFFont font(FontKey key) {
        XSSFFont font = workbook.createFont();
        font.setFontName(typeface);
        font.setFontHeight(key.points());
        font.setBold(key.bold());
        font.setColor(colour(key.colour()));
        return font;
    }

    private static VerticalAlignment vertical(Look.Upright upright) {
        return switch (upright) {
            case TOP -> VerticalAlignment.TOP;
            case MIDDLE -> VerticalAlignment.CENTER;
            case BOTTOM -> VerticalAlignment.BOTTOM;
        };
    }

    private static XSSFColor colour(int rgb) {
        return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb});
    }
}
