package org.jibao.workbook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.workbook.WorkbookFile.WorkbookPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what Apache POI reads. */
class WorkbookFileTest {

    private static final Look PLAIN = Look.BODY;

    private static SheetPlan sheet(String name, Iterable<SheetRow> rows) {
        PagePlan page = new PagePlan(true, false, Optional.empty(), List.of(), 0, 0, 1, 1, 100);
        return new SheetPlan(
                name, List.of(80, 90), rows, List.of(), List.of(), List.of(), List.of(), Optional.empty(), page);
    }

    private static WorkbookPlan plan(Iterable<SheetPlan> sheets) {
        return new WorkbookPlan("Title", "Jibao", Instant.parse("2026-10-20T01:00:00Z"), "en", "&P", sheets);
    }

    private static byte[] written(SheetRow... rows) throws IOException {
        return WorkbookFile.bytes(plan(List.of(sheet("One", List.of(rows)))));
    }

    private static XSSFCell first(byte[] workbook) throws IOException {
        XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook));
        return read.getSheetAt(0).getRow(0).getCell(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "a < b & c > d \"e\" 'f'",
                " blanks at both ends ",
                "two\nlines",
                "a\ttab",
                "_x0041_ is no letter A",
                "_x004_ and _x00GG_ stay",
                "bell \u0007 and escape \u001b",
                "return \r within",
                "政务公开",
                "𠮷野家 🙂",
                "last of the plane \uFFFD",
                "é ü ß ñ",
                ""
            })
    void keepsEveryCharacter(String text) throws IOException {
        assertEquals(
                text,
                first(written(SheetRow.of(20, SheetCell.text(text, PLAIN)))).getStringCellValue());
    }

    @Test
    void keepsALongTextInItsCell() throws IOException {
        String text = "长".repeat(30_000) + " & <end>";
        assertEquals(
                text,
                first(written(SheetRow.of(20, SheetCell.text(text, PLAIN)))).getStringCellValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1",
                "-1",
                "12.50",
                "0.1",
                "0.0000000000012",
                "123456789012345",
                "12345678901234567890",
                "0.12345678901234567890",
                "-0.005",
                "1E+20",
                "1E-30",
                "99999999999999999.99"
            })
    void writesTheNumberThatExcelHolds(String digits) throws IOException {
        BigDecimal number = new BigDecimal(digits);
        XSSFCell cell = first(written(SheetRow.of(20, SheetCell.number(number, PLAIN))));
        assertEquals(CellType.NUMERIC, cell.getCellType());
        assertEquals(number.doubleValue(), cell.getNumericCellValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx"})
    void guardsWhatLooksLikeAFormula(String text) throws IOException {
        XSSFCell cell = first(written(SheetRow.of(20, SheetCell.text(text, PLAIN))));
        assertEquals(CellType.STRING, cell.getCellType());
        assertTrue(cell.getCellStyle().getQuotePrefixed());
    }

    @Test
    void guardsOnlyThat() throws IOException {
        byte[] workbook = written(
                SheetRow.of(20, SheetCell.text("=x", PLAIN)),
                SheetRow.of(20, SheetCell.text("x", PLAIN)),
                SheetRow.of(20, SheetCell.text("=x", PLAIN)));
        XSSFSheet sheet = new XSSFWorkbook(new ByteArrayInputStream(workbook)).getSheetAt(0);
        List<Boolean> guarded = IntStream.range(0, 3)
                .mapToObj(row -> sheet.getRow(row).getCell(0).getCellStyle().getQuotePrefixed())
                .toList();
        assertEquals(List.of(true, false, true), guarded);
    }

    @Test
    void leadsToSheetsAndFiles() throws IOException {
        byte[] workbook = written(
                SheetRow.of(20, SheetCell.link("there", PLAIN, "It's here")),
                SheetRow.of(20, SheetCell.file("file", PLAIN, "退回单/甲 镇.xlsx")));
        XSSFSheet sheet = new XSSFWorkbook(new ByteArrayInputStream(workbook)).getSheetAt(0);
        assertEquals("'It''s here'!A1", sheet.getHyperlink(0, 0).getLocation());
        assertEquals(
                "%E9%80%80%E5%9B%9E%E5%8D%95/%E7%94%B2%20%E9%95%87.xlsx",
                sheet.getHyperlink(1, 0).getAddress());
    }

    @Test
    void holdsOneSheetAtATime() throws IOException {
        List<String> log = new ArrayList<>();
        Iterable<SheetPlan> sheets = () -> new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < 2;
            }

            @Override
            public SheetPlan next() {
                String name = "S" + next++;
                log.add("made " + name);
                return sheet(name, () -> {
                    log.add("wrote " + name);
                    return List.of(SheetRow.of(20, SheetCell.text(name, PLAIN))).iterator();
                });
            }
        };
        XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(WorkbookFile.bytes(plan(sheets))));
        assertEquals("S1", read.getSheet("S1").getRow(0).getCell(0).getStringCellValue());
        assertEquals(List.of("made S0", "wrote S0", "made S1", "wrote S1"), log);
    }

    @Test
    void writesMoreTextsThanAreShared() throws IOException {
        int many = 70_000;
        Iterable<SheetRow> rows = () -> IntStream.range(0, many)
                .mapToObj(i -> SheetRow.of(20, SheetCell.text("text " + i, PLAIN)))
                .iterator();
        byte[] workbook = WorkbookFile.bytes(plan(List.of(sheet("One", rows))));
        XSSFSheet sheet = new XSSFWorkbook(new ByteArrayInputStream(workbook)).getSheetAt(0);
        for (int i : new int[] {0, 59_999, 60_000, many - 1}) {
            assertEquals("text " + i, sheet.getRow(i).getCell(0).getStringCellValue());
        }
    }

    @Test
    void hasTheSameBytesAnywhere() throws IOException {
        byte[] here = written(SheetRow.of(20, SheetCell.text("a", PLAIN), SheetCell.blank(PLAIN)));
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertArrayEquals(here, written(SheetRow.of(20, SheetCell.text("a", PLAIN), SheetCell.blank(PLAIN))));
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void beginsWithTheListOfContentTypes() throws IOException {
        byte[] workbook = written(SheetRow.of(20, SheetCell.text("a", PLAIN)));
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertEquals("[Content_Types].xml", names.get(0));
        assertEquals(names.stream().distinct().toList(), names);
    }

    @Test
    void leavesNothingWhereASheetCannotBeMade(@TempDir Path folder) throws IOException {
        Iterable<SheetRow> broken = () -> {
            throw new IllegalStateException("no rows");
        };
        Path target = folder.resolve("workbook.xlsx");
        assertThrows(
                IllegalStateException.class, () -> WorkbookFile.write(plan(List.of(sheet("One", broken))), target));
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }
}
