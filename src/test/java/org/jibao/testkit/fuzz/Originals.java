package org.jibao.testkit.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Valid returns as {@code .xlsx}, and the same as {@code .xls} and {@code .csv}. */
record Originals(List<HostileFile> files) {

    private static final int FILES = 20;

    /** @param except the beginning of the name of a return that is left alone */
    static Originals in(Path folder, String except) throws IOException {
        List<HostileFile> files = new ArrayList<>();
        try (Stream<Path> returns = Files.list(folder)) {
            for (Path file :
                    returns.filter(path -> isReturn(path, except)).sorted().toList()) {
                if (files.size() >= FILES) {
                    break;
                }
                String name = file.getFileName().toString();
                byte[] bytes = Files.readAllBytes(file);
                if (!isWhole(bytes)) {
                    continue;
                }
                files.add(new HostileFile(name, bytes, "xlsx"));
                if (files.size() % 3 == 1) {
                    files.add(new HostileFile(name.replace(".xlsx", ".xls"), xls(bytes), "xls"));
                }
                if (files.size() % 4 == 1) {
                    files.add(new HostileFile(name.replace(".xlsx", ".csv"), csv(bytes), "csv"));
                }
            }
        }
        return new Originals(List.copyOf(files));
    }

    private static boolean isReturn(Path file, String except) {
        String name = file.getFileName().toString();
        return name.endsWith(".xlsx") && !name.startsWith("~") && !name.startsWith(except);
    }

    /** The county's returns are not all whole. */
    private static boolean isWhole(byte[] xlsx) {
        try (Workbook workbook = open(xlsx)) {
            return workbook.getNumberOfSheets() > 0;
        } catch (IOException | RuntimeException damaged) {
            return false;
        }
    }

    private static byte[] xls(byte[] xlsx) throws IOException {
        try (Workbook from = open(xlsx);
                Workbook to = new HSSFWorkbook()) {
            for (Sheet sheet : from) {
                Sheet copy = to.createSheet(sheet.getSheetName());
                for (Row row : sheet) {
                    Row rowCopy = copy.createRow(row.getRowNum());
                    row.forEach(cell -> copy(cell, rowCopy.createCell(cell.getColumnIndex())));
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            to.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void copy(Cell from, Cell to) {
        if (from.getCellType() == CellType.NUMERIC) {
            to.setCellValue(from.getNumericCellValue());
        } else if (from.getCellType() == CellType.STRING) {
            to.setCellValue(from.getStringCellValue());
        }
    }

    /** All sheets, one below the other. */
    private static byte[] csv(byte[] xlsx) throws IOException {
        DataFormatter formatter = new DataFormatter();
        StringBuilder text = new StringBuilder();
        try (Workbook workbook = open(xlsx)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    StringJoiner line = new StringJoiner(",", "", "\r\n");
                    row.forEach(cell ->
                            line.add('"' + formatter.formatCellValue(cell).replace("\"", "\"\"") + '"'));
                    text.append(line);
                }
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Workbook open(byte[] xlsx) throws IOException {
        try (InputStream stream = new java.io.ByteArrayInputStream(xlsx)) {
            return new XSSFWorkbook(stream);
        }
    }
}
