package org.jibao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The checklist finds what it is there to find. */
final class WorkbookChecklistTest {

    @Test
    void findsNothingInAGoodWorkbook() throws IOException {
        assertEquals(List.of(), after(workbook -> {}));
    }

    @Test
    void findsMissingProperties() throws IOException {
        assertEquals(List.of("workbook: no title", "workbook: no language"), after(workbook -> {
            workbook.getProperties().getCoreProperties().setTitle("");
            workbook.getProperties()
                    .getCoreProperties()
                    .getUnderlyingProperties()
                    .setLanguageProperty("");
        }));
    }

    @Test
    void findsASheetWithoutATitle() throws IOException {
        assertEquals(
                List.of("Figures: does not begin with a title in A1"),
                after(workbook -> workbook.getSheetAt(0).getRow(0).getCell(0).setBlank()));
        assertEquals(
                List.of("Figures: A1 does not look like a title"),
                after(workbook ->
                        workbook.getSheetAt(0).getRow(0).getCell(0).setCellStyle(style(workbook, 10, false, 0, -1))));
    }

    @Test
    void findsMergedAndBlankPartsOfATable() throws IOException {
        assertEquals(
                List.of(
                        "Figures A3:B5: merged cells A4:B4",
                        "Figures A3:B5: column 2 has no header",
                        "Figures A3:B5: row 5 is blank"),
                after(workbook -> {
                    XSSFSheet sheet = workbook.getSheetAt(0);
                    sheet.addMergedRegion(new CellRangeAddress(3, 3, 0, 1));
                    sheet.getRow(2).getCell(1).setBlank();
                    sheet.getRow(4).forEach(cell -> cell.setBlank());
                }));
    }

    @Test
    void findsASecondTableWithoutAName() throws IOException {
        assertEquals(
                List.of("Figures: the table at row 8 has no name"),
                after(workbook -> header(workbook, workbook.getSheetAt(0), 7)));
    }

    @Test
    void findsPicturesWithoutWords() throws IOException {
        assertEquals(List.of("Figures: “Chart” is not told in words"), after(workbook -> workbook.getSheetAt(0)
                .createDrawingPatriarch()
                .createChart(new XSSFClientAnchor())
                .getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr()
                .setName("Chart")));
    }

    @Test
    void findsPaleLettersAndHiddenOnes() throws IOException {
        assertEquals(
                List.of(
                        "Figures A4: contrast 2.60 of 9AA5B1 on FFFFFF".replace("2.60", contrast(0x9AA5B1)),
                        "Figures B4: contrast 1.00 of FFFFFF on FFFFFF"),
                after(workbook -> {
                    XSSFRow row = workbook.getSheetAt(0).getRow(3);
                    row.getCell(0).setCellStyle(style(workbook, 10, false, 0x9AA5B1, -1));
                    row.getCell(1).setCellStyle(style(workbook, 10, false, 0xFFFFFF, -1));
                }));
    }

    private static String contrast(int ink) {
        return String.format(java.util.Locale.ROOT, "%.2f", Contrast.of(ink, 0xFFFFFF));
    }

    @Test
    void findsNamesThatSayNothingAndHiddenRows() throws IOException {
        assertEquals(List.of("Sheet1: name says nothing", "Sheet1: row 4 is hidden"), after(workbook -> {
            workbook.setSheetName(0, "Sheet1");
            workbook.getSheetAt(0).getRow(3).setZeroHeight(true);
        }));
    }

    @Test
    void findsALongTableWithoutItsHeaderOnEveryPage() throws IOException {
        assertEquals(
                List.of("Figures: the header is not repeated in print", "Figures: the header does not stay in sight"),
                after(workbook -> {
                    XSSFSheet sheet = workbook.getSheetAt(0);
                    for (int row = 5; row < 60; row++) {
                        row(workbook, sheet, row);
                    }
                    workbook.getName("table_figures").setRefersToFormula("'Figures'!$A$3:$B$60");
                }));
    }

    @Test
    void countsContrastAsWcagDoes() {
        assertEquals(21, Contrast.of(0, 0xFFFFFF), 0.001);
        assertEquals(4.54, Contrast.of(0x767676, 0xFFFFFF), 0.01);
    }

    @Test
    void exemptsOnlyPrintedPartsOfAForm() throws IOException {
        assertEquals(List.of(), afterInForm(workbook -> {
            XSSFSheet sheet = workbook.getSheetAt(0);
            sheet.addMergedRegion(new CellRangeAddress(2, 2, 0, 1));
            sheet.getRow(2).getCell(1).setBlank();
        }));
        assertEquals(
                List.of(
                        "Figures A3:B5: merged cells A5:B5",
                        "Figures A5: does not say what is to be filled in",
                        "Figures B5: does not say what is to be filled in"),
                afterInForm(workbook -> {
                    XSSFSheet sheet = workbook.getSheetAt(0);
                    open(workbook, sheet.getRow(4));
                    sheet.addMergedRegion(new CellRangeAddress(4, 4, 0, 1));
                }));
    }

    @Test
    void exemptsRowsForEntriesThatSayWhatTheyTake() throws IOException {
        assertEquals(List.of(), afterInForm(workbook -> {
            XSSFSheet sheet = workbook.getSheetAt(0);
            open(workbook, sheet.getRow(4));
            var helper = sheet.getDataValidationHelper();
            var rule = helper.createValidation(
                    helper.createCustomConstraint("TRUE"), new CellRangeAddressList(4, 4, 0, 1));
            rule.createPromptBox("Count", "Enter a whole number");
            rule.setShowPromptBox(true);
            sheet.addValidationData(rule);
        }));
        assertEquals(
                List.of("Figures A3:B5: row 5 is blank"),
                afterInForm(workbook -> workbook.getSheetAt(0).getRow(4).forEach(cell -> cell.setBlank())));
    }

    private static void open(XSSFWorkbook workbook, XSSFRow row) {
        row.forEach(cell -> {
            XSSFCellStyle open = workbook.createCellStyle();
            open.setLocked(false);
            cell.setBlank();
            cell.setCellStyle(open);
        });
    }

    private static List<String> afterInForm(Consumer<XSSFWorkbook> change) throws IOException {
        try (XSSFWorkbook workbook = good()) {
            change.accept(workbook);
            return WorkbookChecklist.violations(workbook, FormExemption.ofBlankForms());
        }
    }

    private static List<String> after(Consumer<XSSFWorkbook> change) throws IOException {
        try (XSSFWorkbook workbook = good()) {
            change.accept(workbook);
            return WorkbookChecklist.violations(workbook, FormExemption.none());
        }
    }

    private static XSSFWorkbook good() {
        XSSFWorkbook workbook = new XSSFWorkbook();
        var core = workbook.getProperties().getCoreProperties();
        core.setTitle("Figures");
        core.setCreator("Jibao");
        core.getUnderlyingProperties().setLanguageProperty("en");
        XSSFSheet sheet = workbook.createSheet("Figures");
        var title = sheet.createRow(0).createCell(0);
        title.setCellValue("Figures");
        title.setCellStyle(style(workbook, 16, true, 0x1F2933, -1));
        header(workbook, sheet, 2);
        row(workbook, sheet, 3);
        row(workbook, sheet, 4);
        Name name = workbook.createName();
        name.setSheetIndex(0);
        name.setNameName("table_figures");
        name.setRefersToFormula("'Figures'!$A$3:$B$5");
        return workbook;
    }

    private static void header(XSSFWorkbook workbook, XSSFSheet sheet, int at) {
        XSSFRow row = sheet.createRow(at);
        for (int column = 0; column < 2; column++) {
            row.createCell(column).setCellValue("Column " + column);
            row.getCell(column).setCellStyle(style(workbook, 10, true, 0x1F2933, 0xE6EDF5));
        }
    }

    private static void row(XSSFWorkbook workbook, XSSFSheet sheet, int at) {
        XSSFRow row = sheet.createRow(at);
        row.createCell(0).setCellValue("Ashdale");
        row.createCell(1).setCellValue(12);
    }

    private static XSSFCellStyle style(XSSFWorkbook workbook, double points, boolean bold, int ink, int fill) {
        XSSFFont font = workbook.createFont();
        font.setFontHeight(points);
        font.setBold(bold);
        font.setColor(new XSSFColor(new byte[] {(byte) (ink >> 16), (byte) (ink >> 8), (byte) ink}));
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        if (fill >= 0) {
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setFillForegroundColor(
                    new XSSFColor(new byte[] {(byte) (fill >> 16), (byte) (fill >> 8), (byte) fill}));
        }
        return style;
    }
}
