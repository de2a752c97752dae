package org.jibao.slip;

import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jibao.reading.book.SourceBook.Cell;
import org.jibao.reading.book.SourceBook.Kind;
import org.jibao.reading.book.SourceBook.Row;
import org.jibao.reading.book.SourceBook.Run;

/** Writes the cells of a file into a sheet of our own. */
final class CopiedCells {

    private static final int LONGEST = 32_767;
    private static final double TALLEST = 409;

    /** With what a program may take a text for a formula, once somebody has touched the cell. */
    private static final String ACTIVE = "=+-@\t\r＝＋－＠";

    /** What a workbook would take for an escaped character. */
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final XSSFSheet sheet;
    private final int place;
    private final CopiedStyles styles;
    private final SafeFormulas formulas;
    private int lostFormulas;

    CopiedCells(XSSFSheet sheet, CopiedStyles styles, SafeFormulas formulas) {
        this.sheet = sheet;
        this.place = sheet.getWorkbook().getSheetIndex(sheet);
        this.styles = styles;
        this.formulas = formulas;
    }

    /** How many formulas are values now. */
    int lostFormulas() {
        return lostFormulas;
    }

    void write(Row row) {
        XSSFRow own = sheet.createRow(row.index());
        if (row.height() != null) {
            own.setHeightInPoints((float) Math.min(TALLEST, Math.max(1, row.height())));
        }
        if (row.hidden()) {
            own.setZeroHeight(true);
        }
        row.cells().forEach(cell -> write(own, cell));
    }

    private void write(XSSFRow row, Cell cell) {
        XSSFCell own = row.createCell(cell.column());
        boolean quoted = cell.kind() == Kind.TEXT
                && cell.text().length() > 1
                && ACTIVE.indexOf(cell.text().charAt(0)) >= 0;
        XSSFCellStyle style = styles.of(cell.style(), quoted);
        if (style != null) {
            own.setCellStyle(style);
        }
        if (cell.formula() != null) {
            String formula = formulas.of(cell.formula(), place, row.getRowNum());
            if (formula == null) {
                lostFormulas++;
            } else {
                own.setCellFormula(formula);
            }
        }
        write(own, cell);
    }

    private void write(XSSFCell own, Cell cell) {
        switch (cell.kind()) {
            case NUMBER -> {
                own.setCellValue(Double.parseDouble(cell.text()));
                own.getCTCell().setV(cell.text()); // all the digits that were stored
            }
            case TEXT -> own.setCellValue(text(cell));
            case TRUTH -> own.setCellValue(cell.text().equals("1"));
            case ERROR -> own.setCellErrorValue(error(cell.text()));
            case BLANK -> {}
        }
    }

    private XSSFRichTextString text(Cell cell) {
        XSSFRichTextString text = new XSSFRichTextString();
        if (cell.runs().isEmpty() || cell.text().length() > LONGEST) {
            text.setString(written(
                    cell.text().substring(0, Math.min(LONGEST, cell.text().length()))));
            return text;
        }
        for (Run run : cell.runs()) {
            if (run.font() == null) {
                text.append(written(run.text()));
            } else {
                text.append(written(run.text()), styles.font(run.font()));
            }
        }
        return text;
    }

    private static String written(String text) {
        return text.indexOf("_x") < 0 ? text : LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_");
    }

    private static FormulaError error(String name) {
        try {
            return FormulaError.forString(name);
        } catch (IllegalArgumentException ofALaterExcel) {
            return FormulaError.VALUE;
        }
    }
}
