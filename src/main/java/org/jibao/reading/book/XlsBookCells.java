package org.jibao.reading.book;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.aggregates.FormulaRecordAggregate;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jibao.reading.book.SourceBook.Cell;
import org.jibao.reading.book.SourceBook.Formula;
import org.jibao.reading.book.SourceBook.Kind;
import org.jibao.reading.book.SourceBook.Row;
import org.jibao.reading.book.SourceBook.Run;
import org.jspecify.annotations.Nullable;

/** The cells of an {@code .xls} with their formulas. */
final class XlsBookCells {

    private final XlsBookStyles styles;
    private final Set<Long> uncalculated = new HashSet<>();
    private boolean lostFormula;

    XlsBookCells(HSSFWorkbook workbook) {
        this.styles = new XlsBookStyles(workbook);
    }

    List<Row> rows(HSSFSheet sheet) {
        findUncalculated(sheet);
        List<Row> rows = new ArrayList<>();
        for (org.apache.poi.ss.usermodel.Row one : sheet) {
            HSSFRow row = (HSSFRow) one;
            List<Cell> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell((HSSFCell) cell)));
            boolean none = row.getHeight() == 0;
            boolean usual = row.getHeight() == sheet.getDefaultRowHeight();
            Double height = none || usual ? null : (double) row.getHeightInPoints();
            rows.add(new Row(row.getRowNum(), height, none || row.getZeroHeight(), cells));
        }
        return rows;
    }

    private void findUncalculated(HSSFSheet sheet) {
        uncalculated.clear();
        Iterator<CellValueRecordInterface> records = sheet.getSheet().getCellValueIterator();
        while (records.hasNext()) {
            if (records.next() instanceof FormulaRecordAggregate formula) {
                FormulaRecord entry = formula.getFormulaRecord();
                boolean number = entry.getCachedResultTypeEnum() == CellType.NUMERIC;
                if (number && entry.isCalcOnLoad() && entry.getValue() == 0) {
                    uncalculated.add(((long) entry.getRow() << 16) | entry.getColumn());
                }
            }
        }
    }

    private Cell cell(HSSFCell cell) {
        boolean computed = cell.getCellType() == CellType.FORMULA;
        Formula formula = computed ? formula(cell) : null;
        int style = styleOf(cell);
        int column = cell.getColumnIndex();
        if (computed && uncalculated.contains(((long) cell.getRowIndex() << 16) | column)) {
            return new Cell(column, Kind.BLANK, "", List.of(), formula, style);
        }
        return switch (computed ? cell.getCachedFormulaResultType() : cell.getCellType()) {
            case NUMERIC -> number(cell, formula, style);
            case STRING -> {
                HSSFRichTextString text = cell.getRichStringCellValue();
                Kind kind = text.getString().isEmpty() && !computed ? Kind.BLANK : Kind.TEXT;
                yield new Cell(column, kind, text.getString(), runs(text), formula, style);
            }
            case BOOLEAN ->
                new Cell(column, Kind.TRUTH, cell.getBooleanCellValue() ? "1" : "0", List.of(), formula, style);
            case ERROR -> new Cell(column, Kind.ERROR, error(cell.getErrorCellValue()), List.of(), formula, style);
            default -> new Cell(column, Kind.BLANK, "", List.of(), formula, style);
        };
    }

    private static Cell number(HSSFCell cell, @Nullable Formula formula, int style) {
        double value = cell.getNumericCellValue();
        boolean finite = Double.isFinite(value);
        return new Cell(
                cell.getColumnIndex(),
                finite ? Kind.NUMBER : Kind.ERROR,
                finite ? String.valueOf(value) : "#NUM!",
                List.of(),
                formula,
                style);
    }

    private static String error(byte code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#VALUE!";
    }

    private static int styleOf(HSSFCell cell) {
        try {
            return cell.getCellStyle().getIndex();
        } catch (RuntimeException noSuchStyle) {
            return 0;
        }
    }

    /** Null where it stands in several cells at once or refers to what POI does not know. */
    private @Nullable Formula formula(HSSFCell cell) {
        try {
            if (!cell.isPartOfArrayFormulaGroup()) {
                return new Formula(cell.getCellFormula(), 0, 0);
            }
        } catch (RuntimeException unknown) {
            lostFormula = true;
            return null;
        }
        lostFormula = true;
        return null;
    }

    private List<Run> runs(HSSFRichTextString text) {
        List<Run> runs = new ArrayList<>();
        String words = text.getString();
        int count = text.numFormattingRuns();
        int begin = 0;
        for (int run = -1; run < count; run++) {
            int end = run + 1 < count ? text.getIndexOfFormattingRun(run + 1) : words.length();
            int until = Math.min(Math.max(end, begin), words.length());
            if (until > begin) {
                int number = run < 0 ? -1 : Short.toUnsignedInt(text.getFontOfFormattingRun(run));
                runs.add(new Run(words.substring(begin, until), number < 0 ? null : styles.font(number)));
            }
            begin = until;
        }
        return count == 0 ? List.of() : runs;
    }

    boolean lostFormula() {
        return lostFormula;
    }
}
