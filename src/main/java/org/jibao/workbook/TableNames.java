package org.jibao.workbook;

import java.util.Locale;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.workbook.SheetPlan.NamedTable;

/** Names of tables, by which programs and readers of the screen find them on a sheet of several. */
final class TableNames {
    /** Excel's limit is 255. */
    private static final int LONGEST = 200;

    private TableNames() {}

    static void add(XSSFWorkbook workbook, XSSFSheet sheet, NamedTable table) {
        int index = workbook.getSheetIndex(sheet);
        String first = fit(table.name());
        String free = first;
        for (int number = 2; isTaken(workbook, index, free); number++) {
            free = first + "_" + number;
        }
        Name name = workbook.createName();
        name.setSheetIndex(index);
        name.setNameName(free);
        Block cells = table.cells();
        name.setRefersToFormula(
                new CellRangeAddress(cells.firstRow(), cells.lastRow(), cells.firstColumn(), cells.lastColumn())
                        .formatAsString(sheet.getSheetName(), true));
    }

    private static boolean isTaken(XSSFWorkbook workbook, int sheet, String name) {
        return workbook.getNames(name).stream().anyMatch(other -> other.getSheetIndex() == sheet);
    }

    /** With a word before it, no ID is taken for a cell. */
    private static String fit(String id) {
        String fit = "table_" + id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
        return fit.substring(0, Math.min(fit.length(), LONGEST));
    }
}
