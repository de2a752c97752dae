package org.jibao.slip;

import java.util.List;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.jibao.finding.Severity;

/** Colours cells by conditional formats: the cells' own formats stay as they are under them, and come back by themselves. */
final class Colours {

    private static final byte[] ERROR = {(byte) 0xFF, (byte) 0xC7, (byte) 0xCE};
    private static final byte[] WARNING = {(byte) 0xFF, (byte) 0xEB, (byte) 0x9C};

    void add(Sheet sheet, List<CellReference> cells, String formula, Severity severity) {
        SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule = formats.createConditionalFormattingRule(formula);
        PatternFormatting fill = rule.createPatternFormatting();
        fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        boolean error = severity == Severity.ERROR;
        fill.setFillBackgroundColor(new XSSFColor(error ? ERROR : WARNING, null));
        formats.addConditionalFormatting(ranges(cells), rule);
    }

    private static CellRangeAddress[] ranges(List<CellReference> cells) {
        return cells.stream()
                .map(cell -> new CellRangeAddress(cell.getRow(), cell.getRow(), cell.getCol(), cell.getCol()))
                .toArray(CellRangeAddress[]::new);
    }
}
