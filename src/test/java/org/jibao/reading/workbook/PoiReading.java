package org.jibao.reading.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.reading.ReadingComparison;
import org.jspecify.annotations.Nullable;

/** What POI's user model says of the cells of a workbook, to hold against what our readers say. */
final class PoiReading implements AutoCloseable {

    /** What is left of 0.3-0.1-0.2 is 0 for us, and for POI what it is. */
    private static final double LARGEST_RESIDUE = 1E-9;

    private final Workbook workbook;
    private final boolean date1904;

    private PoiReading(Workbook workbook) {
        this.workbook = workbook;
        this.date1904 = workbook instanceof XSSFWorkbook own
                ? own.isDate1904()
                : ((HSSFWorkbook) workbook).getInternalWorkbook().isUsing1904DateWindowing();
    }

    static PoiReading of(byte[] bytes, boolean old) throws IOException {
        ByteArrayInputStream stream = new ByteArrayInputStream(bytes);
        return new PoiReading(old ? new HSSFWorkbook(stream) : new XSSFWorkbook(stream));
    }

    /** The first difference in words, or null. */
    @Nullable
    String difference(List<SheetCells> read) {
        for (SheetCells sheet : read) {
            Sheet other = workbook.getSheet(sheet.name());
            if (other == null) {
                return "POI knows no sheet " + sheet.name();
            }
            String difference = difference(sheet, other);
            if (difference != null) {
                return sheet.name() + ": " + difference;
            }
        }
        return null;
    }

    private @Nullable String difference(SheetCells read, Sheet sheet) {
        boolean hidden = workbook.getSheetVisibility(workbook.getSheetIndex(sheet)) != SheetVisibility.VISIBLE;
        if (hidden != read.hidden()) {
            return "POI says hidden " + hidden;
        }
        Map<Long, Cell> ours = new TreeMap<>();
        ReadingComparison.cells(read).forEach(cell -> ours.put(key(cell.row(), cell.column()), cell));
        List<CellRangeAddress> merged = sheet.getMergedRegions();
        for (org.apache.poi.ss.usermodel.Row row : sheet) {
            for (org.apache.poi.ss.usermodel.Cell cell : row) {
                if (merged.stream().noneMatch(range -> covers(range, cell))) {
                    Cell own = ours.remove(key(cell.getRowIndex(), cell.getColumnIndex()));
                    if (!equal(own, cell) || own != null && !PoiMarks.agree(workbook, cell, own.mark(), own.kind())) {
                        return cell.getAddress() + ": read " + own + ", POI " + type(cell) + " " + cell;
                    }
                }
            }
        }
        return ours.isEmpty()
                ? hidden(read, sheet)
                : "POI has no " + ours.values().iterator().next();
    }

    private static @Nullable String hidden(SheetCells read, Sheet sheet) {
        for (CellRow row : read.rows()) {
            org.apache.poi.ss.usermodel.Row line = sheet.getRow(row.index());
            if ((line.getZeroHeight() || flat(line)) != row.hidden()) {
                return "row " + (row.index() + 1) + " read as hidden " + row.hidden();
            }
        }
        for (int column = 0; column < read.hiddenColumns().length() + 10; column++) {
            boolean hidden = sheet.isColumnHidden(column) || sheet.getColumnWidth(column) == 0;
            if (hidden != read.hiddenColumns().get(column)) {
                return "column " + (column + 1) + " hidden for POI " + hidden;
            }
        }
        return null;
    }

    /** Of a row that has no height of its own POI says 0 where the sheet says none for all. */
    private static boolean flat(org.apache.poi.ss.usermodel.Row line) {
        return line.getHeight() == 0
                && !(line instanceof XSSFRow own && !own.getCTRow().isSetHt());
    }

    private static boolean covers(CellRangeAddress range, org.apache.poi.ss.usermodel.Cell cell) {
        boolean anchor = cell.getRowIndex() == range.getFirstRow() && cell.getColumnIndex() == range.getFirstColumn();
        return !anchor && range.isInRange(cell);
    }

    private static long key(int row, int column) {
        return (long) row << 32 | column;
    }

    private static CellType type(org.apache.poi.ss.usermodel.Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    }

    private boolean equal(@Nullable Cell own, org.apache.poi.ss.usermodel.Cell cell) {
        return switch (type(cell)) {
            case BLANK -> own == null;
            case STRING -> {
                String text = cell.getStringCellValue();
                yield own == null
                        // POI has no word for a text without runs.
                        ? text == null || LabelText.isBlank(text)
                        : own.kind() == Cell.Kind.TEXT && own.text().equals(text);
            }
            case BOOLEAN ->
                own != null
                        && own.kind() == Cell.Kind.BOOLEAN
                        && own.text().equals(cell.getBooleanCellValue() ? "TRUE" : "FALSE");
            case ERROR ->
                own != null
                        && own.kind() == Cell.Kind.ERROR
                        && own.text()
                                .equals(FormulaError.forInt(cell.getErrorCellValue())
                                        .getString());
            case NUMERIC -> own != null && equalNumber(own, cell);
            default -> false;
        };
    }

    private boolean equalNumber(Cell own, org.apache.poi.ss.usermodel.Cell cell) {
        double number = cell.getNumericCellValue();
        return switch (own.kind()) {
            case NUMBER, SHARE ->
                ReadingComparison.same(own.number(), BigDecimal.valueOf(number))
                        || Objects.requireNonNull(own.number()).signum() == 0 && Math.abs(number) < LARGEST_RESIDUE;
            case DATE -> Objects.equals(date(number), own.date());
            // POI gives 0 for what nobody has calculated.
            case NOT_CALCULATED -> cell.getCellType() == CellType.FORMULA && number == 0;
            default -> Double.isNaN(number) || Double.isInfinite(number);
        };
    }

    private @Nullable LocalDate date(double number) {
        return DateUtil.getLocalDateTime(number, date1904).toLocalDate();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
