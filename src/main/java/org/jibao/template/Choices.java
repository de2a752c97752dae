package org.jibao.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The lists behind drop-downs: short ones in the cell's own rule, long ones on a hidden sheet under a name. */
final class Choices {

    /** A rule takes 255 signs, and some programs fewer. */
    private static final int SHORT = 120;

    private final Map<String, List<String>> lists = new LinkedHashMap<>();

    /**
     * The list as a rule writes it.
     *
     * @param id of the list in the workbook: letters, digits and underscores
     */
    String formula(String id, List<String> words) {
        String joined = String.join(",", words);
        boolean plain = words.stream().noneMatch(word -> word.contains(",") || word.contains("\""));
        if (plain && joined.length() <= SHORT) {
            return '"' + joined + '"';
        }
        lists.put("list_" + id, words);
        return "list_" + id;
    }

    /** Writes the hidden sheet, where there is anything to write. */
    void write(XSSFWorkbook workbook) {
        if (lists.isEmpty()) {
            return;
        }
        XSSFSheet sheet = workbook.createSheet(TemplateTexts.LISTS);
        int column = 0;
        for (Map.Entry<String, List<String>> list : lists.entrySet()) {
            write(sheet, column, list.getValue());
            XSSFName name = workbook.createName();
            name.setNameName(list.getKey());
            String letters = CellReference.convertNumToColString(column);
            name.setRefersToFormula("'%1$s'!$%2$s$1:$%2$s$%3$d"
                    .formatted(TemplateTexts.LISTS, letters, list.getValue().size()));
            column++;
        }
        sheet.enableLocking();
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.HIDDEN);
    }

    private static void write(XSSFSheet sheet, int column, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            XSSFRow row = sheet.getRow(i) == null ? sheet.createRow(i) : sheet.getRow(i);
            row.createCell(column).setCellValue(words.get(i));
        }
    }
}
