package org.jibao.sample;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** The styles of one workbook. */
final class Looks {

    private final Workbook workbook;
    private final Map<SampleCell.Look, CellStyle> styles = new EnumMap<>(SampleCell.Look.class);

    Looks(Workbook workbook) {
        this.workbook = workbook;
        Font title = font(workbook, 16, true);
        Font strong = font(workbook, 10, true);
        Font plain = font(workbook, 10, false);
        styles.put(SampleCell.Look.TITLE, style(workbook, title, HorizontalAlignment.CENTER, false));
        styles.put(SampleCell.Look.SMALL, style(workbook, plain, HorizontalAlignment.LEFT, false));
        styles.put(SampleCell.Look.HEADER, style(workbook, strong, HorizontalAlignment.CENTER, true));
        styles.put(SampleCell.Look.LABEL, style(workbook, plain, HorizontalAlignment.LEFT, true));
        styles.put(SampleCell.Look.NUMBER, style(workbook, plain, HorizontalAlignment.RIGHT, true));
        styles.put(SampleCell.Look.TEXT, style(workbook, plain, HorizontalAlignment.LEFT, true));
        styles.put(SampleCell.Look.NOTE, style(workbook, plain, HorizontalAlignment.LEFT, false));
        CellStyle day = style(workbook, plain, HorizontalAlignment.CENTER, true);
        day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        styles.put(SampleCell.Look.DAY, day);
    }

    CellStyle of(SampleCell.Look look) {
        if (look == SampleCell.Look.PERCENT && !styles.containsKey(look)) {
            styles.put(look, percent());
        }
        return Objects.requireNonNull(styles.get(look), look.name());
    }

    /** Made when it is asked for, so that other workbooks stay as they are. */
    private CellStyle percent() {
        CellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(of(SampleCell.Look.NUMBER));
        style.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
        return style;
    }

    private static Font font(Workbook workbook, int points, boolean bold) {
        Font font = workbook.createFont();
        font.setFontName("宋体");
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        return font;
    }

    private static CellStyle style(Workbook workbook, Font font, HorizontalAlignment alignment, boolean framed) {
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(framed);
        BorderStyle border = framed ? BorderStyle.THIN : BorderStyle.NONE;
        style.setBorderTop(border);
        style.setBorderBottom(border);
        style.setBorderLeft(border);
        style.setBorderRight(border);
        return style;
    }
}
