package org.jibao.reading.xls;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FontRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.aggregates.FormulaRecordAggregate;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.Cell.Kind;
import org.jibao.reading.workbook.Cell.Mark;
import org.jibao.reading.workbook.CellMaker;
import org.jibao.reading.workbook.CellStyle;
import org.jibao.reading.workbook.MergedRange;
import org.jibao.reading.workbook.SheetListener;
import org.jibao.reading.xlsx.RichText;
import org.jspecify.annotations.Nullable;

/** Turns the cells of POI's model of an {@code .xls} into ours. */
final class XlsCells {

    private static final int COLUMNS = 256;

    private final SheetListener listener;
    private final XlsStyles styles;
    private final CellMaker maker;
    private final Set<Long> uncalculated = new HashSet<>();

    XlsCells(HSSFWorkbook workbook, SheetListener listener) {
        this.listener = listener;
        this.styles = new XlsStyles(workbook);
        this.maker = new CellMaker(workbook.getInternalWorkbook().isUsing1904DateWindowing());
    }

    void read(HSSFSheet sheet) {
        findUncalculated(sheet);
        findHiddenColumns(sheet);
        for (Row row : sheet) {
            read((HSSFRow) row, sheet);
        }
        for (CellRangeAddress range : sheet.getMergedRegions()) {
            listener.merged(new MergedRange(
                    range.getFirstRow(), range.getFirstColumn(), range.getLastRow(), range.getLastColumn()));
        }
    }

    /** A program that writes a formula without calculating it writes 0 and asks for calculation on loading. */
    private void findUncalculated(HSSFSheet sheet) {
        uncalculated.clear();
        Iterator<CellValueRecordInterface> records = sheet.getSheet().getCellValueIterator();
        while (records.hasNext()) {
            if (records.next() instanceof FormulaRecordAggregate formula) {
                FormulaRecord entry = formula.getFormulaRecord();
                boolean number = entry.getCachedResultTypeEnum() == CellType.NUMERIC;
                if (number && entry.isCalcOnLoad() && entry.getValue() == 0) {
                    uncalculated.add(key(entry.getRow(), entry.getColumn()));
                }
            }
        }
    }

    private static long key(int row, int column) {
        return ((long) row << 16) | column;
    }

    private void findHiddenColumns(HSSFSheet sheet) {
        try {
            boolean widths = sheet.getDefaultColumnWidth() > 0;
            for (int column = 0; column < COLUMNS; column++) {
                if (sheet.isColumnHidden(column) || widths && sheet.getColumnWidth(column) == 0) {
                    listener.hiddenColumns(column, column);
                }
            }
        } catch (NullPointerException noRecordsOfColumns) {
            // POI has no model of columns where a small program leaves out the sheet's dimensions: all are shown.
            return;
        }
    }

    private void read(HSSFRow row, HSSFSheet sheet) {
        List<Cell> cells = new ArrayList<>();
        for (org.apache.poi.ss.usermodel.Cell cell : row) {
            Cell ours = convert((HSSFCell) cell);
            if (ours != null) {
                cells.add(ours);
            }
        }
        boolean noHeight = row.getHeight() == 0 && sheet.getDefaultRowHeight() > 0;
        listener.row(row.getRowNum(), cells, row.getZeroHeight() || noHeight);
    }

    private @Nullable Cell convert(HSSFCell cell) {
        int row = cell.getRowIndex();
        int column = cell.getColumnIndex();
        CellType type = cell.getCellType();
        if (type == CellType.BLANK) {
            return null;
        }
        boolean formula = type == CellType.FORMULA;
        if (formula && uncalculated.contains(key(row, column))) {
            return CellMaker.notCalculated(row, column, formula(cell));
        }
        CellStyle style = styles.of(cell);
        return switch (formula ? cell.getCachedFormulaResultType() : type) {
            case NUMERIC -> number(cell, formula, style);
            case STRING -> {
                byte look = styles.look(cell.getRichStringCellValue());
                String text = cell.getRichStringCellValue().getString();
                yield CellMaker.text(row, column, text, RichText.mark(look, style.mark()));
            }
            case BOOLEAN -> CellMaker.truth(row, column, cell.getBooleanCellValue(), style.mark());
            case ERROR -> error(row, column, cell.getErrorCellValue());
            default -> null;
        };
    }

    private Cell number(HSSFCell cell, boolean formula, CellStyle style) {
        double value = cell.getNumericCellValue();
        return Double.isFinite(value)
                ? maker.number(
                        cell.getRowIndex(),
                        cell.getColumnIndex(),
                        BigDecimal.valueOf(value),
                        style.format(),
                        formula,
                        style.mark())
                : error(cell.getRowIndex(), cell.getColumnIndex(), FormulaError.NUM.getCode());
    }

    private static Cell error(int row, int column, byte code) {
        String text = FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR!";
        return Cell.of(row, column, Kind.ERROR, text);
    }

    /** Null where it refers to what POI does not know. */
    private static @Nullable String formula(HSSFCell cell) {
        try {
            return cell.getCellFormula();
        } catch (RuntimeException unknown) {
            return null;
        }
    }

    /** How cells of an {@code .xls} are shown. A format or font that the file lacks is taken as General and plain. */
    static final class XlsStyles {

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
}
