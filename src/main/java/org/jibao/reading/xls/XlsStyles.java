package org.jibao.reading.xls;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FontRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.jibao.reading.workbook.Cell.Mark;
import org.jibao.reading.workbook.CellStyle;
import org.jibao.reading.xlsx.RichText;
import org.jspecify.annotations.Nullable;

/** How cells of an {@code .xls} are shown. A format or font that the file lacks is taken as General and plain. */
final class XlsStyles {

    private final HSSFWorkbook workbook;
    private final Map<Integer, String> formats = new HashMap<>();
    private final Map<Integer, CellStyle> styles = new HashMap<>();

    XlsStyles(HSSFWorkbook workbook) {
        this.workbook = workbook;
        for (FormatRecord format : workbook.getInternalWorkbook().getFormats()) {
            formats.put(format.getIndexCode(), format.getFormatString());
        }
    }

    CellStyle of(HSSFCell cell) {
        int number;
        try {
            number = cell.getCellStyle().getIndex();
        } catch (RuntimeException noSuchStyle) {
            return CellStyle.PLAIN;
        }
        return styles.computeIfAbsent(number, this::style);
    }

    private CellStyle style(int number) {
        ExtendedFormatRecord format = workbook.getInternalWorkbook().getExFormatAt(number);
        int code = Short.toUnsignedInt(format.getFormatIndex());
        Mark mark = font(Short.toUnsignedInt(format.getFontIndex()));
        return new CellStyle(CellStyle.format(code, formats.get(code)), mark);
    }

    private @Nullable Mark font(int number) {
        FontRecord font;
        try {
            font = workbook.getInternalWorkbook().getFontRecordAt(number);
        } catch (RuntimeException noSuchFont) {
            return null;
        }
        int place = font.getSuperSubScript();
        return CellStyle.mark(
                font.isStruckout(),
                place == org.apache.poi.ss.usermodel.Font.SS_SUPER,
                place == org.apache.poi.ss.usermodel.Font.SS_SUB);
    }

    /** How the runs of a text are set; before the first one it is set like its cell. */
    byte look(HSSFRichTextString text) {
        RichText.Looks looks = new RichText.Looks();
        String characters = text.getString();
        int runs = text.numFormattingRuns();
        int begin = 0;
        for (int run = -1; run < runs; run++) {
            int end = run + 1 < runs ? text.getIndexOfFormattingRun(run + 1) : characters.length();
            int until = Math.min(Math.max(end, begin), characters.length());
            String part = characters.substring(begin, until);
            if (run < 0) {
                looks.likeCell(part);
            } else {
                looks.ofOwn(part, font(Short.toUnsignedInt(text.getFontOfFormattingRun(run))));
            }
            begin = until;
        }
        return looks.code();
    }
}
