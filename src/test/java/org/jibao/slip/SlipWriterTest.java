package org.jibao.slip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.checking.Verdict;
import org.jibao.finding.Language;
import org.jibao.finding.Place;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;
import org.jibao.inbox.ZipPackage;
import org.jibao.slip.SlipFinding.SlipCell;
import org.jibao.slip.SlipWriter.NotMarkedException;
import org.jibao.slip.SlipWriter.SlipLimits;
import org.jibao.slip.SlipWriter.Written;
import org.jibao.testkit.Zips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlipWriterTest {

    private static Slip slip(SlipFinding... findings) {
        return new Slip(
                "季报",
                "甲局",
                "2026年第三季度",
                "甲局.xlsx",
                Instant.parse("2026-10-09T01:00:00Z"),
                "2026-10-09 09:00",
                Verdict.RETURNED,
                List.of(findings),
                "甲局_2026年第三季度",
                List.of(Language.ZH));
    }

    private static Written marked(Slip slip, byte[] file) throws IOException, NotMarkedException {
        return SlipWriter.marked(slip, Books.of(file));
    }

    @Test
    void marksAWorkbookThatWasSavedAsStrictOpenXml() throws IOException, NotMarkedException {
        byte[] strict = Zips.of(threeSheets(false))
                .change("xl/workbook.xml", SlipWriterTest::strictly)
                .change("xl/_rels/workbook.xml.rels", SlipWriterTest::strictly)
                .change("xl/worksheets/sheet1.xml", SlipWriterTest::strictly)
                .change("xl/styles.xml", SlipWriterTest::strictly)
                .change("_rels/.rels", SlipWriterTest::strictly)
                .bytes();
        Written slip = marked(slip(invalid("甲", "A1")), strict);
        assertEquals(".xlsx", slip.ending());
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(slip.bytes()))) {
            assertEquals(4, workbook.getNumberOfSheets());
            assertEquals("甲", workbook.getSheetName(1));
        }
    }

    private static String strictly(String xml) {
        String strict = "http://purl.oclc.org/ooxml/";
        return xml.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", strict + "spreadsheetml/main")
                .replace("http://schemas.openxmlformats.org/officeDocument/2006/", strict + "officeDocument/")
                .replaceFirst("<workbook ", "<workbook conformance=\"strict\" ");
    }

    private static SlipFinding invalid(String sheet, String cell) {
        return finding(Place.cell(sheet, cell), List.of(), List.of());
    }

    private static SlipFinding finding(Place place, List<SlipCell> left, List<SlipCell> right) {
        return new SlipFinding(
                "cell-invalid",
                Severity.ERROR,
                false,
                place,
                false,
                "填错了",
                "请改正",
                left,
                right,
                left.isEmpty() ? "" : "1");
    }

    /** Three sheets that refer to one another, in another order than they stand in. */
    private static byte[] threeSheets(boolean old) throws IOException {
        try (Workbook workbook = old ? new HSSFWorkbook() : new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (String name : List.of("甲", "乙", "丙")) {
                workbook.createSheet(name).createRow(0).createCell(0).setCellValue(name.codePointAt(0));
            }
            cell(workbook, "甲", "=丙!A1+乙!A1");
            cell(workbook, "乙", "=甲!A1");
            cell(workbook, "丙", "=SUM(甲!A1:A3)+乙!A1");
            Name name = workbook.createName();
            name.setNameName("总数");
            name.setRefersToFormula("乙!$A$1");
            workbook.setPrintArea(1, "$A$1:$B$2");
            workbook.getSheet("丙").setRepeatingRows(CellRangeAddress.valueOf("1:1"));
            comment(workbook.getSheet("丙"), "G4", "本单位的批注");
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void cell(Workbook workbook, String sheet, String formula) {
        workbook.getSheet(sheet).getRow(0).createCell(1).setCellFormula(formula.substring(1));
    }

    private static void comment(Sheet sheet, String address, String text) {
        CellAddress place = new CellAddress(address);
        ClientAnchor anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
        anchor.setCol1(place.getColumn());
        anchor.setRow1(place.getRow());
        anchor.setCol2(place.getColumn() + 2);
        anchor.setRow2(place.getRow() + 2);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setAddress(place);
        comment.setAuthor("李四");
        comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString(text));
    }

    private static List<String> references(Workbook workbook) {
        List<String> references = new ArrayList<>();
        for (String sheet : List.of("甲", "乙", "丙")) {
            Cell cell = workbook.getSheet(sheet).getRow(0).getCell(1);
            references.add(sheet + " " + cell.getCellFormula().replace("'", ""));
            references.add(String.valueOf(workbook.getPrintArea(workbook.getSheetIndex(sheet)))
                    .replace("'", ""));
            references.add(String.valueOf(workbook.getSheet(sheet).getRepeatingRows() == null));
        }
        return references;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void listInFrontTurnsNoReferenceToAnotherSheet(boolean old) throws IOException, NotMarkedException {
        byte[] file = threeSheets(old);
        byte[] slip = marked(slip(invalid("丙", "A1")), file).bytes();
        try (Workbook before = WorkbookFactory.create(new ByteArrayInputStream(file));
                Workbook after = WorkbookFactory.create(new ByteArrayInputStream(slip))) {
            assertEquals(
                    List.of("退回说明", "甲", "乙", "丙"),
                    List.of(
                            after.getSheetName(0),
                            after.getSheetName(1),
                            after.getSheetName(2),
                            after.getSheetName(3)));
            assertEquals(references(before), references(after));
            assertEquals(0, after.getActiveSheetIndex());
            after.getCreationHelper().createFormulaEvaluator().evaluateAll();
            assertEquals(
                    "甲".codePointAt(0) + "乙".codePointAt(0),
                    after.getSheet("丙").getRow(0).getCell(1).getNumericCellValue());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void neighboursHaveACommentEachAndTheUnitsOwnIsLeftOut(boolean old) throws IOException, NotMarkedException {
        SlipFinding[] findings = {
            invalid("丙", "F5"), invalid("丙", "G4"), invalid("丙", "F4"), invalid("丙", "E5"), invalid("没有", "A1")
        };
        byte[] once = marked(slip(findings), threeSheets(old)).bytes();
        String ours = "【退回说明】\n必须更正：填错了\n怎样改：请改正";
        Map<String, String> expected = new TreeMap<>(Map.of("E5", ours, "F4", ours, "F5", ours, "G4", ours));
        assertEquals(expected, comments(once));
        byte[] twice = marked(slip(findings), once).bytes();
        assertEquals(expected, comments(twice));
        byte[] mended = marked(slip(), twice).bytes();
        assertEquals(Map.of(), comments(mended));
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(mended))) {
            assertEquals(4, workbook.getNumberOfSheets());
            assertEquals(
                    0, workbook.getSheet("丙").getSheetConditionalFormatting().getNumConditionalFormattings());
        }
    }

    private static Map<String, String> comments(byte[] file) throws IOException {
        Map<String, String> comments = new TreeMap<>();
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            workbook.getSheet("丙")
                    .getCellComments()
                    .forEach((place, comment) -> comments.put(
                            place.formatAsString(), comment.getString().getString()));
        }
        return comments;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothSidesOfAnIdentityAreColouredWhileNoneIsChanged(boolean old) throws IOException, NotMarkedException {
        SlipFinding broken = finding(
                Place.cell("甲", "A1"),
                List.of(new SlipCell(Place.cell("甲", "A1"), "总计", "30002")),
                List.of(new SlipCell(Place.cell("甲", "C9"), "其他", "")));
        byte[] slip = marked(slip(broken), threeSheets(old)).bytes();
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(slip))) {
            var format = workbook.getSheet("甲").getSheetConditionalFormatting().getConditionalFormattingAt(0);
            assertEquals(
                    List.of("A1", "C9"),
                    List.of(format.getFormattingRanges()).stream()
                            .map(CellRangeAddress::formatAsString)
                            .sorted()
                            .toList());
            assertEquals(
                    "AND(N(\"退回\")=0,$A$1=30002,ISBLANK($C$9))",
                    format.getRule(0).getFormula1().replace("30002.0", "30002"));
            assertEquals(null, workbook.getSheet("甲").getRow(8));
        }
    }

    /** A note by itself, but darker than the other cells, and its colour goes with theirs. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cellThatIsProbablyWrongIsDarkerThanTheOthers(boolean old) throws IOException, NotMarkedException {
        SlipFinding broken = finding(
                Place.cell("甲", "A1"),
                List.of(new SlipCell(Place.cell("甲", "A1"), "总计", "30002")),
                List.of(new SlipCell(Place.cell("甲", "C9"), "其他", "")));
        SlipFinding probable = new SlipFinding(
                "cell-probable",
                Severity.NOTE,
                false,
                Place.cell("甲", "C9"),
                false,
                "很可能是 C9",
                "请核对",
                List.of(),
                List.of(),
                "",
                List.of(Place.cell("甲", "C9")));
        byte[] slip = marked(slip(probable, broken), threeSheets(old)).bytes();
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(slip))) {
            var formats = workbook.getSheet("甲").getSheetConditionalFormatting();
            assertEquals(2, formats.getNumConditionalFormattings());
            assertEquals(
                    "C9",
                    formats.getConditionalFormattingAt(0)
                            .getFormattingRanges()[0]
                            .formatAsString());
            assertEquals(
                    "AND(N(\"退回\")=0,ISBLANK($C$9),$A$1=30002)",
                    formats.getConditionalFormattingAt(0)
                            .getRule(0)
                            .getFormula1()
                            .replace("30002.0", "30002"));
            assertEquals(
                    "A1",
                    formats.getConditionalFormattingAt(1)
                            .getFormattingRanges()[0]
                            .formatAsString());
            Sheet list = workbook.getSheetAt(0);
            int last = list.getLastRowNum();
            assertEquals(
                    List.of("先看这里", "cell-probable", "必须更正", "cell-invalid"),
                    List.of(
                            text(list, last - 1, 1),
                            text(list, last - 1, 2),
                            text(list, last, 1),
                            text(list, last, 2)));
        }
    }

    private static String text(Sheet sheet, int row, int column) {
        return sheet.getRow(row).getCell(column).getStringCellValue();
    }

    @Test
    void wreckIsSaidToBeNoneThatCanBeRead() {
        byte[] wreck = "PK\u0003\u0004 and nothing more".getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(IOException.class, () -> Books.of(wreck));
    }

    @Test
    void workbookTooLargeToBeHeldIsRefused() throws IOException {
        assertEquals(
                Optional.of("内容太多（展开后约 7 MB）"),
                SlipLimits.refusal(ZipPackage.of(zip("xl/worksheets/sheet1.xml", 7)))
                        .map(Text::zh));
        assertEquals(Optional.empty(), SlipLimits.refusal(ZipPackage.of(zip("xl/worksheets/sheet1.xml", 5))));
        assertEquals(Optional.empty(), SlipLimits.refusal(ZipPackage.of(zip("xl/media/image1.png", 7))));
        assertEquals(
                Optional.of("内容太多（展开后约 7 MB）"),
                SlipLimits.refusal(7L * 1024 * 1024).map(Text::zh));
    }

    private static byte[] zip(String part, int mebibytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(new byte[mebibytes * 1024 * 1024]);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
