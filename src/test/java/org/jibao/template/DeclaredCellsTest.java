package org.jibao.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.template.TemplateBook.TemplateRequest;
import org.jibao.testkit.SmallJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a form declares of single cells and words stands in its template, too. */
class DeclaredCellsTest {

    private static final String GRID = """
            layout: grid
            title: {zh: Table, en: Table}
            sheet: {name: Table}
            %s
            cell: {kind: count}
            columns:
              - {id: a, zh: Received, en: Received}
              - {id: b, zh: Answered, en: Answered}
            rows:
              - {id: r, zh: Letters, en: Letters}
              - {id: s, zh: Calls, en: Calls}
            """;

    @TempDir
    Path temporary;

    private XSSFSheet sheet(String form) throws IOException {
        JobDefinition job = SmallJob.load(temporary, "g", GRID.formatted(form));
        Period period = Period.parse("2026Q3").orElseThrow();
        Path file = temporary.resolve("blank.xlsx");
        new TemplateWriter()
                .write(
                        new TemplateRequest(
                                job,
                                job.roster().byCode("H1").orElseThrow(),
                                period,
                                LocalDate.of(2026, 10, 10),
                                BroughtForward.nothing(period.previous()),
                                "1"),
                        file);
        try (XSSFWorkbook workbook = new XSSFWorkbook(file.toFile())) {
            return workbook.getSheet("Table");
        } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    private static List<String> rules(XSSFSheet sheet) {
        return sheet.getDataValidations().stream()
                .map(rule -> rule.getRegions().getCellRangeAddresses()[0].formatAsString() + " "
                        + rule.getValidationConstraint().getFormula1())
                .toList();
    }

    @Test
    void takesTheWordsThatTheFormTakes() throws IOException {
        XSSFSheet sheet = sheet("placeholders: {suppressed: ['[C]', '\"'], zero: [nil]}");
        String other = "OR(%1$s=\"/\",%1$s=\"—\",%1$s=\"不适用\",%1$s=\"[c]\",%1$s=\"\"\"\",%1$s=\"nil\"))";
        String number = "IF(ISNUMBER(%1$s),AND(%1$s>=0,%1$s=INT(%1$s)),";
        assertEquals(
                List.of("B4:B5 " + (number + other).formatted("B4"), "C4:C5 " + (number + other).formatted("C4")),
                rules(sheet));
    }

    @Test
    void takesAnyTextWhereTheWordsAreTooMany() throws IOException {
        XSSFSheet sheet = sheet("placeholders: {missing: ['not available to us at all', 'not collected in this quarter',"
                + " 'not yet known to the office', 'withheld until the audit is over', 'see the note at the end of the table', 'not applicable to this office']}");
        assertEquals("B4:B5 IF(ISNUMBER(B4),AND(B4>=0,B4=INT(B4)),TRUE)", rules(sheet).get(0));
    }

    @Test
    void greysWhatNeverApplies() throws IOException {
        XSSFSheet sheet = sheet("not-applicable: [s.b]");
        assertEquals("/", sheet.getRow(4).getCell(2).getStringCellValue());
        assertEquals(true, sheet.getRow(4).getCell(2).getCellStyle().getLocked());
        assertEquals(false, sheet.getRow(3).getCell(2).getCellStyle().getLocked());
        assertEquals(
                List.of("B4:B5", "C4", "C5"),
                rules(sheet).stream().map(rule -> rule.substring(0, rule.indexOf(' '))).toList());
    }
}
