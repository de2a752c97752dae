package org.jibao.reading.workbook;

import java.util.EnumSet;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.jibao.reading.workbook.Cell.Kind;
import org.jibao.reading.workbook.Cell.Mark;
import org.jspecify.annotations.Nullable;

/** How the characters of a cell are set, as POI's user model says. */
final class PoiMarks {

    private static final Set<Kind> MARKED = EnumSet.of(Kind.TEXT, Kind.NUMBER, Kind.SHARE, Kind.DATE);

    private PoiMarks() {}

    /** Whether some characters are set as a mark says, or all plainly where it is null. */
    static boolean agree(Workbook workbook, Cell cell, @Nullable Mark mark, Kind kind) {
        if (!MARKED.contains(kind)) {
            return true;
        }
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        Font own = workbook.getFontAt(cell.getCellStyle().getFontIndex());
        if (cell.getCellType() == CellType.STRING) {
            RichTextString text = cell.getRichStringCellValue();
            for (int i = 0; i < text.length(); i++) {
                add(marks, font(workbook, text, i, own));
            }
        } else {
            add(marks, own);
        }
        return mark == null ? marks.isEmpty() : marks.contains(mark);
    }

    private static Font font(Workbook workbook, RichTextString text, int at, Font own) {
        if (text instanceof XSSFRichTextString rich) {
            Font font = rich.numFormattingRuns() == 0 ? null : rich.getFontAtIndex(at);
            return font == null ? own : font;
        }
        HSSFRichTextString old = (HSSFRichTextString) text;
        short index = old.getFontAtIndex(at);
        return index == HSSFRichTextString.NO_FONT ? own : ((HSSFWorkbook) workbook).getFontAt(index);
    }

    private static void add(Set<Mark> marks, Font font) {
        if (font.getStrikeout()) {
            marks.add(Mark.STRUCK_OUT);
        }
        if (font.getTypeOffset() == Font.SS_SUPER) {
            marks.add(Mark.RAISED);
        } else if (font.getTypeOffset() == Font.SS_SUB) {
            marks.add(Mark.LOWERED);
        }
    }
}
