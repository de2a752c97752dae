package org.jibao.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Finding;
import org.jibao.inbox.Inbox;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;
import org.jibao.reading.Reading;
import org.jibao.reading.ReturnReader;
import org.jibao.reading.Returns;
import org.jibao.reading.content.ReturnDocument;
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

    private final Path temporary;

    DeclaredCellsTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    private XSSFSheet sheet(String form) throws IOException {
        Path file = write(SmallJob.load(temporary, "g", GRID.formatted(form)));
        try (XSSFWorkbook workbook = new XSSFWorkbook(file.toFile())) {
            return workbook.getSheet("Table");
        } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    private Path write(JobDefinition job) throws IOException {
        Period period = Period.parse("2026Q3").orElseThrow();
        Path file = Files.createDirectories(temporary.resolve("blank")).resolve("blank.xlsx");
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
        return file;
    }

    /** Figures and codes of findings of a template that nobody has filled in. */
    private String readBack(String form) throws IOException {
        JobDefinition job = SmallJob.load(temporary, "g", form);
        write(job);
        InboxFile file = Inbox.list(temporary.resolve("blank"), Limits.standard())
                .files()
                .get(0);
        Reading reading = new ReturnReader(job, Limits.standard()).read(file);
        ReturnDocument document = ((Reading.Read) reading).document();
        return Returns.figures(document, "g") + " "
                + document.findings().stream().map(Finding::code).distinct().toList();
    }

    @Test
    void isReadBackWhateverIsDeclared() throws IOException {
        assertEquals(
                "r.a=na r.b=blank s.a=blank s.b=na [cell-blank]",
                readBack(GRID.formatted("not-applicable: [r.a, s.b]")));
        String beside = GRID.formatted("").replace("en: Received}", "en: Received, beside: 2}");
        assertEquals(
                "r.a=blank r.b=blank s.a=blank s.b=blank [cell-blank]",
                readBack(beside.replace("en: Answered}", "en: Answered, beside: 3}")));
        String twice = GRID.formatted("").replace("zh: Calls, en: Calls}", "zh: Letters, en: Letters, nth: 2}");
        assertEquals(
                "r.a=blank r.b=blank s.a=blank s.b=blank [cell-blank]",
                readBack(twice.replace("en: Letters}", "en: Letters, nth: 1}")));
        String after = GRID.formatted("") + """
                  - {id: t, zh: men, en: men, after: Letters}
                  - {id: u, zh: Visits, en: Visits}
                  - {id: v, zh: men, en: men, after: Visits}
                """;
        assertEquals(
                "r.a=blank r.b=blank s.a=blank s.b=blank t.a=blank t.b=blank u.a=blank u.b=blank v.a=blank v.b=blank"
                        + " [cell-blank]",
                readBack(after));
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
        XSSFSheet sheet = sheet(
                "placeholders: {missing: ['not available to us at all', 'not collected in this quarter',"
                        + " 'not yet known to the office', 'withheld until the audit is over', 'see the note at the end of the table', 'not applicable to this office']}");
        assertEquals(
                "B4:B5 IF(ISNUMBER(B4),AND(B4>=0,B4=INT(B4)),TRUE)",
                rules(sheet).get(0));
    }

    @Test
    void greysWhatNeverApplies() throws IOException {
        XSSFSheet sheet = sheet("not-applicable: [s.b]");
        assertEquals("/", sheet.getRow(4).getCell(2).getStringCellValue());
        assertEquals(true, sheet.getRow(4).getCell(2).getCellStyle().getLocked());
        assertEquals(false, sheet.getRow(3).getCell(2).getCellStyle().getLocked());
        assertEquals(
                List.of("B4:B5", "C4", "C5"),
                rules(sheet).stream()
                        .map(rule -> rule.substring(0, rule.indexOf(' ')))
                        .toList());
    }
}
