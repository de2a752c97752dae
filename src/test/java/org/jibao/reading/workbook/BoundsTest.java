package org.jibao.reading.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.ZoneOffset;
import org.jibao.definition.CellType;
import org.jibao.finding.FindingCode;
import org.jibao.inbox.Limits;
import org.jibao.inbox.ZipPackage;
import org.jibao.reading.csv.CsvReader;
import org.jibao.reading.meaning.CellSemantics;
import org.jibao.reading.xlsx.PackageParts;
import org.jibao.reading.xlsx.StreamingXlsxReader;
import org.jibao.testkit.Sheets;
import org.jibao.testkit.Zips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is too long is bounded before anything is made of it, and said. */
class BoundsTest {

    private static final CellType COUNT = new CellType(CellType.Kind.COUNT, null, false);
    private static final CellType TEXT = new CellType(CellType.Kind.TEXT, null, false);
    private static final CellSemantics SEMANTICS = new CellSemantics(ZoneOffset.UTC);

    /** What repeats itself is packed tighter than a workbook is. */
    private static final Limits DENSE =
            new Limits(1 << 28, 1 << 29, 100_000, 64, 1000, 1000, 1 << 24, Duration.ofSeconds(60));

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void readsAFigureOf64CharactersAndNoLongerOne() throws Exception {
        assertEquals(
                Cell.Kind.NUMBER, cell("<c><v>1." + "0".repeat(62) + "</v></c>").kind());
        Cell longer = cell("<c><v>1." + "0".repeat(63) + "</v></c>");
        assertEquals(Cell.Kind.TOO_LONG, longer.kind());
        assertEquals(FindingCode.CELL_TOO_LONG, SEMANTICS.read(longer, COUNT).problem());
    }

    @Test
    void quotesTheBeginningOfAFigureOfAMillionDigits() throws Exception {
        Cell cell = cell("<c><v>" + "9".repeat(1_000_000) + "</v></c>");
        assertEquals("9".repeat(60) + "…", cell.text());
    }

    @Test
    void readsNoDateLongerThan64Characters() throws Exception {
        assertEquals(
                Cell.Kind.TOO_LONG,
                cell("<c t=\"d\"><v>2026-07-03" + "0".repeat(60) + "</v></c>").kind());
    }

    @ParameterizedTest
    @CsvSource({"32767,TEXT", "32768,TOO_LONG", "400000,TOO_LONG"})
    void takesTextsAsLongAsExcelDoes(int length, Cell.Kind kind) throws Exception {
        String text = "字".repeat(length);
        Cell inline = cell("<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
        assertEquals(kind, inline.kind());
        assertEquals(kind, cell("<c t=\"str\"><v>" + text + "</v></c>").kind());
        assertEquals(kind, shared(text).kind());
        assertEquals(
                kind,
                java.util.Objects.requireNonNull(CsvReader.cell(0, 0, text)).kind());
        FindingCode problem = kind == Cell.Kind.TOO_LONG ? FindingCode.CELL_TOO_LONG : null;
        assertEquals(problem, SEMANTICS.read(inline, TEXT).problem());
    }

    @Test
    void countsAnEscapeAsTheCharacterItStandsFor() throws Exception {
        String text = "_x4E00_".repeat(32_767);
        assertEquals(32_767, cell("<c t=\"str\"><v>" + text + "</v></c>").text().length());
        assertEquals(
                Cell.Kind.TOO_LONG,
                cell("<c t=\"str\"><v>" + text + "_x4E00_</v></c>").kind());
    }

    @ParameterizedTest
    @CsvSource({"attribute,32768", "markup,4194305", "comment,4194305", "text,4194305"})
    void refusesMarkupThatIsTooLong(String where, int length) {
        String filling = "x".repeat(length);
        String xml =
                switch (where) {
                    case "attribute" -> "<c t=\"" + filling + "\"/>";
                    case "markup" -> "<c unknown=\"" + filling + "\"/>";
                    case "comment" -> "<!--<a>" + filling + "-->";
                    default -> "<c><v><![CDATA[<a>" + filling + "]]></v></c>";
                };
        String limit = where.equals("attribute") ? "attribute" : "markup";
        assertEquals(limit, refusal(sheet("<row>" + xml + "</row>")));
    }

    @Test
    void takesManyPiecesThatAreTogetherAsLong() throws Exception {
        String comments = ("<!-- < -- " + "x".repeat(60_000) + "-->")
                .replace("< --", "<x>")
                .repeat(100);
        assertEquals("1", cell(comments + "<c><v>1</v></c>").text());
    }

    @Test
    void refusesElementsThatLieTooDeep() {
        String deep = "<x>".repeat(300) + "</x>".repeat(300);
        assertEquals("depth", refusal(sheet("<row><c>" + deep + "</c></row>")));
        assertEquals("depth", refusal(sheet("<row/>").with("xl/workbook.xml", "<workbook>" + deep + "</workbook>")));
    }

    @Test
    void refusesNamesAndFormatsThatAreTooLong() {
        String name = "表".repeat(256);
        assertEquals("name", refusal(sheet("<row/>").change("xl/workbook.xml", xml -> xml.replace("表一", name))));
        assertEquals(
                "format",
                assertThrows(LimitExceededException.class, () -> CellStyle.format(200, "0".repeat(1021)))
                        .reason()
                        .arguments()
                        .get("limit"));
    }

    @Test
    void quotesNoMoreOfAnUnusableTextThanAPersonReads() {
        String raw =
                SEMANTICS.read(Cell.text(0, 0, "约" + "三".repeat(30_000)), COUNT).raw();
        assertEquals(1001, raw.length());
    }

    private static Zips sheet(String rows) {
        byte[] book = Sheets.of("表一", "| 1 |").xlsx();
        return Zips.of(book)
                .with(
                        SHEET,
                        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                + rows + "</sheetData></worksheet>");
    }

    private static Cell cell(String xml) throws Exception {
        return read(sheet("<row>" + xml + "</row>"));
    }

    private static Cell shared(String text) throws Exception {
        return read(sheet("<row><c t=\"s\"><v>0</v></c></row>")
                .with(
                        "xl/sharedStrings.xml",
                        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>" + text
                                + "</t></si></sst>"));
    }

    private static Cell read(Zips zips) throws Exception {
        Budget budget = new Budget(DENSE);
        SheetCollector collector = SheetCollector.ofAll(budget);
        new StreamingXlsxReader(new PackageParts(ZipPackage.of(zips.bytes()), budget), collector, ReadProgress.NOBODY)
                .read();
        return java.util.Objects.requireNonNull(collector.sheets().get(0).at(0, 0));
    }

    private static String refusal(Zips zips) {
        Throwable thrown = assertThrows(Exception.class, () -> read(zips));
        while (!(thrown instanceof LimitExceededException) && thrown.getCause() != null) {
            thrown = thrown.getCause();
        }
        return thrown instanceof LimitExceededException limit
                ? String.valueOf(limit.reason().arguments().get("limit"))
                : String.valueOf(thrown);
    }
}
