package org.jibao.reading.xls;

import static org.jibao.reading.workbook.Workbooks.cells;
import static org.jibao.reading.workbook.Workbooks.dump;
import static org.jibao.reading.workbook.Workbooks.first;
import static org.jibao.reading.workbook.Workbooks.xls;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.LittleEndian;
import org.jibao.inbox.Limits;
import org.jibao.reading.Returns;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.workbook.SheetCollector;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells of {@code .xls} workbooks, sound and damaged. */
class XlsCellsTest {

    private static byte[] written(Consumer<HSSFWorkbook> content) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            content.accept(workbook);
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    /** The stream of a workbook, changed, in a file of its own. */
    private static byte[] file(String name, byte[] stream) throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            file.createDocument(new ByteArrayInputStream(stream), name);
            file.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] stream(byte[] xls) throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(xls));
                var stream = file.getRoot().createDocumentInputStream("Workbook")) {
            return stream.readAllBytes();
        }
    }

    /** Where the nth record of a kind begins. */
    private static int record(byte[] stream, int kind, int number) {
        int left = number;
        for (int at = 0; at + 4 <= stream.length; at += 4 + LittleEndian.getUShort(stream, at + 2)) {
            if (LittleEndian.getUShort(stream, at) == kind && left-- == 0) {
                return at;
            }
        }
        throw new AssertionError("no record " + kind);
    }

    private static byte[] inserted(byte[] stream, int at, byte[] records) {
        byte[] longer = new byte[stream.length + records.length];
        System.arraycopy(stream, 0, longer, 0, at);
        System.arraycopy(records, 0, longer, at, records.length);
        System.arraycopy(stream, at, longer, at + records.length, stream.length - at);
        return longer;
    }

    private static byte[] records(int... words) {
        byte[] bytes = new byte[words.length * 2];
        for (int i = 0; i < words.length; i++) {
            LittleEndian.putUShort(bytes, i * 2, words[i]);
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Workbook", "WORKBOOK", "WorkBook", "Book", "BOOK"})
    void findsTheStreamInAnyCase(String name) throws IOException {
        byte[] stream = stream(Sheets.of("表一", "| 一 | 2 |").xls());
        assertEquals("A1 TEXT 一, B1 NUMBER 2", first(xls(file(name, stream))));
    }

    @Test
    void readsMarksFormatsAndWhatIsHidden() throws IOException {
        byte[] bytes = written(workbook -> {
            HSSFSheet sheet = workbook.createSheet("表一");
            HSSFFont struck = workbook.createFont();
            struck.setStrikeout(true);
            HSSFFont raised = workbook.createFont();
            raised.setTypeOffset(Font.SS_SUPER);
            HSSFFont bold = workbook.createFont();
            bold.setBold(true);
            HSSFCellStyle deleted = workbook.createCellStyle();
            deleted.setFont(struck);
            deleted.setDataFormat(workbook.createDataFormat().getFormat("0\"元\""));
            HSSFRow row = sheet.createRow(0);
            cell(row, 0, deleted).setCellValue(8);
            HSSFRichTextString note = new HSSFRichTextString("101");
            note.applyFont(2, 3, raised);
            row.createCell(1).setCellValue(note);
            HSSFRichTextString own = new HSSFRichTextString("10 ");
            own.applyFont(0, 2, bold);
            own.applyFont(2, 3, struck);
            cell(row, 2, deleted).setCellValue(own);
            HSSFRichTextString half = new HSSFRichTextString("910");
            half.applyFont(1, 3, bold);
            cell(row, 3, deleted).setCellValue(half);
            sheet.setColumnHidden(2, true);
            sheet.setColumnWidth(4, 0);
            sheet.createRow(1).createCell(0).setCellValue(1);
            sheet.getRow(1).setZeroHeight(true);
            sheet.createRow(2).createCell(0).setCellValue(1);
            sheet.getRow(2).setHeight((short) 0);
            workbook.createSheet("二").createRow(0).createCell(0).setCellValue(2);
            workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
        });
        assertEquals(
                "[表一 {2, 4} [1, 2]] A1 NUMBER 8 [0\"元\"] STRUCK_OUT, B1 TEXT 101 RAISED, C1 TEXT 10 , "
                        + "D1 TEXT 910 STRUCK_OUT, A2 NUMBER 1, A3 NUMBER 1\n[二 hidden {} []] A1 NUMBER 2",
                dump(xls(bytes)));
    }

    private static HSSFCell cell(HSSFRow row, int column, HSSFCellStyle style) {
        HSSFCell cell = row.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    @Test
    void leavesOutWhatAMergedRangeCovers() throws IOException {
        byte[] bytes = written(workbook -> {
            HSSFSheet sheet = workbook.createSheet("表一");
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    sheet.createRow(row);
                }
            }
            sheet.getRow(0).createCell(0).setCellValue(1);
            sheet.getRow(1).createCell(1).setCellValue(77);
            sheet.getRow(2).createCell(1).setCellValue(3);
            sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 1));
        });
        assertEquals("A1 NUMBER 1, B3 NUMBER 3", first(xls(bytes)));
    }

    @Test
    void keepsRowNumbersBesideCommentsAndFormattedEmptyRows() throws IOException {
        byte[] bytes = written(workbook -> {
            HSSFSheet sheet = workbook.createSheet("表一");
            for (int number : new int[] {9, 4, 0}) {
                sheet.createRow(number).createCell(number % 3).setCellValue(number);
            }
            sheet.createRow(6).setRowStyle(workbook.createCellStyle());
            var comment = sheet.createDrawingPatriarch().createCellComment(new HSSFClientAnchor());
            comment.setString(new HSSFRichTextString("说明"));
            sheet.getRow(4).getCell(1).setCellComment(comment);
        });
        assertEquals("A1 NUMBER 0, B5 NUMBER 4, A10 NUMBER 9", first(xls(bytes)));
    }

    @Test
    void readsArrayFormulasAndUncalculatedOnes() throws IOException {
        byte[] bytes = written(workbook -> {
            HSSFSheet sheet = workbook.createSheet("表一");
            HSSFRow row = sheet.createRow(0);
            row.createCell(0).setCellValue(2);
            row.createCell(1).setCellFormula("A1*2");
            sheet.setArrayFormula("A1*3", CellRangeAddress.valueOf("C1:D1"));
            row.createCell(4).setCellFormula("A1-2");
            row.createCell(5).setCellFormula("1/0");
            row.createCell(6).setCellFormula("\"\"");
            row.createCell(7).setCellFormula("0.3-0.1-0.2");
            var evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            for (int column : new int[] {2, 3, 5, 6, 7}) {
                evaluator.evaluateFormulaCell(row.getCell(column));
            }
            sheet.createRow(2).createCell(0).setCellFormula("A1+1");
        });
        assertEquals(
                "A1 NUMBER 2, B1 NOT_CALCULATED =A1*2, C1 NUMBER 6, D1 NUMBER 6, E1 NOT_CALCULATED =A1-2,"
                        + " F1 ERROR #DIV/0!, H1 NUMBER 0, A3 NOT_CALCULATED =A1+1",
                first(xls(bytes)));
    }

    @Test
    void readsANumberThatIsNoneAsAnError() throws IOException {
        byte[] stream = stream(Sheets.of("表一", "| 0.1 | 2 |").xls());
        LittleEndian.putDouble(stream, record(stream, 0x203, 0) + 10, Double.NaN);
        assertEquals("A1 ERROR #NUM!, B1 NUMBER 2", first(xls(file("Workbook", stream))));
    }

    @Test
    void readsAStyleThatIsNotThereAsPlain() throws IOException {
        byte[] stream = stream(Sheets.of("表一", "| 45% | 2 |").xls());
        LittleEndian.putUShort(stream, record(stream, 0x203, 0) + 8, 999);
        assertEquals("A1 NUMBER 0.45, B1 NUMBER 2", first(xls(file("Workbook", stream))));
        byte[] font = stream(Sheets.of("表一", "| 45% | 2 |").xls());
        int style = LittleEndian.getUShort(font, record(font, 0x203, 0) + 8);
        LittleEndian.putUShort(font, record(font, 0xE0, style) + 4, 999);
        assertEquals("A1 SHARE 45% [0.00%], B1 NUMBER 2", first(xls(file("Workbook", font))));
    }

    private static final int[] CHART = {
        0x809, 16, 0x600, 0x20, 0, 0, 0, 0, 0, 0, 0x203, 14, 0, 0, 0, 0, 0, 0, 0x4059, 0x0A, 0
    };

    @Test
    void leavesOutNumbersOfAChartInsideASheet() throws IOException {
        byte[] stream =
                stream(Sheets.of("表一", "| 一 | 2.5 |").and("二", "| 3.5 |").xls());
        byte[] chart = inserted(stream, record(stream, 0x23E, 0), records(CHART));
        moveSheets(chart, stream.length, chart.length - stream.length, record(stream, 0x23E, 0));
        assertEquals(
                "[表一 {} []] A1 TEXT 一, B1 NUMBER 2.5\n[二 {} []] A1 NUMBER 3.5", dump(xls(file("Workbook", chart))));
    }

    /** Corrects the places of sheets that lie behind what has been inserted. */
    private static void moveSheets(byte[] stream, int before, int added, int from) {
        for (int number = 0; ; number++) {
            int at;
            try {
                at = record(stream, 0x85, number);
            } catch (AssertionError noMore) {
                return;
            }
            int place = LittleEndian.getInt(stream, at + 4);
            if (place >= from && place < before) {
                LittleEndian.putInt(stream, at + 4, place + added);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x20, 0x40, 0x06, 0x100})
    void keepsNamesBesideSheetsOfOtherKinds(int kind) throws IOException {
        byte[] stream = stream(
                Sheets.of("一", "| 1 |").and("另", "| 2 |").and("三", "| 3 |").xls());
        int place = LittleEndian.getInt(stream, record(stream, 0x85, 1) + 4);
        LittleEndian.putUShort(stream, place + 6, kind);
        assertEquals("[一 {} []] A1 NUMBER 1\n[三 {} []] A1 NUMBER 3", dump(xls(file("Workbook", stream))));
    }

    @Test
    void findsSheetsByTheirPlacesWhateverTheirOrder() throws IOException {
        byte[] stream = stream(Sheets.of("一", "| 1 |").and("二", "| 2 |").xls());
        int first = record(stream, 0x85, 0) + 4;
        int second = record(stream, 0x85, 1) + 4;
        int place = LittleEndian.getInt(stream, first);
        LittleEndian.putInt(stream, first, LittleEndian.getInt(stream, second));
        LittleEndian.putInt(stream, second, place);
        assertEquals("[一 {} []] A1 NUMBER 2\n[二 {} []] A1 NUMBER 1", dump(xls(file("Workbook", stream))));
    }

    @Test
    void readsCellsBesideDamagedRecordsThatTheyDoNotNeed() throws IOException {
        byte[] stream = stream(Sheets.of("表一", "| 一 | 2 |").xls());
        int at = record(stream, 0x23E, 0);
        byte[] damaged = inserted(stream, at, records(0xEC, 8, 0xFFFF, 0xFFFF, 0xFFFF, 0x7FFF, 0x1B6, 2, 1));
        byte[] rule = inserted(damaged, at, records(0x1B0, 2, 9));
        assertEquals("A1 TEXT 一, B1 NUMBER 2", first(xls(file("Workbook", rule))));
    }

    /** Whatever a program leaves out that Excel can do without: options of the sheet, widths, formats, the window. */
    @ParameterizedTest
    @ValueSource(ints = {0x81, 0x55, 0x225, 0x200, 0x208, 0x3D, 0x1C0, 0x0D, 0x26})
    void readsSheetsThatLackARecord(int kind) throws IOException {
        byte[] stream = stream(Sheets.of("表一", "| 一 | 2.5 |").xls());
        byte[] without = withoutAll(stream, kind);
        assertEquals("A1 TEXT 一, B1 NUMBER 2.5", first(xls(file("Workbook", without))));
    }

    private static byte[] withoutAll(byte[] stream, int kind) {
        byte[] left = stream;
        while (true) {
            int at;
            try {
                at = record(left, kind, 0);
            } catch (AssertionError noMore) {
                return left;
            }
            int length = 4 + LittleEndian.getUShort(left, at + 2);
            byte[] shorter = new byte[left.length - length];
            System.arraycopy(left, 0, shorter, 0, at);
            System.arraycopy(left, at + length, shorter, at, shorter.length - at);
            moveSheets(shorter, Integer.MAX_VALUE, -length, at);
            left = shorter;
        }
    }

    @Test
    void readsDaysCountedFrom1904() throws IOException {
        byte[] stream = stream(Sheets.of("表一", "| @2026-07-03 |").xls());
        LittleEndian.putUShort(stream, record(stream, 0x22, 0) + 4, 1);
        assertEquals("A1 DATE 2030-07-04", first(xls(file("Workbook", stream))));
    }

    @Test
    void rejectsRecordsThatAreCutOff() throws IOException {
        byte[] stream = stream(Sheets.of("表一", "| 一 | 2 |").xls());
        for (int length : List.of(stream.length - 4, stream.length - 7, 40)) {
            byte[] half = java.util.Arrays.copyOf(stream, length);
            assertThrows(IOException.class, () -> xls(file("Workbook", half)), length + " bytes");
        }
    }

    @Test
    void namesTheReasonOfARejection(@TempDir Path temporary) throws IOException {
        Returns returns = Returns.in(temporary);
        byte[] stream = stream(Sheets.of("表一", "| 一 | 2 |").xls());
        byte[] half = java.util.Arrays.copyOf(stream, stream.length - 7);
        assertEquals("file-unreadable records", Returns.line(returns.rejection("a.xls", file("Workbook", half))));
        byte[] zeros = new byte[5000];
        assertEquals("file-unreadable records", Returns.line(returns.rejection("a.xls", file("Workbook", zeros))));
    }

    @Test
    void opensWhatExcelOpensWithoutAPassword(@TempDir Path temporary) throws IOException {
        String expected = "A1 TEXT 一, B1 NUMBER 2";
        assertEquals(expected, first(xls(locked("VelvetSweatshop"))));
        byte[] other = locked("12345");
        assertEquals(
                "file-encrypted",
                Returns.in(temporary).rejection("a.xls", other).code());
    }

    private static byte[] locked(String password) throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword(password);
        try {
            return written(workbook -> {
                HSSFRow row = workbook.createSheet("表一").createRow(0);
                row.createCell(0).setCellValue("一");
                row.createCell(1).setCellValue(2);
            });
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Test
    void stopsBeforeMoreCellsAreBuiltThanMayBeHeld(@TempDir Path temporary) {
        Limits limits = new Limits(1 << 20, 1 << 24, 200, 8, 1000, 10, 1 << 20, Duration.ofSeconds(60));
        byte[] bytes = Sheets.of("表一", "| 1 | 2 | 3 |\n| 1 | 2 | 3 |\n").xls();
        assertEquals(
                "file-limit-exceeded cells | 5 | 6",
                Returns.line(Returns.in(temporary, limits).rejection("a.xls", bytes)));
    }

    @Test
    void passesOverAnyNumberOfBlankCells() throws IOException {
        byte[] bytes = written(workbook -> {
            HSSFSheet sheet = workbook.createSheet("表一");
            for (int row = 0; row < 30; row++) {
                for (int column = 0; column < 30; column++) {
                    sheet.createRow(row).createCell(column);
                }
            }
            sheet.createRow(30).createCell(0).setCellValue(1);
        });
        Limits limits = new Limits(1 << 20, 1 << 24, 200, 8, 1000, 10, 1 << 20, Duration.ofSeconds(60));
        Budget budget = new Budget(limits);
        SheetCollector collector = SheetCollector.ofAll(budget);
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            XlsReader.read(XlsStream.of(file.getRoot()), collector, budget);
        }
        assertEquals("A31 NUMBER 1", cells(collector.sheets().get(0)));
    }
}
