package org.jibao.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.finding.Finding;
import org.jibao.inbox.Inbox;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;
import org.jibao.reading.Reading;
import org.jibao.reading.ReturnReader;
import org.jibao.template.TemplateBook.TemplateRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A blank template is read with no word about its layout, and its parts say what Excel is to do with it. */
class TemplateWriterTest {

    private static final String DEPARTMENT = "QL303";

    private String code = "";
    private final Path folder;

    TemplateWriterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void quarterlyTemplateLacksOnlyWhatTheUnitFillsIn() {
        Path file = write("quarterly-disclosure", DEPARTMENT, "2026Q4", Map.of());
        assertEquals(Map.of("cell-blank", 252L, "cell-not-calculated", 47L), findings("quarterly-disclosure"));
        assertEquals(
                List.of(
                        "封面",
                        "填表说明",
                        "表一 主动公开",
                        "表二 依申请公开",
                        "表三 互动办件",
                        "表四 复议诉讼",
                        "主动公开信息台账",
                        "依申请公开台账",
                        "互动办件台账",
                        "审核说明",
                        "选项"),
                sheets(file));
    }

    @Test
    void annualTemplateLacksOnlyWhatTheUnitFillsIn() {
        write("annual-disclosure", DEPARTMENT, "2026", Map.of());
        assertEquals(Map.of("cell-blank", 166L, "cell-not-calculated", 34L), findings("annual-disclosure"));
    }

    /** Three narrow tables on one sheet. */
    @Test
    void unitOfMeasureStandsOnItsOwnLineWhereATitleIsLong() {
        Path file = write("annual-disclosure", DEPARTMENT, "2026", Map.of());
        assertEquals(2, count(part(file, "xl/sharedStrings.xml"), "\\n计量单位：件</t>"));
        assertEquals(0, count(part(file, "xl/sharedStrings.xml"), "[^\\n>]计量单位：万元</t>"));
    }

    @Test
    void unitGetsTheSheetsOfItsKind() {
        Path department = write("assessment", DEPARTMENT, "2026Q4", Map.of());
        assertEquals(List.of("封面", "填表说明", "公开情况", "审核说明"), sheets(department));
        assertEquals(Map.of(), findings("assessment"));
        Path county = write("assessment", "QL000", "2026Q4", Map.of());
        assertEquals(List.of("封面", "填表说明", "考核计划", "核查与加分", "审核说明", "选项"), sheets(county));
        assertEquals(Map.of(), findings("assessment"));
    }

    @Test
    void protectsLabelsAndComputesOnOpening() {
        Path file = write("quarterly-disclosure", DEPARTMENT, "2026Q4", Map.of());
        assertEquals(1, count(part(file, "xl/workbook.xml"), "<calcPr fullCalcOnLoad=\"true\"/>"));
        for (int sheet = 1; sheet <= 11; sheet++) {
            String xml = part(file, "xl/worksheets/sheet" + sheet + ".xml");
            assertEquals(1, count(xml, "<sheetProtection sheet=\"true\""), "sheet " + sheet);
            assertEquals(0, count(xml, "<sheetProtection[^>]*(password|hash)"), "sheet " + sheet);
        }
    }

    @Test
    void requestsStandUnderMergedHeadings() {
        String xml = part(write("quarterly-disclosure", DEPARTMENT, "2026Q4", Map.of()), "xl/worksheets/sheet4.xml");
        for (String merged : List.of("A3:C4", "D3:D4", "E3:I3", "J3:J4", "A5:C5", "A7:A28", "B9:B16", "B20:B24")) {
            assertEquals(1, count(xml, "<mergeCell ref=\"" + merged + "\"/>"), merged);
        }
        assertEquals(1, count(xml, "<pane xSplit=\"3.0\" ySplit=\"4.0\" state=\"frozen\""));
        assertEquals(1, count(xml, "<pageSetup paperSize=\"9\""));
    }

    /** Six columns of open cells above the total, six below it; what is computed only says so. */
    @Test
    void refusesWhatIsNoCount() {
        String xml = part(write("quarterly-disclosure", DEPARTMENT, "2026Q4", Map.of()), "xl/worksheets/sheet4.xml");
        String refusing = "<dataValidation type=\"custom\"[^>]*showErrorMessage=\"true\"[^>]*errorTitle=\"不能这样填\"";
        String first =
                "<formula1>IF\\(ISNUMBER\\(D5\\),AND\\(D5>=0,D5=INT\\(D5\\)\\),OR\\(D5=\"/\",D5=\"—\",D5=\"不适用\"\\)\\)</formula1>";
        assertEquals(24, count(xml, refusing));
        assertEquals(1, count(xml, first));
        assertEquals(6, count(xml, "还没有已接收的报表"));
    }

    @Test
    void registersOfferListsAndAskForDates() {
        String xml = part(write("quarterly-disclosure", DEPARTMENT, "2026Q4", Map.of()), "xl/worksheets/sheet8.xml");
        assertEquals(5, count(xml, "<dataValidation type=\"list\"[^>]*showErrorMessage=\"true\""));
        assertEquals(1, count(xml, "<formula1>list_request_register_outcome</formula1>"));
        assertEquals(6, count(xml, "<dataValidation type=\"date\"[^>]*showErrorMessage=\"true\""));
        assertEquals(0, count(xml, "showDropDown=\"true\""));
        assertEquals(13, count(xml, "sqref=\"[A-M]5:[A-M]5000\""));
    }

    @Test
    void totalHasCachedValueWhereAllOfItIsBroughtForward() {
        Map<String, BigDecimal> last = new TreeMap<>();
        for (String column : List.of("natural", "business", "research", "charity", "legal", "other")) {
            last.put("requests.carried_out." + column, new BigDecimal("2.0000"));
        }
        last.put("proactive.policy.year_to_date", new BigDecimal("12.0000"));
        Path file = write("quarterly-disclosure", DEPARTMENT, "2026Q4", last);
        String requests = part(file, "xl/worksheets/sheet4.xml");
        assertEquals(1, count(requests, "<f>IF\\(COUNTBLANK\\(D6:I6\\)>0,\"\",SUM\\(D6:I6\\)\\)</f><v>12.0</v>"));
        assertEquals(1, count(requests, "</f><v>"));
        String disclosed = part(file, "xl/worksheets/sheet3.xml");
        assertEquals(1, count(disclosed, "<f>IF\\(COUNTBLANK\\(B6\\)>0,\"\",12\\+SUM\\(B6\\)\\)</f></c>"));
    }

    @Test
    void carriesTheCodeThatProvesItsUnit() {
        code = "0123456789abcdef";
        write("quarterly-disclosure", DEPARTMENT, "2026Q4", Map.of());
        JobDefinition definition = JobLoader.load(Path.of("jobs/quarterly-disclosure"));
        Reading reading = new ReturnReader(definition, Limits.standard())
                .read(listed("quarterly-disclosure").get(0));
        assertEquals("0123456789abcdef", ((Reading.Read) reading).document().code());
    }

    private Path write(String job, String unit, String period, Map<String, BigDecimal> last) {
        JobDefinition definition = JobLoader.load(Path.of("jobs", job));
        Period when = Period.parse(period).orElseThrow();
        BroughtForward before = new BroughtForward(when.previous(), !last.isEmpty(), last);
        TemplateRequest request = new TemplateRequest(
                definition,
                definition.roster().byCode(unit).orElseThrow(),
                when,
                LocalDate.of(2027, 1, 11),
                before,
                "1",
                code);
        try {
            Path file = Files.createDirectories(folder.resolve(job)).resolve("空白表.xlsx");
            new TemplateWriter().write(request, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Long> findings(String job) {
        JobDefinition definition = JobLoader.load(Path.of("jobs", job));
        Map<String, Long> codes = new TreeMap<>();
        for (InboxFile file : listed(job)) {
            Reading reading = new ReturnReader(definition, Limits.standard()).read(file);
            if (reading instanceof Reading.Read read) {
                for (Finding finding : read.document().findings()) {
                    codes.merge(finding.code(), 1L, Long::sum);
                }
            } else {
                throw new AssertionError(((Reading.Rejected) reading).reason());
            }
        }
        return codes;
    }

    private List<InboxFile> listed(String job) {
        try {
            return Inbox.list(folder.resolve(job), Limits.standard()).files();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> sheets(Path file) {
        List<String> names = new ArrayList<>();
        Matcher sheet = Pattern.compile("<sheet name=\"([^\"]+)\"").matcher(part(file, "xl/workbook.xml"));
        while (sheet.find()) {
            names.add(sheet.group(1));
        }
        return names;
    }

    private static long count(String xml, String pattern) {
        return Pattern.compile(pattern).matcher(xml).results().count();
    }

    private static String part(Path file, String name) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
