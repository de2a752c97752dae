package org.jibao.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hpsf.CustomProperties;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Workbooks written as pipe tables, built through raw POI:
 *
 * <pre>
 * | 项目 | 收到 | &lt;    |
 * | 来信 | 3    | '12条 |
 * </pre>
 *
 * A cell that looks like a number is one; {@code 'x} is the text x; {@code =A1} a formula without a cached value;
 * {@code 45%} a share; {@code #REF!} an error; {@code @2026-07-03} a date, {@code @2026-07} one
 * that is shown as a month; {@code true} a truth value. {@code <} is merged
 * with the cell on its left, {@code ^} with the one above; an empty cell stays empty, an empty line is an empty row.
 */
public final class Sheets {

    private final Map<String, String> tables = new LinkedHashMap<>();
    private final Map<String, String> properties = new LinkedHashMap<>();

    private Sheets() {}

    public static Sheets of(String name, String table) {
        return new Sheets().and(name, table);
    }

    /** A further sheet. */
    public Sheets and(String name, String table) {
        tables.put(name, table);
        return this;
    }

    /** A custom document property. */
    public Sheets property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    public byte[] xlsx() {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            properties.forEach((name, value) ->
                    workbook.getProperties().getCustomProperties().addProperty(name, value));
            return bytes(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] xls() {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            CustomProperties custom = new CustomProperties();
            properties.forEach(custom::put);
            workbook.createInformationProperties();
            workbook.getDocumentSummaryInformation().setCustomProperties(custom);
            return bytes(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written to a file, in the format of its ending. */
    public Path save(Path file) {
        boolean old = file.toString().endsWith(".xls") || file.toString().endsWith(".et");
        try {
            return Files.write(file, old ? xls() : xlsx());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(Workbook workbook) throws IOException {
        Styles styles = new Styles(workbook);
        tables.forEach((name, table) -> fill(workbook.createSheet(name), table, styles));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(workbook, bytes);
        return bytes.toByteArray();
    }

    private static void write(Workbook workbook, OutputStream stream) throws IOException {
        workbook.write(stream);
    }

    private record Styles(CellStyle date, CellStyle month, CellStyle share) {
        Styles(Workbook workbook) {
            this(workbook.createCellStyle(), workbook.createCellStyle(), workbook.createCellStyle());
            month.setDataFormat(workbook.createDataFormat().getFormat("mmm-yy"));
            date.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            share.setDataFormat(workbook.createDataFormat().getFormat("0.00%"));
        }
    }

    private static void fill(Sheet sheet, String table, Styles styles) {
        List<String[]> rows = new ArrayList<>();
        table.lines().forEach(line -> rows.add(cells(line)));
        for (int r = 0; r < rows.size(); r++) {
            Row row = sheet.createRow(r);
            for (int c = 0; c < rows.get(r).length; c++) {
                fill(row, c, rows.get(r)[c], styles);
            }
        }
        merge(sheet, rows);
    }

    private static String[] cells(String line) {
        String inner = line.strip();
        if (inner.length() < 2) {
            return new String[0];
        }
        String[] cells = inner.substring(1, inner.endsWith("|") ? inner.length() - 1 : inner.length())
                .split("\\|", -1);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip();
        }
        return cells;
    }

    private static void fill(Row row, int column, String text, Styles styles) {
        if (text.isEmpty() || text.equals("<") || text.equals("^")) {
            return;
        }
        Cell cell = row.createCell(column);
        if (text.startsWith("'")) {
            cell.setCellValue(text.substring(1));
        } else if (text.startsWith("=")) {
            cell.setCellFormula(text.substring(1));
        } else if (text.startsWith("@")) {
            boolean month = text.length() == "@2026-07".length();
            cell.setCellValue(LocalDate.parse(month ? text.substring(1) + "-01" : text.substring(1)));
            cell.setCellStyle(month ? styles.month() : styles.date());
        } else if (text.matches("#[A-Z/0!]+[!?A]")) {
            cell.setCellErrorValue(FormulaError.forString(text).getCode());
        } else if (text.equals("true") || text.equals("false")) {
            cell.setCellValue(Boolean.parseBoolean(text));
        } else {
            fillNumberOrText(cell, text, styles);
        }
    }

    private static void fillNumberOrText(Cell cell, String text, Styles styles) {
        if (text.matches("-?\\d+(\\.\\d+)?%")) {
            cell.setCellValue(Double.parseDouble(text.substring(0, text.length() - 1)) / 100);
            cell.setCellStyle(styles.share());
        } else if (text.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?")) {
            cell.setCellValue(Double.parseDouble(text));
        } else {
            cell.setCellValue(text);
        }
    }

    /** Each filled cell grows over the marks right of it and below it. */
    private static void merge(Sheet sheet, List<String[]> rows) {
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).length; c++) {
                String text = rows.get(r)[c];
                if (!text.equals("<") && !text.equals("^")) {
                    int right = c;
                    while (mark(rows, r, right + 1).equals("<")) {
                        right++;
                    }
                    int down = r;
                    while (mark(rows, down + 1, c).equals("^")) {
                        down++;
                    }
                    if (right > c || down > r) {
                        sheet.addMergedRegion(new CellRangeAddress(r, down, c, right));
                    }
                }
            }
        }
    }

    private static String mark(List<String[]> rows, int row, int column) {
        return row < rows.size() && column < rows.get(row).length ? rows.get(row)[column] : "";
    }
}
