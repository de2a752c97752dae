package org.jibao.summary.slip;

import java.util.List;
import org.apache.poi.ss.usermodel.ConditionalFormatting;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.finding.Severity;

/** Colours cells by conditional formats: the cells' own formats stay as they are under them, and come back by themselves. */
final class Colours {

    private static final byte[] ERROR = {(byte) 0xFF, (byte) 0xC7, (byte) 0xCE};
    private static final byte[] WARNING = {(byte) 0xFF, (byte) 0xEB, (byte) 0x9C};

    private final boolean openXml;

    Colours(Workbook workbook) {
        this.openXml = workbook instanceof XSSFWorkbook;
    }

    /** Takes away those of an earlier slip. */
    void clear(Sheet sheet) {
        SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
        for (int index = formats.getNumConditionalFormattings() - 1; index >= 0; index--) {
            if (isOurs(formats.getConditionalFormattingAt(index))) {
                formats.removeConditionalFormatting(index);
            }
        }
    }

    private static boolean isOurs(ConditionalFormatting format) {
        if (format.getNumberOfRules() != 1) {
            return false;
        }
        String formula = format.getRule(0).getFormula1();
        return formula != null && formula.contains(Unchanged.MARK);
    }

    void add(Sheet sheet, List<CellReference> cells, String formula, Severity severity) {
        SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule = formats.createConditionalFormattingRule(formula);
        PatternFormatting fill = rule.createPatternFormatting();
        fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        boolean error = severity == Severity.ERROR;
        if (openXml) {
            fill.setFillBackgroundColor(new XSSFColor(error ? ERROR : WARNING, null));
        } else {
            fill.setFillBackgroundColor((error ? IndexedColors.ROSE : IndexedColors.LIGHT_YELLOW).index);
        }
        formats.addConditionalFormatting(ranges(cells), rule);
    }

    private static CellRangeAddress[] ranges(List<CellReference> cells) {
        return cells.stream()
                .map(cell -> new CellRangeAddress(cell.getRow(), cell.getRow(), cell.getCol(), cell.getCol()))
                .toArray(CellRangeAddress[]::new);
    }
}
