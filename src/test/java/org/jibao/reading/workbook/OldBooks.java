package org.jibao.reading.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.testkit.Sheets;

/** Compound files with all that a slip shows. */
public final class OldBooks {

    private static final Path COUNTY = Path.of("sample-data/county/quarterly-disclosure/2026Q3");

    private OldBooks() {}

    public static SourceFile source(String name, byte[] bytes) {
        boolean packed = bytes[0] == 'P';
        Container container = packed ? Container.OOXML : Container.OLE2;
        return new SourceFile(
                new InboxFile(Path.of(name), name, bytes.length, "00", Instant.EPOCH, container, null), bytes);
    }

    /** By what they have. */
    public static Map<String, byte[]> all() throws Exception {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("all", full());
        all.put("plain", Sheets.of("表一", "| 项目 | 公文件数 |\n| 本期制发公文 | 12 |\n").xls());
        all.put("town", Files.readAllBytes(COUNTY.resolve("青岚县半夏乡_2026年第三季度.xls")));
        all.put("locked", locked());
        return all;
    }

    private static byte[] locked() throws Exception {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            EncryptionInfo information = new EncryptionInfo(EncryptionMode.standard);
            information.getEncryptor().confirmPassword(Decryptor.DEFAULT_PASSWORD);
            try (var stream = information.getEncryptor().getDataStream(file)) {
                stream.write(Sheets.of("表一", "| 项目 | 45% | @2026-07-03 |\n").xlsx());
            }
            file.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    /** Styles, runs, merged cells, rules, formulas, widths, hidden parts, protection and print set-up. */
    public static byte[] full() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            HSSFSheet sheet = workbook.createSheet("甲");
            cells(workbook, sheet);
            look(workbook, sheet);
            rules(sheet);
            workbook.setSheetHidden(workbook.getSheetIndex(workbook.createSheet("乙")), true);
            var name = workbook.createName();
            name.setNameName("own");
            name.setRefersToFormula("甲!$A$1");
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void cells(HSSFWorkbook workbook, HSSFSheet sheet) {
        HSSFFont struck = workbook.createFont();
        struck.setStrikeout(true);
        struck.setColor(IndexedColors.RED.getIndex());
        HSSFRichTextString rich = new HSSFRichTextString("一百二十\uD800");
        rich.applyFont(1, 3, struck);
        sheet.createRow(0).createCell(0).setCellValue(rich);
        sheet.createRow(1).createCell(0).setCellValue(-12.5);
        sheet.getRow(1).createCell(1).setCellFormula("A2*2");
        sheet.getRow(1).createCell(2).setCellValue(true);
        sheet.getRow(1).createCell(3).setCellErrorValue((byte) 0x07);
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        sheet.getRow(1).createCell(4).setCellFormula("SUM(A2:B2)");
        sheet.getRow(1).setZeroHeight(true);
        CellStyle style = workbook.createCellStyle();
        style.setFont(struck);
        style.setFillForegroundColor(IndexedColors.YELLOW.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.DOUBLE);
        style.setDataFormat(workbook.createDataFormat().getFormat("#,##0\"元\""));
        style.setRotation((short) 45);
        style.setWrapText(true);
        sheet.createRow(70).createCell(200).setCellStyle(style);
        sheet.getRow(70).setHeightInPoints(33);
    }

    private static void look(HSSFWorkbook workbook, HSSFSheet sheet) {
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
        sheet.setColumnWidth(1, 5000);
        sheet.setColumnHidden(2, true);
        sheet.protectSheet("x");
        sheet.createFreezePane(1, 2);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        workbook.setPrintArea(0, 0, 4, 0, 70);
        sheet.setRepeatingRows(new CellRangeAddress(0, 1, -1, -1));
    }

    private static void rules(HSSFSheet sheet) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        CellRangeAddressList cells = new CellRangeAddressList(3, 9, 0, 1);
        DataValidation list =
                helper.createValidation(helper.createExplicitListConstraint(new String[] {"是", "否"}), cells);
        list.createPromptBox("填法", "选一项");
        list.setShowPromptBox(true);
        sheet.addValidationData(list);
        sheet.addValidationData(helper.createValidation(
                helper.createIntegerConstraint(OperatorType.BETWEEN, "0", "=A2"),
                new CellRangeAddressList(3, 9, 3, 3)));
    }
}
