package org.jibao.testkit.generated;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What a reader must give for one sheet.
 *
 * @param cells from top to bottom, from left to right
 * @param hiddenRows those that Excel does not show
 * @param hiddenColumns likewise
 */
public record ExpectedSheet(
        String name, boolean hidden, List<ExpectedCell> cells, BitSet hiddenRows, BitSet hiddenColumns) {

    /** Sheets of charts and macros are no sheets of cells. */
    static List<ExpectedSheet> of(PlannedWorkbook workbook) {
        return workbook.sheets().stream()
                .filter(sheet -> !sheet.chart && !sheet.macros)
                .map(sheet -> of(sheet, workbook))
                .toList();
    }

    private static ExpectedSheet of(PlannedSheet sheet, PlannedWorkbook workbook) {
        List<ExpectedCell> cells = new ArrayList<>();
        for (PlannedCell cell : sheet.cells()) {
            ExpectedCell expected = sheet.covered(cell) ? null : ExpectedCell.of(cell, workbook);
            if (expected != null) {
                cells.add(expected);
            }
        }
        BitSet rows = (BitSet) sheet.hiddenRows.clone();
        rows.or(sheet.flatRows);
        boolean hidden = sheet.visibility != PlannedSheet.Visibility.VISIBLE;
        return new ExpectedSheet(sheet.name, hidden, cells, rows, sheet.columnsNotShown());
    }
}
