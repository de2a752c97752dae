package org.jibao.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.draft.Remark.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cells take and whom a sheet lets in: locks, lists of choices on other sheets and under names. */
class ProtectedFormsTest {

    private final Path folder;

    ProtectedFormsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static void words(XSSFSheet sheet, int row, String... words) {
        for (int column = 0; column < words.length; column++) {
            if (!words[column].isEmpty()) {
                var there = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
                there.createCell(column).setCellValue(words[column]);
            }
        }
    }

    private static void open(XSSFSheet sheet, CellStyle style, int row, int column) {
        sheet.getRow(row).createCell(column).setCellStyle(style);
    }

    private static void choices(XSSFSheet sheet, String source, int first, int last, int column) {
        XSSFDataValidationHelper helper = new XSSFDataValidationHelper(sheet);
        sheet.addValidationData(helper.createValidation(
                helper.createFormulaListConstraint(source), new CellRangeAddressList(first, last, column, column)));
    }

    private Drafted drafted(XSSFWorkbook book) throws IOException {
        Drafted drafted = new Drafted(folder);
        try (OutputStream stream = Files.newOutputStream(drafted.from().resolve("form.xlsx"))) {
            book.write(stream);
        }
        drafted.draft();
        return drafted;
    }

    @Test
    void takesLabelsWithOneOpenCellForLinesOfACover() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            CellStyle style = book.createCellStyle();
            style.setLocked(false);
            XSSFSheet cover = book.createSheet("Coversheet");
            words(cover, 0, "Audit of grants", "This workbook is filled in once a year");
            words(cover, 1, "Version", "1.4");
            words(cover, 2, "Auditee UEI:");
            words(cover, 3, "Describe the accounting policies that were used");
            open(cover, style, 2, 1);
            open(cover, style, 3, 1);
            cover.protectSheet("");
            XSSFSheet form = book.createSheet("Form");
            words(form, 0, "Firm", "State", "Amount expended");
            XSSFSheet states = book.createSheet("States");
            words(states, 0, "State");
            words(states, 1, "Ashdale");
            words(states, 2, "Elmton");
            book.createName().setNameName("state_lookup");
            book.getName("state_lookup").setRefersToFormula("States!$A$2:$A$3");
            choices(form, "state_lookup", 1, 99, 1);
            Drafted drafted = drafted(book);
            assertEquals("""
                    layout: cover
                    title: Cover
                    sheet: Coversheet
                    unit-code: auditee_uei
                    fields:
                      - {label: Auditee UEI, optional: true}
                      - {label: Describe the accounting policies that were used, optional: true}
                    """, drafted.text("forms/survey_cover.yaml"));
            assertEquals("""
                    layout: register
                    title: Form
                    sheet: Form
                    fields:
                      - Firm
                      - {label: State, values: [Ashdale, Elmton]}
                      - {label: Amount expended, cell: amount}
                    """, drafted.text("forms/survey.yaml"));
            assertTrue(
                    drafted.said(Kind.RECOGNISED).contains("States: Lists of choices for other sheets"),
                    drafted.said(Kind.RECOGNISED).toString());
        }
    }

    /** In each row one of a few words is chosen: they are no labels of rows. */
    @Test
    void takesChosenWordsForEntries() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet form = book.createSheet("Form");
            words(form, 0, "Theme", "Output", "Actual", "Forecast");
            for (int row = 1; row < 9; row++) {
                words(form, row, "Please select", "Please select");
                form.getRow(row).createCell(2).setCellValue(row);
                form.getRow(row).createCell(3).setCellValue(row + 2);
            }
            form.getRow(1).getCell(0).setCellValue("Roads");
            form.getRow(1).getCell(1).setCellValue("Lamps");
            choices(form, "\"Please select,Roads,Parks\"", 1, 8, 0);
            Drafted drafted = drafted(book);
            assertTrue(
                    drafted.text("forms/survey.yaml").startsWith("layout: register\n"),
                    drafted.text("forms/survey.yaml"));
            assertEquals(
                    List.of(),
                    drafted.said(Kind.LOOK).stream()
                            .filter(line -> line.contains("Please select"))
                            .toList());
        }
    }
}
