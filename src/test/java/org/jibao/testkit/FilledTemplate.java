package org.jibao.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A template in the hands of a clerk: cells are found by the words that a person reads, and only open ones are written. */
public final class FilledTemplate implements AutoCloseable {

    private final XSSFWorkbook workbook;

    public FilledTemplate(Path template) {
        try (InputStream stream = Files.newInputStream(template)) {
            workbook = new XSSFWorkbook(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public XSSFWorkbook workbook() {
        return workbook;
    }

    /** Puts one value into every empty open cell of a sheet. */
    public void fillEmpty(String sheet, double value) {
        for (Row row : workbook.getSheet(sheet)) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.BLANK && !cell.getCellStyle().getLocked()) {
                    cell.setCellValue(value);
                }
            }
        }
    }

    public void put(String sheet, String rowLabel, String columnLabel, double value) {
        open(sheet, rowLabel, columnLabel).setCellValue(value);
    }

    public void put(String sheet, String rowLabel, String columnLabel, String value) {
        open(sheet, rowLabel, columnLabel).setCellValue(value);
    }

    private Cell open(String sheet, String rowLabel, String columnLabel) {
        Cell cell = at(sheet, rowLabel, columnLabel);
        if (cell.getCellStyle().getLocked()) {
            throw new IllegalStateException(sheet + " " + rowLabel + " × " + columnLabel + " is locked");
        }
        return cell;
    }

    /** The cell in the line of one label and under the nearest other above it. */
    public Cell at(String sheet, String rowLabel, String columnLabel) {
        Cell left = null;
        Cell top = null;
        for (Cell label : cells(workbook.getSheet(sheet), columnLabel)) {
            for (Cell row : cells(workbook.getSheet(sheet), rowLabel)) {
                boolean below =
                        row.getRowIndex() > label.getRowIndex() && row.getColumnIndex() < label.getColumnIndex();
                if (below && left == null) {
                    left = row;
                    top = label;
                }
            }
        }
        if (left == null || top == null) {
            throw new IllegalStateException("no " + rowLabel + " × " + columnLabel + " on " + sheet);
        }
        return left.getRow().getCell(top.getColumnIndex());
    }

    /** A String, a LocalDate or a Number each, in the order of the fields; null leaves the cell empty. */
    public void entry(String sheet, String firstLabel, @Nullable Object... values) {
        Cell header = cells(workbook.getSheet(sheet), firstLabel).get(0);
        int next = header.getRowIndex() + 1;
        while (workbook.getSheet(sheet)
                        .getRow(next)
                        .getCell(header.getColumnIndex())
                        .getCellType()
                != CellType.BLANK) {
            next++;
        }
        for (int i = 0; i < values.length; i++) {
            Cell cell = workbook.getSheet(sheet).getRow(next).getCell(header.getColumnIndex() + i);
            if (values[i] instanceof LocalDate date) {
                cell.setCellValue(date);
            } else if (values[i] instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else if (values[i] != null) {
                cell.setCellValue(values[i].toString());
            }
        }
    }

    private static List<Cell> cells(Sheet sheet, String words) {
        List<Cell> found = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                boolean text = cell.getCellType() == CellType.STRING;
                if (text && cell.getStringCellValue().replace(" *", "").equals(words)) {
                    found.add(cell);
                }
            }
        }
        return found;
    }

    /** As a program does that calculates. */
    public void calculate() {
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
    }

    public void save(Path file) {
        try (OutputStream stream = Files.newOutputStream(file)) {
            workbook.write(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
