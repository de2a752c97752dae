package org.jibao.reading.workbook;

import static org.jibao.reading.workbook.Workbooks.SHEET;
import static org.jibao.reading.workbook.Workbooks.first;
import static org.jibao.reading.workbook.Workbooks.withRows;
import static org.jibao.reading.workbook.Workbooks.withSheet;
import static org.jibao.reading.workbook.Workbooks.xlsx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.List;
import org.jibao.reading.xlsx.PackageParts;
import org.jibao.reading.xlsx.StreamingXlsxReader;
import org.jibao.testkit.Sheets;
import org.jibao.testkit.Zips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of Office Open XML workbooks as programs other than Excel write them, both parsers alike. */
class PackageCellsTest {

    private static String rows(String rows) {
        return first(xlsx(withRows(rows).bytes()));
    }

    private static String cell(String cell) {
        return rows("<row r=\"1\">" + cell + "</row>");
    }

    @Test
    void joinsSeveralRowsOfOneNumber() {
        assertEquals(
                "A1 NUMBER 1, B1 NUMBER 2, C1 NUMBER 5, A2 NUMBER 3",
                rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1\"><c r=\"B1\"><v>2</v></c></row>"
                        + "<row r=\"2\"><c r=\"A2\"><v>3</v></c></row>"
                        + "<row r=\"1\"><c r=\"C1\"><v>5</v></c></row>"));
    }

    @Test
    void takesTheLastOfCellsGivenTwice() {
        assertEquals(
                "A1 NUMBER 2, B1 NUMBER 9",
                rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>8</v></c><c r=\"A1\"><v>2</v></c>"
                        + "<c r=\"C1\"><v>7</v></c><c r=\"C1\"/></row><row r=\"1\"><c r=\"B1\"><v>9</v></c></row>"));
    }

    @Test
    void countsRowsAndCellsWithoutReference() {
        assertEquals(
                "A1 NUMBER 1, B1 NUMBER 2, A2 NUMBER 3, C2 NUMBER 4, D2 NUMBER 5, B6 NUMBER 6, A7 NUMBER 7",
                rows("<row><c><v>1</v></c><c><v>2</v></c></row>"
                        + "<row><c><v>3</v></c><c/><c><v>4</v></c><c><v>5</v></c></row>"
                        + "<row r=\"6\"><c r=\"B6\"><v>6</v></c></row><row><c><v>7</v></c></row>"));
    }

    @Test
    void putsRowsAndCellsIntoOrder() {
        assertEquals(
                "A1 NUMBER 1, B1 NUMBER 2, A3 NUMBER 3, A5 NUMBER 5",
                rows("<row r=\"5\"><c r=\"A5\"><v>5</v></c></row><row r=\"1\"><c r=\"B1\"><v>2</v></c>"
                        + "<c r=\"A1\"><v>1</v></c></row><row r=\"3\"><c r=\"a3\"><v>3</v></c></row>"));
    }

    @Test
    void readsValuesWithSpacesAround() {
        assertEquals("A1 NUMBER 12", cell("<c r=\"A1\"><v>\n  12 </v></c>"));
        assertEquals("A1 NUMBER 12", cell("<c r=\"A1\" t=\"n\"><v>1<!-- x -->2</v></c>"));
        assertEquals("A1 TEXT 一", cell("<c r=\"A1\" t=\"s\"><v> 0\n</v></c>"));
        assertEquals("A1 BOOLEAN TRUE", cell("<c r=\"A1\" t=\"b\"><v> 1 </v></c>"));
        assertEquals("A1 BOOLEAN FALSE", cell("<c r=\"A1\" t=\"b\"><v>false</v></c>"));
        assertEquals("A1 ERROR #FIELD!", cell("<c r=\"A1\" t=\"e\"><v> #FIELD! </v></c>"));
    }

    @Test
    void readsWordsThatAreGivenAsNumbers() {
        assertEquals("A1 ERROR #NUM!", cell("<c r=\"A1\"><v>NaN</v></c>"));
        assertEquals("A1 ERROR #NUM!", cell("<c r=\"A1\"><v>-INF</v></c>"));
        assertEquals("A1 TEXT 1,300", cell("<c r=\"A1\"><v>1,300</v></c>"));
    }

    @Test
    void takesTheTextOfTheCellBeforeAValueBesideIt() {
        assertEquals("A1 TEXT 甲", cell("<c r=\"A1\" t=\"inlineStr\"><v>7</v><is><t>甲</t></is></c>"));
        assertEquals("A1 NUMBER 7", cell("<c r=\"A1\"><v>7</v><is><t>甲</t></is></c>"));
        assertEquals("A1 TEXT 甲", cell("<c r=\"A1\"><is><t>甲</t></is></c>"));
        assertEquals("A1 TEXT 乙", cell("<c r=\"A1\" t=\"inlineStr\"><v>乙</v></c>"));
    }

    @Test
    void leavesOutReadingsAndExtensions() {
        assertEquals(
                "A1 TEXT 東京, B1 NUMBER 1",
                cell("<c r=\"A1\" t=\"inlineStr\"><is><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></is></c>"
                        + "<c r=\"B1\"><v>1</v><extLst><ext><v>9</v><c><v>8</v></c></ext></extLst></c>"));
    }

    @ParameterizedTest
    @CsvSource({
        "甲_x000D_乙, 甲<CR>乙",
        "_x005F_x000D_, _x000D_",
        "_x000d_x, <CR>x",
        "x_x41_, x_x41_",
        "_x00G1_, _x00G1_",
        "a_x0041__x0042_, aAB"
    })
    void decodesEscapesInEveryKindOfText(String written, String decoded) {
        String text = decoded.replace("<CR>", "\r");
        byte[] bytes = withRows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>"
                        + written + "</t></is></c><c r=\"C1\" t=\"str\"><f>x</f><v>" + written + "</v></c></row>")
                .with("xl/sharedStrings.xml", "<sst><si><t>" + written + "</t></si></sst>")
                .bytes();
        List<Cell> cells = xlsx(bytes).get(0).rows().get(0).cells();
        assertEquals(List.of(text, text, text), cells.stream().map(Cell::text).toList());
    }

    @Test
    void tellsCalculatedEmptyTextsFromFormulasWithoutValue() {
        byte[] bytes = withRows("<row r=\"1\"><c r=\"A1\" t=\"s\"><f>IF(1,\"\")</f><v>0</v></c>"
                        + "<c r=\"B1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"C1\"><f>A1+1</f></c>"
                        + "<c r=\"D1\"><f t=\"shared\" si=\"0\"/><v/></c><c r=\"E1\" t=\"str\"><f>B1</f></c></row>")
                .with("xl/sharedStrings.xml", "<sst><si><t></t></si></sst>")
                .bytes();
        assertEquals("C1 NOT_CALCULATED =A1+1, D1 NOT_CALCULATED =…, E1 NOT_CALCULATED =B1", first(xlsx(bytes)));
    }

    @Test
    void takesWhatAComputationLeavesForZero() {
        assertEquals("A1 NUMBER 0", cell("<c r=\"A1\"><f>B1-C1</f><v>4.4408920985006262E-16</v></c>"));
        assertEquals("A1 NUMBER 0", cell("<c r=\"A1\"><f>B1-C1</f><v>-1E-10</v></c>"));
        assertEquals("A1 NUMBER 0", cell("<c r=\"A1\"><v>-5.6843418860808015E-14</v></c>"));
        assertEquals("A1 NUMBER 0.0000000001", cell("<c r=\"A1\"><v>1E-10</v></c>"));
        assertEquals("A1 NUMBER 0.0001", cell("<c r=\"A1\"><f>B1</f><v>1E-4</v></c>"));
    }

    @Test
    void keepsAllDigitsOfLongNumbersAndShowsFifteenOfFractions() {
        assertEquals("A1 NUMBER 440923195808063823", cell("<c r=\"A1\"><v>440923195808063823</v></c>"));
        assertEquals("A1 NUMBER 440923195808063810", cell("<c r=\"A1\"><v>4.4092319580806381E+17</v></c>"));
        assertEquals("A1 NUMBER 0.3", cell("<c r=\"A1\"><v>0.30000000000000004</v></c>"));
        assertEquals("A1 NUMBER 0.1", cell("<c r=\"A1\"><v>0.1000000000000000055511151231257827</v></c>"));
    }

    @Test
    void readsDatesThatAreWords() {
        assertEquals(
                "A1 DATE 2026-07-03, B1 DATE 2026-07-03, C1 DATE 2026-07-03, D1 TEXT 2026-06-30T16:00:00Z,"
                        + " E1 TEXT 2026-06-30T16:00:00.000+08:00, F1 TEXT 下周",
                cell("<c r=\"A1\" t=\"d\"><v>2026-07-03</v></c><c r=\"B1\" t=\"d\"><v>2026-07-03T10:00:00</v></c>"
                        + "<c r=\"C1\" t=\"d\"><v>2026-07-02T23:59:59.9999</v></c>"
                        + "<c r=\"D1\" t=\"d\"><v>2026-06-30T16:00:00Z</v></c>"
                        + "<c r=\"E1\" t=\"d\"><v>2026-06-30T16:00:00.000+08:00</v></c>"
                        + "<c r=\"F1\" t=\"d\"><v>下周</v></c>"));
    }

    @Test
    void readsAStyleThatIsNotThereAsPlain() {
        assertEquals("A1 NUMBER 7", cell("<c r=\"A1\" s=\"99\"><v>7</v></c>"));
        byte[] bytes = withRows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>7</v></c></row>")
                .without("xl/styles.xml")
                .bytes();
        assertEquals("A1 NUMBER 7", first(xlsx(bytes)));
    }

    @Test
    void keepsTheCodesOfNumberFormats() {
        byte[] bytes = withRows("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" s=\"1\"><v>2</v></c>"
                        + "<c r=\"C1\" s=\"2\"><v>0.45</v></c><c r=\"D1\" s=\"3\"><v>3</v></c><c r=\"E1\" s=\"4\"><v>4</v></c>"
                        + "</row>")
                .with(
                        "xl/styles.xml",
                        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"#,##0&quot;元&quot;\"/></numFmts>"
                                + "<cellXfs><xf/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"><alignment/></xf>"
                                + "<xf numFmtId=\"3\"/><xf numFmtId=\"900\"/></cellXfs><dxfs><dxf><numFmt numFmtId=\"164\""
                                + " formatCode=\"0%\"/></dxf></dxfs></styleSheet>")
                .bytes();
        assertEquals(
                "A1 NUMBER 1, B1 NUMBER 2 [#,##0\"元\"], C1 SHARE 45% [0.00%], D1 NUMBER 3 [#,##0], E1 NUMBER 4",
                first(xlsx(bytes)));
    }

    private static final String FONTS = "<styleSheet><fonts><font/><font><strike/></font>"
            + "<font><vertAlign val=\"superscript\"/></font><font><vertAlign val=\"subscript\"/></font>"
            + "<font><strike val=\"0\"/><vertAlign val=\"baseline\"/></font></fonts><cellXfs><xf/><xf fontId=\"1\"/>"
            + "<xf fontId=\"2\"/><xf fontId=\"3\"/><xf fontId=\"4\"/></cellXfs></styleSheet>";

    @Test
    void marksCellsByTheirFont() {
        byte[] bytes = withRows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</v></c><c r=\"B1\" s=\"2\"><v>2</v></c>"
                        + "<c r=\"C1\" s=\"3\" t=\"s\"><v>0</v></c><c r=\"D1\" s=\"4\"><v>4</v></c></row>")
                .with("xl/styles.xml", FONTS)
                .bytes();
        assertEquals("A1 NUMBER 1 STRUCK_OUT, B1 NUMBER 2 RAISED, C1 TEXT 一 LOWERED, D1 NUMBER 4", first(xlsx(bytes)));
    }

    private static final String RUNS = "<r><t>10</t></r><r><rPr>%s</rPr><t>%s</t></r>";

    @ParameterizedTest
    @CsvSource({
        "<strike/>,8,108 STRUCK_OUT",
        "<vertAlign val=\"superscript\"/>,1,101 RAISED",
        "<vertAlign val=\"subscript\"/>,1,101 LOWERED",
        "<strike/><vertAlign val=\"superscript\"/>,1,101 STRUCK_OUT",
        "<strike/>,' ','10 '",
        "<b/>,1,101"
    })
    void marksTextsByTheirRuns(String font, String run, String text) {
        String runs = RUNS.formatted(font, run);
        byte[] bytes = withRows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is>" + runs
                        + "</is></c></row>")
                .with("xl/sharedStrings.xml", "<sst><si>" + runs + "</si></sst>")
                .bytes();
        assertEquals("A1 TEXT " + text + ", B1 TEXT " + text, first(xlsx(bytes)));
    }

    @Test
    void letsRunsWithAFontOfTheirOwnOverruleTheCell() {
        String own = "<r><rPr><b/></rPr><t>10</t></r>";
        byte[] bytes = withRows(
                        "<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\" t=\"s\"><v>1</v></c>"
                                + "</row>")
                .with("xl/styles.xml", FONTS)
                .with("xl/sharedStrings.xml", "<sst><si>" + own + "</si><si><r><t>9</t></r>" + own + "</si></sst>")
                .bytes();
        assertEquals("A1 TEXT 10, B1 TEXT 910 STRUCK_OUT", first(xlsx(bytes)));
    }

    @Test
    void tellsHiddenRowsAndColumns() {
        byte[] bytes = withSheet("<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"5\" max=\"5\" width=\"0\"/>"
                        + "<col min=\"6\" max=\"6\" width=\"9\"/></cols><sheetData>"
                        + "<row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c></row>"
                        + "<row r=\"2\" ht=\"0\" customHeight=\"1\"><c r=\"A2\"><v>1</v></c></row>"
                        + "<row r=\"3\" ht=\"0.5\"><c r=\"A3\"><v>1</v></c></row></sheetData>")
                .bytes();
        SheetCells sheet = xlsx(bytes).get(0);
        assertEquals("{1, 2, 4}", sheet.hiddenColumns().toString());
        assertEquals(List.of(0, 1), Workbooks.hiddenRows(sheet));
    }

    @Test
    void tellsHiddenSheetsAndPassesOverThoseWithoutCells() {
        byte[] bytes = Zips.of(Sheets.of("一", "| 1 |")
                        .and("图", "| 2 |")
                        .and("三", "| 3 |")
                        .and("四", "| 4 |")
                        .xlsx())
                .change("xl/workbook.xml", xml -> xml.replaceFirst("name=\"三\"", "state=\"hidden\" name=\"三\"")
                        .replaceFirst("name=\"四\"", "state=\"veryHidden\" name=\"四\""))
                .change("xl/_rels/workbook.xml.rels", xml -> xml.replaceFirst(
                                "worksheet(\"[^>]*worksheets/sheet2)", "chartsheet$1")
                        .replaceFirst("(worksheets/sheet2[^>]*)worksheet\"", "$1chartsheet\""))
                .bytes();
        assertEquals(
                "[一 {} []] A1 NUMBER 1\n[三 hidden {} []] A1 NUMBER 3\n[四 hidden {} []] A1 NUMBER 4",
                Workbooks.dump(xlsx(bytes)));
    }

    @Test
    void leavesOutWhatAMergedRangeCovers() {
        byte[] bytes = withSheet("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c>"
                        + "<c r=\"C1\"><v>3</v></c></row><row r=\"2\"><c r=\"A2\"><v>4</v></c><c r=\"B2\"><v>5</v></c></row>"
                        + "<row r=\"3\"><c r=\"A3\"><v>6</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/>"
                        + "<mergeCell ref=\"C1\"/></mergeCells>")
                .bytes();
        assertEquals("A1 NUMBER 1, C1 NUMBER 3, A3 NUMBER 6", first(xlsx(bytes)));
    }

    @Test
    void findsPartsByTheirRelations() {
        Zips usual = Zips.of(Sheets.of("表一", "| 一 | 2 |").property("form", "A").xlsx());
        String expected = "A1 TEXT 一, B1 NUMBER 2";
        byte[] atRoot = moved(usual, "xl/", "").bytes();
        assertEquals(expected, first(xlsx(atRoot)));
        Zips deep = Zips.of(usual.bytes()).change("xl/_rels/workbook.xml.rels", xml -> xml.replace(
                        "Target=\"worksheets", "Target=\"../xl/./worksheets")
                .replace("Target=\"sharedStrings.xml\"", "Target=\"/XL/SharedStrings.xml\"")
                .replace(
                        "</Relationships>",
                        "<Relationship Id=\"c\" Type=\"http://x/customXml\""
                                + " Target=\"../customXml/item1.xml\"/><Relationship Id=\"d\" Type=\"http://x/y\""
                                + " Target=\"../../outside\"/></Relationships>"));
        assertEquals(expected, first(xlsx(deep.bytes())));
    }

    private static Zips moved(Zips zips, String from, String to) {
        Zips moved = Zips.empty();
        for (String part : zips.names()) {
            String text = zips.text(part);
            moved.with(
                    part.startsWith(from) ? to + part.substring(from.length()) : part,
                    text.replace("\"" + from, "\"" + to).replace("\"/" + from, "\"/" + to));
        }
        return moved;
    }

    @Test
    void takesOnlyTheWorkbooksOwnWordForTheYearDaysCountFrom() {
        String properties = "<workbookPr%s/>";
        String repeated =
                "<extLst><ext><x:workbookPr xmlns:x=\"urn:x\" date1904=\"%s\"/><workbookPr date1904=\"%s\"/></ext>"
                        + "</extLst></workbook>";
        for (boolean own : List.of(true, false)) {
            String other = own ? "0" : "1";
            byte[] bytes = Zips.of(Sheets.of("表一", "| @2026-07-03 |").xlsx())
                    .change("xl/workbook.xml", xml -> xml.replaceFirst(
                                    "<workbookPr[^>]*/>", properties.formatted(own ? " date1904=\"true\"" : ""))
                            .replace("</workbook>", repeated.formatted(other, other)))
                    .bytes();
            assertEquals(own ? "A1 DATE 2030-07-04" : "A1 DATE 2026-07-03", first(xlsx(bytes)));
        }
    }

    @Test
    void readsOtherEncodings() throws Exception {
        Zips zips = withRows("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>青岚县</t></is></c></row>");
        String text = zips.text(SHEET).replace("UTF-8", "GB18030");
        byte[] bytes =
                zips.with(SHEET, text.getBytes(Charset.forName("GB18030"))).bytes();
        PackageParts parts =
                new PackageParts(org.jibao.inbox.ZipPackage.of(bytes), new Budget(org.jibao.inbox.Limits.standard()));
        SheetCollector collector = SheetCollector.ofHeads(parts.budget());
        new StreamingXlsxReader(parts.patiently(), collector, ReadProgress.NOBODY).read();
        assertEquals("A1 TEXT 青岚县", first(collector.sheets()));
    }

    @Test
    void keepsTheNumberBehindTheText() {
        byte[] bytes =
                withRows("<row r=\"1\"><c r=\"A1\"><v>-12.50</v></c></row>").bytes();
        Cell cell = xlsx(bytes).get(0).rows().get(0).cells().get(0);
        assertEquals(new BigDecimal("-12.5"), cell.number());
        assertNull(cell.date());
    }
}
