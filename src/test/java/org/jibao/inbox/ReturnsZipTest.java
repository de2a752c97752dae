package org.jibao.inbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturnsZipTest {

    private static final byte[] BOOK = Sheets.of("表一", "| 1 | 二 |").xlsx();
    private static final byte[] CSV = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);

    private final Path inbox;

    ReturnsZipTest(@TempDir Path inbox) {
        this.inbox = inbox;
    }

    @Test
    void takesEachFileForOneOfItsOwn() throws IOException {
        put("returns.zip", StandardCharsets.UTF_8, Map.of("青石镇.xlsx", BOOK, "towns/b.csv", CSV));
        assertEquals(List.of("returns.zip/towns/b.csv CSV", "returns.zip/青石镇.xlsx OOXML"), listed());
        InboxFile book = list().files().get(1);
        assertEquals(Inbox.sha256(BOOK), book.sha256());
        assertEquals(BOOK.length, book.size());
        assertEquals("青石镇.xlsx", book.fileName());
        assertArrayEquals(BOOK, book.bytes());
        assertTrue(book.unchanged());
        assertTrue(book.archive().has("xl/workbook.xml"));
    }

    @Test
    void readsNamesInGbk() throws IOException {
        put("returns.zip", Charset.forName("GBK"), Map.of("青岚县教育局_2026年第三季度.csv", CSV));
        assertEquals(List.of("returns.zip/青岚县教育局_2026年第三季度.csv CSV"), listed());
    }

    @Test
    void leavesAWorkbookAWorkbook() throws IOException {
        Files.write(inbox.resolve("a.xlsx"), BOOK);
        assertEquals(List.of("a.xlsx OOXML"), listed());
    }

    @Test
    void refusesArchivesPathsAndLockedFilesByName() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.csv", CSV);
        files.put("inner.zip", zip(StandardCharsets.UTF_8, Map.of("b.xlsx", BOOK)));
        files.put("../evil.csv", CSV);
        files.put("/etc/evil.csv", CSV);
        files.put("C:\\evil.csv", CSV);
        put("returns.zip", StandardCharsets.UTF_8, files);
        assertEquals(
                List.of(
                        "returns.zip/C_/evil.csv file-path-unsafe",
                        "returns.zip/__/evil.csv file-path-unsafe",
                        "returns.zip/a.csv CSV",
                        "returns.zip/etc/evil.csv file-path-unsafe",
                        "returns.zip/inner.zip file-not-workbook"),
                listed());
        byte[] locked = zip(StandardCharsets.UTF_8, Map.of("a.csv", CSV));
        int directory = new String(locked, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        locked[directory + 8] |= 1;
        Files.write(inbox.resolve("returns.zip"), locked);
        assertEquals(List.of("returns.zip/a.csv file-encrypted"), listed());
    }

    @Test
    void saysWhatIsInAZipWithoutReturns() throws IOException {
        put("scan.zip", StandardCharsets.UTF_8, Map.of("盖章.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("scan.zip file-zip-without-return"), listed());
        assertEquals(
                "盖章.pdf",
                list().files().get(0).rejection().orElseThrow().arguments().get("found"));
    }

    @Test
    void setsAsideWhatAnOperatingSystemAdds() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.csv", CSV);
        files.put("__MACOSX/._a.csv", CSV);
        files.put("towns/", new byte[0]);
        files.put("towns/~$a.xlsx", CSV);
        files.put("Thumbs.db", CSV);
        put("returns.zip", StandardCharsets.UTF_8, files);
        assertEquals(List.of("returns.zip/a.csv CSV"), listed());
        assertEquals(
                List.of("returns.zip/Thumbs.db", "returns.zip/towns/~$a.xlsx"),
                list().ignored().stream().sorted().toList());
    }

    @Test
    void holdsTheLimits() throws IOException {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i <= ReturnsZip.MOST_FILES; i++) {
            many.put(i + ".csv", CSV);
        }
        put("many.zip", StandardCharsets.UTF_8, many);
        assertEquals(List.of("many.zip file-limit-exceeded"), listed());
        Files.delete(inbox.resolve("many.zip"));
        put("bomb.zip", StandardCharsets.UTF_8, Map.of("a.csv", new byte[4 << 20]));
        assertEquals(List.of("bomb.zip file-limit-exceeded"), listed());
        Files.delete(inbox.resolve("bomb.zip"));
        put("two.zip", StandardCharsets.UTF_8, Map.of("a.xlsx", BOOK, "b.csv", CSV));
        Limits small = new Limits(BOOK.length + 2000L, BOOK.length, 200, 8, 9, 9, 9, Duration.ofSeconds(1));
        assertEquals(
                "unpacked-size",
                Inbox.list(inbox, small)
                        .files()
                        .get(0)
                        .rejection()
                        .orElseThrow()
                        .arguments()
                        .get("limit"));
    }

    @Test
    void rejectsTheDamagedFileAlone() throws IOException {
        byte[] bytes = zip(StandardCharsets.UTF_8, new LinkedHashMap<>(Map.of("a.csv", CSV)));
        int directory = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        bytes[directory + 16] ^= 1;
        Files.write(inbox.resolve("returns.zip"), bytes);
        assertEquals(List.of("returns.zip/a.csv file-truncated"), listed());
    }

    private InboxListing list() throws IOException {
        return Inbox.list(inbox, Limits.standard());
    }

    private List<String> listed() throws IOException {
        return list().files().stream()
                .map(file -> file.name() + " "
                        + (file.defect() == null
                                ? file.container()
                                : file.defect().code()))
                .sorted()
                .toList();
    }

    private void put(String name, Charset charset, Map<String, byte[]> files) throws IOException {
        Files.write(inbox.resolve(name), zip(charset, files));
    }

    private static byte[] zip(Charset charset, Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, charset)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
