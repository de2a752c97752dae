package org.jibao.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jibao.finding.Finding;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.Sniffer.Sniffed;
import org.jibao.testkit.Sheets;
import org.jibao.testkit.Zips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of file that is sent as a return, told by its bytes. */
class SnifferTest {

    private static final Sheets SHEETS = Sheets.of("表一", "| 1 |");

    private static String sniff(byte[] bytes, String name) {
        return sniff(bytes, name, Limits.standard());
    }

    private static String sniff(byte[] bytes, String name, Limits limits) {
        Sniffed sniffed = new Sniffer(limits).sniff(bytes, name);
        Finding defect = sniffed.defect();
        if (defect == null) {
            return sniffed.container().name();
        }
        assertEquals(Container.OTHER, sniffed.container());
        String arguments = defect.arguments().values().stream().collect(Collectors.joining(" "));
        return (defect.code() + " " + arguments).strip();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] cut(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }

    @Test
    void knowsWorkbooksWhateverTheirNameEndsIn() {
        assertEquals("OOXML", sniff(SHEETS.xlsx(), "a.xls"));
        assertEquals("OLE2", sniff(SHEETS.xls(), "a.xlsx"));
        assertEquals("OLE2", sniff(SHEETS.xls(), "a.et"));
    }

    @Test
    void knowsCsvByItsNameAsItHasNoMark() {
        assertEquals("CSV", sniff(text("标题,文号\n甲,1\n"), "a.csv"));
        assertEquals("CSV", sniff("标题,文号\n".getBytes(java.nio.charset.Charset.forName("GB18030")), "A.CSV"));
        assertEquals("file-not-workbook TXT", sniff(text("标题,文号\n"), "a.xlsx"));
        assertEquals("file-format-unsupported UTF-16", sniff("标题".getBytes(StandardCharsets.UTF_16), "a.csv"));
    }

    @ParameterizedTest
    @MethodSource
    void namesWhatIsNoWorkbook(String content, String expected) {
        boolean latin = content.startsWith("\u0089");
        byte[] bytes = latin ? content.getBytes(StandardCharsets.ISO_8859_1) : text(content);
        assertEquals(expected, sniff(bytes, "a.xls"));
    }

    static Stream<Arguments> namesWhatIsNoWorkbook() {
        return Stream.of(
                Arguments.of("%PDF-1.7", "file-not-workbook PDF"),
                Arguments.of("\u0089PNG\r\n\u0000", "file-not-workbook PNG"),
                Arguments.of("{\\rtf1", "file-not-workbook RTF"),
                Arguments.of("<html><table><tr><td>1", "file-format-unsupported HTML"),
                Arguments.of("\uFEFF\n<!DOCTYPE html><html>", "file-format-unsupported HTML"),
                Arguments.of("<meta charset=\"utf-8\"><table>", "file-format-unsupported HTML"),
                Arguments.of(
                        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
                        "file-format-unsupported XML 2003"),
                Arguments.of("<?xml version=\"1.0\"?><报表/>", "file-format-unsupported XML"),
                Arguments.of("MIME-Version: 1.0", "file-format-unsupported MHTML"),
                Arguments.of("尊敬的领导", "file-not-workbook TXT"));
    }

    @Test
    void namesEmptyFiles() {
        assertEquals("file-empty", sniff(new byte[0], "a.xlsx"));
        assertEquals("file-empty", sniff(text("\uFEFF \r\n"), "a.csv"));
    }

    @Test
    void namesBytesOfNoKind() {
        assertEquals("file-not-workbook unknown", sniff(new byte[] {1, 0, 2, 0, 3}, "a.xlsx"));
    }

    @Test
    void namesOtherPackages() {
        assertEquals(
                "file-not-workbook Word",
                sniff(Zips.empty().with("word/document.xml", "<a/>").bytes(), "a.xlsx"));
        assertEquals(
                "file-not-workbook ZIP", sniff(Zips.empty().with("报表.xlsx", "").bytes(), "a.xlsx"));
        assertEquals("file-not-workbook ZIP", sniff(Zips.empty().bytes(), "a.xlsx"));
        assertEquals(
                "file-format-unsupported .xlsb",
                sniff(Zips.of(SHEETS.xlsx()).with("xl/workbook.bin", "").bytes(), "a.xlsx"));
        assertEquals(
                "file-format-unsupported OpenDocument",
                sniff(
                        Zips.empty()
                                .with("mimetype", "")
                                .with("content.xml", "<a/>")
                                .bytes(),
                        "a.xlsx"));
    }

    @Test
    void namesTruncatedPackage() {
        byte[] whole = SHEETS.xlsx();
        assertEquals("file-truncated zip-end", sniff(cut(whole, whole.length / 2), "a.xlsx"));
        assertEquals("file-truncated zip-end", sniff(cut(whole, whole.length - 1), "a.xlsx"));
        assertEquals("file-truncated zip-end", sniff(cut(whole, 4), "a.xlsx"));
    }

    @Test
    void namesTruncatedCompoundFile() {
        byte[] whole = SHEETS.xls();
        assertEquals("file-truncated ole2-chain", sniff(cut(whole, whole.length / 2), "a.xls"));
        assertEquals("file-truncated ole2-chain", sniff(cut(whole, 400), "a.xls"));
    }

    @Test
    void leavesToTheReaderWhetherAPasswordIsNeeded() throws Exception {
        assertEquals("OLE2", sniff(compound("EncryptedPackage", new byte[5000]), "a.xlsx"));
        assertEquals("file-encrypted", sniff(locked(SHEETS.xlsx()), "a.xlsx"));
    }

    /** With ZIP's own encryption, of which the directory tells. */
    private static byte[] locked(byte[] zip) {
        byte[] locked = zip.clone();
        int entry = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        locked[entry + 8] |= 1;
        return locked;
    }

    @Test
    void namesOtherCompoundFiles() throws IOException {
        assertEquals("file-not-workbook Word", sniff(compound("WordDocument", new byte[5000]), "a.xls"));
        assertEquals("file-not-workbook OLE2", sniff(compound("Anything", new byte[5000]), "a.xls"));
    }

    @ParameterizedTest
    @CsvSource({"9,0,0,Excel 2", "9,2,0,Excel 3", "9,4,0,Excel 4", "9,8,5,Excel 5.0/95"})
    void namesOldWorkbooksByTheirFirstRecord(byte number, byte kind, byte version, String name) throws IOException {
        byte[] records = Arrays.copyOf(new byte[] {number, kind, 8, 0, 0, version}, 5000);
        assertEquals("file-format-unsupported " + name, sniff(records, "a.xls"));
        for (String stream : List.of("Book", "Workbook", "BOOK")) {
            assertEquals("file-format-unsupported " + name, sniff(compound(stream, records), "a.xls"));
        }
        byte[] small = Arrays.copyOf(records, 700);
        assertEquals("file-format-unsupported " + name, sniff(compound("book", small), "a.xls"));
    }

    @Test
    void knowsWorkbookStreamsByTheirRecordsWhateverTheirName() throws IOException {
        byte[] records = Arrays.copyOf(new byte[] {9, 8, 16, 0, 0, 6}, 5000);
        for (String stream : List.of("Book", "WORKBOOK", "WorkBook")) {
            assertEquals("OLE2", sniff(compound(stream, records), "a.xls"));
        }
    }

    @Test
    void tellsALetterWithAWorkbookInsideFromAWorkbook() throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            file.createDocument(new ByteArrayInputStream(new byte[5000]), "WordDocument");
            file.getRoot()
                    .createDirectory("ObjectPool")
                    .createDocument("Workbook", new ByteArrayInputStream(new byte[5000]));
            file.writeFilesystem(bytes);
            assertEquals("file-not-workbook Word", sniff(bytes.toByteArray(), "a.xls"));
        }
    }

    @Test
    void survivesACompoundFileWithoutSectors() {
        byte[] bytes = SHEETS.xls();
        bytes[30] = 0;
        assertEquals("file-truncated ole2-chain", sniff(bytes, "a.xls"));
    }

    @Test
    void knowsPackagesByTheirTypes() {
        Zips base = Zips.of(SHEETS.xlsx());
        String types = base.text("[Content_Types].xml");
        base.without("[Content_Types].xml").with("[content_types].xml", types);
        assertEquals("OOXML", sniff(base.bytes(), "a.xlsx"));
        byte[] elsewhere = Zips.empty()
                .with("[Content_Types].xml", types.replace("/xl/", "/"))
                .with("workbook.xml", "<workbook/>")
                .bytes();
        assertEquals("OOXML", sniff(elsewhere, "a.xlsx"));
        byte[] letter = Zips.empty()
                .with(
                        "[Content_Types].xml",
                        "<Types><Default Extension=\"xlsx\" ContentType=\"application/"
                                + "vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/><Override ContentType=\"application/"
                                + "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>")
                .bytes();
        assertEquals("file-not-workbook Word", sniff(letter, "a.xlsx"));
    }

    private static byte[] compound(String stream, byte[] content) throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            file.createDocument(new ByteArrayInputStream(content), stream);
            file.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void namesADirectoryOfTooManyParts() {
        Zips many = Zips.of(SHEETS.xlsx());
        for (int i = 0; i < 22_000; i++) {
            many.with("xl/media/" + "a".repeat(150) + i, "");
        }
        assertEquals(
                "file-limit-exceeded directory 4194304",
                sniff(many.bytes(), "a.xlsx").replaceFirst(" \\d+$", ""));
    }

    @Test
    void namesTheLimitThatIsExceeded() {
        Limits limits = new Limits(1 << 20, 2 << 20, 200, 2, 100, 1000, 1000, Duration.ofSeconds(1));
        byte[] picture =
                Zips.of(SHEETS.xlsx()).with("xl/media/a", new byte[1500 * 1024]).bytes();
        assertEquals("OOXML", sniff(picture, "a.xlsx", limits));
        byte[] sheets =
                Sheets.of("一", "| 1 |").and("二", "| 1 |").and("三", "| 1 |").xlsx();
        assertEquals("file-limit-exceeded sheets 2 3", sniff(sheets, "a.xlsx", limits));
        byte[] noise = new byte[3 << 20];
        new java.util.Random(1).nextBytes(noise);
        byte[] large = Zips.of(SHEETS.xlsx()).with("xl/media/a", noise).bytes();
        assertEquals(
                "file-limit-exceeded unpacked-size 2097152",
                sniff(large, "a.xlsx", limits).replaceFirst(" \\d+$", ""));
    }
}
