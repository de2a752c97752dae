package org.jibao.testkit.generated;

import java.util.List;
import java.util.Random;

/**
 * What is to be written.
 *
 * @param date1904 whether its days count from 1904
 */
record PlannedWorkbook(Writer writer, List<PlannedSheet> sheets, boolean date1904) {

    boolean isoDates() {
        return sheets.stream()
                .flatMap(sheet -> sheet.cells().stream())
                .anyMatch(cell -> cell.what() == PlannedCell.What.ISO_DATE);
    }

    /** What writes a workbook, and what it can write. */
    enum Writer {
        HSSF,
        XSSF,
        SXSSF,
        EASY_EXCEL,
        EASY_EXCEL_XLS,
        /** XML of our own. */
        XML;

        boolean old() {
            return this == HSSF || this == EASY_EXCEL_XLS;
        }

        boolean easy() {
            return this == EASY_EXCEL || this == EASY_EXCEL_XLS;
        }

        static Writer draw(Random random) {
            int dice = random.nextInt(100);
            if (dice < 45) {
                return XML;
            }
            if (dice < 75) {
                return HSSF;
            }
            return dice < 85 ? XSSF : dice < 92 ? SXSSF : dice < 97 ? EASY_EXCEL : EASY_EXCEL_XLS;
        }
    }
}
