package org.jibao.inbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jibao.mime.OutlookFixture;
import org.jibao.testkit.SavedMail;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturnsMailTest {

    private static final byte[] BOOK = Sheets.of("表一", "| 1 | 二 |").xlsx();
    private static final byte[] CSV = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PDF = "%PDF-1.4".getBytes(StandardCharsets.UTF_8);
    private static final String MARK = "From a@x.cn Sat Oct 10 16:30:00 2026\n";

    private final Path inbox;

    ReturnsMailTest(@TempDir Path root) throws IOException {
        this.inbox = Files.createDirectory(root.resolve("inbox"));
    }

    @Test
    void takesEachFileOfAMailForOneOfItsOwn() throws IOException {
        write(
                "m.eml",
                new SavedMail().attach("青石镇.xlsx", BOOK).attach("b.csv", CSV).attach("scan.pdf", PDF));
        assertEquals(List.of("m.eml/b.csv CSV", "m.eml/青石镇.xlsx OOXML"), listed());
        assertEquals(List.of("m.eml/scan.pdf"), list().ignored());
        InboxFile book = list().files().get(1);
        assertEquals(Inbox.sha256(BOOK), book.sha256());
        assertArrayEquals(BOOK, book.bytes());
        assertTrue(book.unchanged());
        assertTrue(book.archive().has("xl/workbook.xml"));
        assertEquals("青石镇.xlsx", book.fileName());
        assertEquals(List.of(), book.folders());
        assertEquals(inbox.toRealPath().resolve("m.eml"), book.path());
    }

    @Test
    void knowsAMailByItsBytes() throws IOException {
        write("sent", new SavedMail().attach("a.csv", CSV));
        write("sub/other.txt", new SavedMail().attach("a.csv", CSV));
        Files.writeString(inbox.resolve("words.eml"), "no mail at all");
        Files.writeString(inbox.resolve("table.csv"), "From: x\r\nTo: y\r\n");
        assertEquals(
                List.of("sent/a.csv CSV", "sub/other.txt/a.csv CSV", "table.csv CSV", "words.eml file-not-workbook"),
                listed());
    }

    @Test
    void opensAZipOfReturnsInAMailAndAMailInAZip() throws IOException {
        byte[] zip = zip(Map.of("x/a.csv", CSV, "b.xlsx", BOOK, "scan.pdf", PDF));
        write("m.eml", new SavedMail().attach("returns.zip", zip));
        byte[] inner = new SavedMail()
                .attach("a.csv", CSV)
                .attach("in.zip", zip(Map.of("c.csv", CSV)))
                .bytes();
        Files.write(inbox.resolve("all.zip"), zip(Map.of("old/m.eml", inner, "d.csv", CSV)));
        assertEquals(
                List.of(
                        "all.zip/d.csv CSV",
                        "all.zip/old/m.eml/a.csv CSV",
                        "all.zip/old/m.eml/in.zip/c.csv CSV",
                        "m.eml/returns.zip/b.xlsx OOXML",
                        "m.eml/returns.zip/scan.pdf file-not-workbook",
                        "m.eml/returns.zip/x/a.csv CSV"),
                listed());
        for (InboxFile file : list().files()) {
            assertEquals(file.size(), file.bytes().length, file.name());
            assertTrue(file.defect() != null || file.unchanged(), file.name());
        }
    }

    @Test
    void opensNoArchiveInAnArchiveInAMail() throws IOException {
        byte[] zip = zip(Map.of("b.zip", zip(Map.of("a.csv", CSV)), "c.csv", CSV, "d.eml", new SavedMail().bytes()));
        write("m.eml", new SavedMail().attach("a.zip", zip));
        assertEquals(
                List.of(
                        "m.eml/a.zip/b.zip file-not-workbook",
                        "m.eml/a.zip/c.csv CSV",
                        "m.eml/a.zip/d.eml file-not-workbook"),
                listed());
        write(
                "m.eml",
                new SavedMail().attach("a.zip", zip(Map.of("scan.pdf", PDF))).attach("b.csv", CSV));
        assertEquals(List.of("m.eml/a.zip file-zip-without-return", "m.eml/b.csv CSV"), listed());
    }

    @Test
    void opensOutlooksMessages() throws IOException {
        try (OutlookFixture message = new OutlookFixture()) {
            byte[] bytes = message.attach("青石镇.xlsx", BOOK).msg();
            Files.write(inbox.resolve("m.msg"), bytes);
            Files.write(inbox.resolve("m.dat"), bytes);
            Files.write(inbox.resolve("z.zip"), zip(Map.of("m.msg", bytes)));
        }
        assertEquals(List.of("m.dat/青石镇.xlsx OOXML", "m.msg/青石镇.xlsx OOXML", "z.zip/m.msg/青石镇.xlsx OOXML"), listed());
        for (InboxFile file : list().files()) {
            assertArrayEquals(BOOK, file.bytes());
        }
    }

    @Test
    void opensAFolderOfMails() throws IOException {
        String mails = MARK + new SavedMail().attach("a.csv", CSV).text() + "\n" + MARK + new SavedMail().text() + "\n"
                + MARK + new SavedMail().attach("a.csv", BOOK).text() + "\n" + MARK
                + new SavedMail().saying("超大附件 https://x.cn").text() + "\n";
        Files.writeString(inbox.resolve("m.mbox"), mails, StandardCharsets.UTF_8);
        assertEquals(
                List.of("m.mbox/a (2).csv OOXML", "m.mbox/a.csv CSV", "m.mbox/mail file-mail-large-link"), listed());
        InboxFile second = list().files().stream()
                .filter(file -> file.name().endsWith("(2).csv"))
                .findFirst()
                .orElseThrow();
        assertArrayEquals(BOOK, second.bytes());
        Files.writeString(inbox.resolve("m.mbox"), MARK + new SavedMail().text() + "\n");
        assertEquals(List.of("m.mbox file-mail-without-return"), listed());
    }

    @Test
    void saysThatAMailHasNoReturn() throws IOException {
        write("m.eml", new SavedMail().attach("scan.pdf", PDF));
        assertEquals(List.of("m.eml file-mail-without-return"), listed());
        assertEquals(
                "scan.pdf",
                list().files().get(0).rejection().orElseThrow().arguments().get("found"));
        write("m.eml", new SavedMail().saying("超大附件 https://x.cn"));
        assertEquals(List.of("m.eml file-mail-large-link"), listed());
        Files.write(inbox.resolve("m.eml"), zip(Map.of()));
        Files.write(inbox.resolve("z.zip"), zip(Map.of("m.eml", new SavedMail().bytes())));
        assertEquals(List.of("m.eml file-not-workbook", "z.zip/m.eml file-mail-without-return"), listed());
    }

    @Test
    void namesWhatWasLeft() throws IOException {
        String broken = new SavedMail()
                .attach("a.xlsx", BOOK)
                .attach("b.csv", CSV)
                .text()
                .replaceFirst("UEsD", "U!sD");
        Files.writeString(inbox.resolve("m.eml"), broken);
        Limits small = new Limits(BOOK.length, 1 << 20, 200, 8, 9, 9, 9, java.time.Duration.ofSeconds(1));
        write(
                "n.eml",
                new SavedMail().attach("large.csv", new byte[BOOK.length + 1]).attach("b.csv", CSV));
        Map<String, String> said = new TreeMap<>();
        Inbox.list(inbox, small).files().stream()
                .filter(file -> file.defect() != null)
                .forEach(file -> said.put(
                        file.name(),
                        file.rejection().orElseThrow().code() + " "
                                + file.rejection().orElseThrow().arguments().get("detail")));
        assertEquals(
                Map.of(
                        "m.eml/a.xlsx", "file-mail-part-left mail-damaged",
                        "n.eml/large.csv", "file-mail-part-left mail-too-large"),
                said);
        Files.writeString(inbox.resolve("m.eml"), "From: a@x.cn\r\nX: " + "y".repeat(300_000) + "\r\n\r\n");
        assertTrue(listed().contains("m.eml file-mail-part-left"));
    }

    @Test
    void takesNoTwoDamagedPartsForOne() throws IOException {
        String broken = new SavedMail()
                .attach("a.xlsx", BOOK)
                .attach("a.xlsx", BOOK)
                .text()
                .replace("UEsD", "U!sD");
        Files.writeString(inbox.resolve("m.eml"), broken);
        assertEquals(List.of("m.eml/a (2).xlsx file-mail-part-left", "m.eml/a.xlsx file-mail-part-left"), listed());
        assertEquals(
                2, list().files().stream().map(InboxFile::sha256).distinct().count());
    }

    @Test
    void goesByTheRegisterAndNeverByTheHeader() throws IOException {
        write("m.eml", new SavedMail().attach("a.csv", CSV).attach("z.zip", zip(Map.of("b.csv", CSV))));
        Files.setLastModifiedTime(inbox.resolve("m.eml"), FileTime.from(Instant.parse("2026-10-12T00:00:00Z")));
        assertEquals(List.of("2026-10-12T00:00:00Z null", "2026-10-12T00:00:00Z null"), received());
        Files.writeString(
                inbox.resolveSibling("received.csv"),
                "file,received_at,sender\nm.eml,2026-10-09T08:00:00Z,QL101\nm.eml/z.zip,2026-10-10T08:00:00Z,QL102\n"
                        + "m.eml/z.zip/b.csv,2026-10-11T08:00:00Z\n");
        assertEquals(List.of("2026-10-09T08:00:00Z QL101", "2026-10-11T08:00:00Z QL102"), received());
        assertEquals(List.of("m.eml/z.zip"), list().absent());
    }

    @Test
    void leavesARegisterInAMail() throws IOException {
        write("m.eml", new SavedMail().attach("received.csv", CSV).attach("a.csv", CSV));
        assertEquals(List.of("m.eml/a.csv CSV"), listed());
        assertEquals(1, list().notices().size());
    }

    @Test
    void unpacksALargeFile() throws IOException {
        byte[] large = new byte[(int) InboxFile.LARGE + 1];
        java.util.Arrays.fill(large, (byte) 'a');
        write("m.eml", new SavedMail().attach("a.csv", large));
        InboxFile file = list().files().get(0);
        assertEquals("m.eml/a.csv", file.name());
        assertTrue(file.unchanged());
        assertEquals(large.length, file.bytes().length);
    }

    @Test
    void givesNoBytesOfAMailThatHasChanged() throws IOException {
        write("m.eml", new SavedMail().attach("a.csv", CSV));
        InboxFile file = list().files().get(0);
        write("m.eml", new SavedMail());
        assertEquals(0, file.bytes().length);
        assertEquals(false, file.unchanged());
    }

    private List<String> received() throws IOException {
        return list().files().stream()
                .map(file -> file.receivedAt() + " " + file.sender())
                .sorted()
                .toList();
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

    private void write(String name, SavedMail mail) throws IOException {
        Files.createDirectories(inbox.resolve(name).getParent());
        Files.write(inbox.resolve(name), mail.bytes());
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
