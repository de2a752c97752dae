package org.jibao.slip;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.jibao.finding.Severity;

/** The looks of the list. In colours that every kind of workbook has, added behind those that the unit's file uses. */
final class ListStyles {

    private static final String TYPEFACE = "微软雅黑";

    private final Workbook workbook;
    private final CellStyle title;
    private final CellStyle strong;
    private final CellStyle lead;
    private final CellStyle plain;
    private final CellStyle quiet;
    private final CellStyle header;
    private final CellStyle error;
    private final CellStyle warning;
    private final CellStyle note;
    private final CellStyle link;

    ListStyles(Workbook workbook) {
        this.workbook = workbook;
        Font body = font(10, false, IndexedColors.BLACK);
        this.title = text(font(16, true, IndexedColors.BLACK));
        this.strong = text(font(11, true, IndexedColors.BLACK));
        this.lead = text(font(11, true, IndexedColors.DARK_RED));
        this.plain = text(body);
        this.quiet = text(font(10, false, IndexedColors.GREY_50_PERCENT));
        this.header = boxed(font(10, true, IndexedColors.BLACK), IndexedColors.GREY_25_PERCENT);
        this.error = boxed(body, IndexedColors.WHITE);
        this.warning = boxed(body, IndexedColors.WHITE);
        this.note = boxed(font(10, false, IndexedColors.GREY_50_PERCENT), IndexedColors.WHITE);
        Font linked = font(10, false, IndexedColors.BLUE);
        linked.setUnderline(Font.U_SINGLE);
        this.link = boxed(linked, IndexedColors.WHITE);
    }

    private Font font(int points, boolean bold, IndexedColors colour) {
        Font font = workbook.createFont();
        font.setFontName(TYPEFACE);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setColor(colour.index);
        return font;
    }

    private CellStyle text(Font font) {
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private CellStyle boxed(Font font, IndexedColors ground) {
        CellStyle style = text(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setFillForegroundColor(ground.index);
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setTopBorderColor(IndexedColors.GREY_25_PERCENT.index);
        style.setBottomBorderColor(IndexedColors.GREY_25_PERCENT.index);
        style.setLeftBorderColor(IndexedColors.GREY_25_PERCENT.index);
        style.setRightBorderColor(IndexedColors.GREY_25_PERCENT.index);
        return style;
    }

    CellStyle of(SlipFinding finding) {
        if (!finding.isFault()) {
            return note;
        }
        return finding.severity() == Severity.ERROR ? error : warning;
    }

    CellStyle title() {
        return title;
    }

    CellStyle strong() {
        return strong;
    }

    CellStyle lead() {
        return lead;
    }

    CellStyle plain() {
        return plain;
    }

    CellStyle quiet() {
        return quiet;
    }

    CellStyle header() {
        return header;
    }

    CellStyle link() {
        return link;
    }
}
