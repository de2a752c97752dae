package org.jibao.reading.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jibao.finding.Finding;
import org.jibao.inbox.Inbox;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;
import org.jibao.inbox.ZipPackage;
import org.jibao.reading.Reading;
import org.jibao.reading.Returns;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.xls.XlsReader;
import org.jibao.reading.xls.XlsStream;
import org.jibao.reading.xlsx.PackageParts;
import org.jibao.reading.xlsx.StreamingXlsxReader;
import org.jibao.testkit.Sheets;
import org.jibao.testkit.Zips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways of reading agree, and what is damaged or set as a trap is rejected by its name. */
class FormatsTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private static final Sheets EVERYTHING =
            Sheets.of("表一", """
            | 文字 | 12 | 2.5 | -3 | 45% | 0.30000000000000004 | 1E-7 | 123456789012 |
            | @2026-07-03 | true | #REF! | #DIV/0! | =A1+1 | '007 | '  | ' 前后空格  |

            |  |  | 第四行 |
            """).and("空", "").and("合并", "| 标题 | < |\n| ^ | < |\n| 1 | 2 |\n");

    private final Returns returns;

    FormatsTest(@TempDir Path temporary) {
        returns = Returns.in(temporary);
    }

    private static List<SheetCells> thin(byte[] bytes) throws Exception {
        return read(new PackageParts(ZipPackage.of(bytes), new Budget(Limits.standard())));
    }

    private static List<SheetCells> patient(byte[] bytes) throws Exception {
        return read(new PackageParts(ZipPackage.of(bytes), new Budget(Limits.standard())).patiently());
    }

    private static List<SheetCells> read(PackageParts parts) throws Exception {
        SheetCollector collector = SheetCollector.ofHeads(parts.budget());
        new StreamingXlsxReader(parts, collector, ReadProgress.NOBODY).read();
        return collector.sheets();
    }

    private static String dump(List<SheetCells> sheets) {
        StringBuilder dump = new StringBuilder();
        for (SheetCells sheet : sheets) {
            dump.append('[').append(sheet.name()).append("]\n");
            sheet.rows().forEach(row -> row.cells().forEach(cell -> dump.append(cell.address())
                    .append(' ')
                    .append(cell.kind())
                    .append(' ')
                    .append(cell.text())
                    .append('\n')));
        }
        return dump.toString();
    }

    private static final String EXPECTED = """
            [表一]
            A1 TEXT 文字
            B1 NUMBER 12
            C1 NUMBER 2.5
            D1 NUMBER -3
            E1 SHARE 45%
            F1 NUMBER 0.3
            G1 NUMBER 0.0000001
            H1 NUMBER 123456789012
            A2 DATE 2026-07-03
            B2 BOOLEAN TRUE
            C2 ERROR #REF!
            D2 ERROR #DIV/0!
            E2 NOT_CALCULATED =A1+1
            F2 TEXT 007
            H2 TEXT  前后空格
            C4 TEXT 第四行
            [空]
            [合并]
            A1 TEXT 标题
            A3 NUMBER 1
            B3 NUMBER 2
            """;

    @Test
    void readsEveryKindOfCell() throws Exception {
        assertEquals(EXPECTED, dump(thin(EVERYTHING.xlsx())));
        assertEquals(EXPECTED, dump(patient(EVERYTHING.xlsx())));
    }

    @Test
    void readsXlsAlike() throws Exception {
        Budget budget = new Budget(Limits.standard());
        SheetCollector collector = SheetCollector.ofAll(budget);
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(EVERYTHING.xls()))) {
            XlsReader.read(XlsStream.of(file.getRoot()), collector, budget);
        }
        assertEquals(EXPECTED, dump(collector.sheets()));
    }

    @Test
    void readsEveryFileOfTheSampleCountyBothWays() throws Exception {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(Path.of("sample-data/county/quarterly-disclosure/2026Q3"))) {
            found.filter(path -> path.toString().endsWith(".xlsx")).sorted().forEach(files::add);
        }
        int compared = 0;
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            boolean isPackage = bytes.length > 2 && bytes[0] == 'P' && whole(bytes);
            if (isPackage) {
                assertEquals(dump(thin(bytes)), dump(patient(bytes)), file.toString());
                compared++;
            }
        }
        assertTrue(compared > 40, compared + " files");
    }

    private static boolean whole(byte[] bytes) {
        try {
            ZipPackage.of(bytes);
            return true;
        } catch (ZipPackage.DamagedException e) {
            return false;
        }
    }

    @Test
    void readsDaysCountedFrom1904() throws Exception {
        byte[] bytes = Zips.of(Sheets.of("表一", "| @2026-07-03 |").xlsx())
                .change(
                        "xl/workbook.xml",
                        xml -> xml.replaceFirst("<workbookPr[^>]*/>", "<workbookPr date1904=\"1\"/>"))
                .bytes();
        String expected = "[表一]\nA1 DATE 2030-07-04\n";
        assertEquals(expected, dump(thin(bytes)));
        assertEquals(expected, dump(patient(bytes)));
    }

    @Test
    void readsAnyPrefixOfTheNamespace() throws Exception {
        byte[] bytes = Zips.of(Sheets.of("表一", "| 1 | 二 |").xlsx())
                .change(SHEET, xml -> xml.replaceAll("<(/?)(\\w)", "<$1main:$2")
                        .replace("xmlns=", "xmlns:main=")
                        .replace("<main:?xml", "<?xml"))
                .bytes();
        assertEquals("[表一]\nA1 NUMBER 1\nB1 TEXT 二\n", dump(thin(bytes)));
    }

    @Test
    void readsDatesThatAreWrittenAsWords() throws Exception {
        byte[] bytes = Zips.of(Sheets.of("表一", "| 1 |").xlsx())
                .change(
                        SHEET,
                        xml -> xml.replaceFirst(
                                "<c [^>]*><v>[^<]*</v></c>", "<c r=\"A1\" t=\"d\"><v>2026-07-03T00:00:00</v></c>"))
                .bytes();
        assertEquals("[表一]\nA1 DATE 2026-07-03\n", dump(thin(bytes)));
    }

    @Test
    void fallsBackWhereThePackageIsUnusual() {
        byte[] bytes = Zips.of(Sheets.of("表一", """
                        | 项目             | 公文件数 |
                        | 本期制发公文     | 12       |
                        | 其中主动公开公文 | 9        |
                        """).xlsx())
                .change(
                        "xl/_rels/workbook.xml.rels",
                        xml -> xml.replace("Target=\"worksheets/", "Target=\"../xl/worksheets/"))
                .bytes();
        assertEquals(
                "issued.documents=12 disclosed.documents=9",
                Returns.figures(returns.document(Returns.NAME, bytes), "documents"));
    }

    @Test
    void readsTextInTheCellItself() throws Exception {
        byte[] bytes = Zips.of(Sheets.of("表一", "| 1 |").xlsx())
                .change(
                        SHEET,
                        xml -> xml.replaceFirst(
                                "<c [^>]*><v>[^<]*</v></c>",
                                "<c r=\"A1\" t=\"inlineStr\"><is><r><t>合</t></r><r><t>计</t></r></is></c>"
                                        + "<c r=\"B1\" t=\"str\"><f>\"a\"</f><v>a</v></c>"
                                        + "<c r=\"C1\" t=\"str\"><f>\"\"</f><v></v></c>"))
                .bytes();
        assertEquals("[表一]\nA1 TEXT 合计\nB1 TEXT a\n", dump(thin(bytes)));
        assertEquals("[表一]\nA1 TEXT 合计\nB1 TEXT a\n", dump(patient(bytes)));
    }

    @Test
    void readsCsvInBothEncodings() {
        String csv = "标题,类别,渠道,形成日期,公开日期\r\n\"甲,乙\",机构信息,政府网站,2026-7-1,2026-7-3\r\n\r\n丙,机构信息,政府网站,,2026/7/4\r\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            ReturnDocument document = returns.document("青岚县教育局_2026年第三季度.csv", csv.getBytes(charset));
            assertEquals(
                    List.of("2 甲,乙 2026-07-03", "4 丙 2026-07-04"),
                    document.entries()
                            .held()
                            .map(entry -> entry.row() + " " + entry.values().get("title") + " "
                                    + entry.values().get("published_on"))
                            .toList());
            assertEquals(
                    List.of(),
                    document.findings().stream()
                            .filter(finding -> finding.code().equals("sheet-renamed"))
                            .toList());
        }
        byte[] withMark = ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8);
        assertEquals(
                2, returns.document("青岚县教育局_2026年第三季度.csv", withMark).entries().size());
    }

    @Test
    void rejectsDocumentTypesAndEntities() {
        String trap = "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        byte[] base = Sheets.of("表一", "| 1 | 二 |").xlsx();
        for (String part : List.of(SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml")) {
            byte[] bytes = Zips.of(base)
                    .change(part, xml -> xml.replaceFirst("(<(?:worksheet|workbook|sst|styleSheet))", trap + "$1"))
                    .bytes();
            Finding reason = returns.rejection(Returns.NAME, bytes);
            assertEquals("file-unreadable doctype | " + part, Returns.line(reason), part);
        }
    }

    @Test
    void rejectsDamagedParts() throws IOException {
        byte[] base = Sheets.of("表一", "| 1 | 二 |").xlsx();
        byte[] noSheet = Zips.of(base).without(SHEET).bytes();
        assertEquals("file-unreadable", returns.rejection(Returns.NAME, noSheet).code());
        byte[] halfXml = Zips.of(base)
                .change(SHEET, xml -> xml.substring(0, xml.length() / 2))
                .bytes();
        assertEquals("file-unreadable", returns.rejection(Returns.NAME, halfXml).code());
        byte[] badString = Zips.of(base)
                .change(SHEET, xml -> xml.replace("<v>0</v>", "<v>99</v>"))
                .bytes();
        assertEquals(
                "file-unreadable", returns.rejection(Returns.NAME, badString).code());
        byte[] bitRot = base.clone();
        int name = new String(base, StandardCharsets.ISO_8859_1).indexOf(SHEET);
        bitRot[name + SHEET.length() + 40] ^= 0x10;
        assertTrue(List.of("file-truncated", "file-unreadable")
                .contains(returns.rejection(Returns.NAME, bitRot).code()));
    }

    @Test
    void rejectsWhatIsPastALimitWhileReading(@TempDir Path temporary) {
        byte[] bytes = Sheets.of("表一", "| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |\n").xlsx();
        Limits rows = new Limits(1 << 20, 1 << 24, 200, 8, 2, 1000, 1 << 20, Duration.ofSeconds(60));
        assertEquals(
                "file-limit-exceeded rows | 2 | 3",
                Returns.line(Returns.in(temporary.resolve("a"), rows).rejection(Returns.NAME, bytes)));
        Limits cells = new Limits(1 << 20, 1 << 24, 200, 8, 1000, 5, 1 << 20, Duration.ofSeconds(60));
        assertEquals(
                "file-limit-exceeded cells | 5 | 6",
                Returns.line(Returns.in(temporary.resolve("b"), cells).rejection(Returns.NAME, bytes)));
        byte[] far = Zips.of(bytes)
                .change(SHEET, xml -> xml.replace("<row r=\"3\"", "<row r=\"2000000000\""))
                .bytes();
        assertEquals(
                "file-limit-exceeded rows | 1048576 | 2000000000", Returns.line(returns.rejection(Returns.NAME, far)));
    }

    @Test
    void rejectsInflatedSizeThatItsDirectoryDenies(@TempDir Path temporary) {
        byte[] bytes = Sheets.of("表一", "| 1 |").xlsx();
        Limits small = new Limits(1 << 20, 600, 200, 8, 1000, 1000, 1 << 20, Duration.ofSeconds(60));
        assertEquals(
                "unpacked-size",
                Returns.in(temporary.resolve("a"), small)
                        .rejection(Returns.NAME, bytes)
                        .arguments()
                        .get("limit"));
    }

    @Test
    void readsTheSameInManyThreads(@TempDir Path temporary) throws IOException {
        byte[] bytes = Sheets.of("表一", "| 项目 | 公文件数 |\n| 本期制发公文 | 12 |\n| 其中主动公开公文 | 9 |\n")
                .xlsx();
        ReturnDocument alone = returns.document(Returns.NAME, bytes);
        Files.write(temporary.resolve(Returns.NAME), bytes);
        InboxFile listed = Inbox.list(temporary, Limits.standard()).files().get(0);
        List<String> figures = java.util.stream.IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> Returns.figures(((Reading.Read) returns.read(listed)).document(), "documents"))
                .distinct()
                .toList();
        assertEquals(List.of(Returns.figures(alone, "documents")), figures);
    }

    @Test
    void noticesThatAFileChangedSinceItWasListed(@TempDir Path temporary) throws IOException {
        Path file = Sheets.of("表一", "| 1 |").save(temporary.resolve(Returns.NAME));
        InboxFile listed = Inbox.list(temporary, Limits.standard()).files().get(0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        Reading reading = Returns.in(temporary.resolve("job")).read(listed);
        assertEquals(
                "file-changed-while-read", ((Reading.Rejected) reading).reason().code());
    }
}
