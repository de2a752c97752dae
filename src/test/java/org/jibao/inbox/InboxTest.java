package org.jibao.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jibao.finding.Language;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {

    private static final Instant MONDAY = Instant.parse("2026-10-05T01:00:00Z");
    private final Path root;
    private final Path inbox;
    private final Path elsewhere;

    InboxTest(@TempDir Path temporary) throws IOException {
        root = temporary.resolve("inbox");
        inbox = Files.createDirectories(root.resolve("2026Q3"));
        elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
    }

    private Path put(String name, byte[] bytes, Instant changed) throws IOException {
        Path file = Files.write(inbox.resolve(name), bytes);
        Files.setLastModifiedTime(file, FileTime.from(changed));
        return file;
    }

    private InboxListing list() throws IOException {
        return Inbox.list(root, Limits.standard());
    }

    private static List<String> names(InboxListing listing) {
        return listing.files().stream().map(InboxFile::name).toList();
    }

    private void received(String csv) throws IOException {
        Files.writeString(root.resolve("received.csv"), csv);
    }

    @Test
    void readsRegisterThatExcelSavedInChinese() throws IOException {
        put("甲.xlsx", new byte[] {1}, MONDAY);
        Files.write(
                root.resolve("received.csv"),
                "file,received_at\n2026Q3/甲.xlsx,2026-10-09T16:30:00+08:00\n"
                        .getBytes(java.nio.charset.Charset.forName("GB18030")));
        assertEquals(
                Instant.parse("2026-10-09T08:30:00Z"), list().files().get(0).receivedAt());
    }

    @Test
    void readsTimesOfReceiptAsExcelLeavesThem() throws IOException {
        for (int i = 0; i < 8; i++) {
            put(i + ".xlsx", new byte[] {(byte) i}, MONDAY);
        }
        byte[] saved =
                ("\uFEFFfile,received_at,,\r\n2026Q3/0.xlsx,2026/7/8 9:00,,\r\n2026Q3/1.xlsx,2026-7-8 09:00:30,\r\n"
                                + ",,,\r\n\r\n2026Q3/2.xlsx,2026/7/8,,\r\n2026Q3/3.xlsx,2026年7月8日 9:00,,\r\n"
                                + "2026Q3/4.xlsx,2026.07.08 23:59:59,,\r\n2026Q3/5.xlsx,2026-07-08 09:00:00+09:00,,\r\n"
                                + "2026Q3/6.xlsx,2026-07-08T09:00Z,,\r\n2026Q3/7.xlsx,2026-07-08T09:00,,\r\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(root.resolve("received.csv"), saved);
        java.util.Map<String, Instant> times = new java.util.TreeMap<>();
        list().files().forEach(file -> times.put(file.fileName(), file.receivedAt()));
        assertEquals(
                List.of(
                        "2026-07-08T01:00:00Z",
                        "2026-07-08T01:00:30Z",
                        "2026-07-07T16:00:00Z",
                        "2026-07-08T01:00:00Z",
                        "2026-07-08T15:59:59Z",
                        "2026-07-08T00:00:00Z",
                        "2026-07-08T09:00:00Z",
                        "2026-07-08T01:00:00Z"),
                times.values().stream().map(Instant::toString).toList());
        assertEquals(
                Instant.parse("2026-07-08T07:00:00Z"),
                Inbox.walked(root).listing(Limits.standard(), java.time.ZoneId.of("Europe/Berlin")).files().stream()
                        .filter(file -> file.fileName().equals("0.xlsx"))
                        .findFirst()
                        .orElseThrow()
                        .receivedAt());
    }

    @Test
    void dividesTheRegisterOfReceiptAsTheMachineDoes() throws IOException {
        put("甲.xlsx", new byte[] {1}, MONDAY);
        for (String separator : List.of(";", "\t")) {
            received("File,Received_At\n2026Q3/甲.xlsx,2026/7/8 9:00\n".replace(",", separator));
            assertEquals(
                    Instant.parse("2026-07-08T01:00:00Z"), list().files().get(0).receivedAt());
        }
        byte[] unicode = "\uFEFFfile\treceived_at\n2026Q3/甲.xlsx\t2026/7/8 9:00\n"
                .getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        Files.write(root.resolve("received.csv"), unicode);
        assertEquals(
                Instant.parse("2026-07-08T01:00:00Z"), list().files().get(0).receivedAt());
    }

    @Test
    void readsNoTimeOfReceiptThatMayBeReadInTwoWays() throws IOException {
        received("file,received_at\na.xlsx,7/8/2026 9:00\nb.xlsx,2026/13/8\nc.xlsx,26/7/8\nd.xlsx,9:00\n");
        ReceivedTimesException e = assertThrows(ReceivedTimesException.class, this::list);
        assertEquals(
                List.of(2, 3, 4, 5),
                e.mistakes().stream().map(ReceivedTimesException.Mistake::line).toList());
    }

    @Test
    void namesTheOpenQuoteBesidesOtherMistakes() throws IOException {
        received("file,received_at\na.xlsx,yesterday\n\"unclosed,2026\n");
        ReceivedTimesException e = assertThrows(ReceivedTimesException.class, this::list);
        assertEquals(2, e.mistakes().size());
        assertEquals(2, e.mistakes().get(0).line());
        assertEquals(3, e.mistakes().get(1).line());
    }

    @Test
    void listsByTimeOfReceiptThenByName() throws IOException {
        put("乙.xlsx", new byte[] {1}, MONDAY);
        put("甲.xlsx", new byte[] {2}, MONDAY);
        put("丙.xlsx", new byte[] {3}, MONDAY.minusSeconds(1));
        assertEquals(List.of("2026Q3/丙.xlsx", "2026Q3/乙.xlsx", "2026Q3/甲.xlsx"), names(list()));
    }

    @Test
    void fingerprintsWhatItReads() throws IOException {
        put("甲.xlsx", "abc".getBytes(java.nio.charset.StandardCharsets.US_ASCII), MONDAY);
        InboxFile file = list().files().get(0);
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", file.sha256());
        assertEquals(3, file.size());
        assertEquals(MONDAY, file.receivedAt());
    }

    @Test
    void leavesOutWhatIsNoSubmission() throws IOException {
        put("甲.xlsx", Sheets.of("表一", "| 1 |").xlsx(), MONDAY);
        put("~$甲.xlsx", new byte[165], MONDAY);
        put(".hidden.xlsx", new byte[1], MONDAY);
        put("Thumbs.db", new byte[1], MONDAY);
        received("file,received_at\n");
        InboxListing listing = list();
        assertEquals(List.of("2026Q3/甲.xlsx"), names(listing));
        assertEquals(List.of("2026Q3/~$甲.xlsx"), listing.locks());
        assertEquals(List.of("2026Q3/Thumbs.db"), listing.ignored());
    }

    @Test
    @Timeout(20)
    void leavesAndNamesWhatIsNoFile() throws Exception {
        put("甲.xlsx", Sheets.of("表一", "| 1 |").xlsx(), MONDAY);
        Path folder = Files.createDirectories(inbox.resolve("下级"));
        pipe(folder.resolve("乙.xlsx"));
        pipe(folder.resolve("received.csv"));
        pipe(folder.resolve("~$丙.xlsx"));
        Files.createSymbolicLink(folder.resolve("丁.csv"), folder.resolve("乙.xlsx"));
        Files.createDirectories(inbox.resolve("戊.xlsx"));
        Files.writeString(Files.createDirectories(inbox.resolve("received.csv")).resolve("己.csv"), "1,2\n");
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(folder.resolve("s.csv")));
            InboxListing listing = list();
            assertEquals(
                    List.of("2026Q3/received.csv/己.csv", "2026Q3/甲.xlsx"),
                    names(listing).stream().sorted().toList());
            assertEquals(
                    List.of(
                            "2026Q3/下级/received.csv",
                            "2026Q3/下级/s.csv",
                            "2026Q3/下级/~$丙.xlsx",
                            "2026Q3/下级/丁.csv",
                            "2026Q3/下级/乙.xlsx"),
                    listing.ignored().stream().sorted().toList());
            assertEquals(List.of(), listing.locks());
        }
    }

    private static void pipe(Path path) throws Exception {
        assertEquals(0, new ProcessBuilder("mkfifo", path.toString()).start().waitFor());
    }

    @Test
    void doesNotFollowLinksOutOfTheFolder() throws IOException {
        Path secret = Files.write(elsewhere.resolve("secret.xlsx"), new byte[] {1});
        Files.createSymbolicLink(inbox.resolve("link.xlsx"), secret);
        Files.createSymbolicLink(inbox.resolve("folder"), elsewhere);
        Files.createSymbolicLink(inbox.resolve("dangling.xlsx"), inbox.resolve("nothing"));
        Files.createSymbolicLink(inbox.resolve("loop"), inbox);
        InboxListing listing = list();
        assertEquals(List.of(), names(listing));
        assertEquals(
                List.of("2026Q3/dangling.xlsx", "2026Q3/folder", "2026Q3/link.xlsx", "2026Q3/loop"), listing.ignored());
    }

    @Test
    void believesTheRegisterOfReceiptBeforeTheFile() throws IOException {
        put("甲.xlsx", new byte[] {1}, MONDAY);
        received(
                "\uFEFFfile,received_at\n2026Q3/甲.xlsx,2026-10-09T16:30:00+08:00\n2026Q3/乙.xlsx,2026-10-09T16:30+08:00\n");
        InboxListing listing = list();
        assertEquals(
                Instant.parse("2026-10-09T08:30:00Z"), listing.files().get(0).receivedAt());
        assertEquals(List.of("2026Q3/乙.xlsx"), listing.absent());
    }

    @Test
    void readsARegisterOfReceiptInASubfolder() throws IOException {
        put("甲.xlsx", new byte[] {1}, MONDAY);
        Files.writeString(inbox.resolve("received.csv"), "file,received_at\n甲.xlsx,2026-10-09T16:30+08:00\n");
        assertEquals(
                Instant.parse("2026-10-09T08:30:00Z"), list().files().get(0).receivedAt());
    }

    @Test
    void reportsEveryBadLineOfTheRegisterOfReceipt() throws IOException {
        received("file,received_at\n甲.xlsx,昨天\n乙.xlsx\n丙.xlsx,2026-10-09T16:30+08:00\n丙.xlsx,2026-10-09T16:30+08:00\n");
        ReceivedTimesException thrown = assertThrows(ReceivedTimesException.class, this::list);
        assertEquals(
                List.of(2, 3, 5),
                thrown.mistakes().stream()
                        .map(ReceivedTimesException.Mistake::line)
                        .toList());
        String first = thrown.message(Language.ZH).lines().findFirst().orElse("");
        assertEquals(thrown.file() + ":2: “昨天”不是收到时间，应如 2026-10-09T16:30:00+08:00 或 2026/10/9 16:30", first);
    }

    @Test
    void reportsAMissingHeader() throws IOException {
        received("甲.xlsx,2026-10-09T16:30+08:00\n");
        ReceivedTimesException thrown = assertThrows(ReceivedTimesException.class, this::list);
        assertEquals(1, thrown.mistakes().get(0).line());
    }

    @Test
    void fingerprintsButDoesNotSniffWhatIsTooLarge() throws IOException {
        put("甲.xlsx", new byte[2000], MONDAY);
        Limits limits = new Limits(1000, 1000, 200, 2, 100, 1000, 1000, Duration.ofSeconds(1));
        InboxFile file = Inbox.list(inbox, limits).files().get(0);
        assertEquals(
                List.of("packed-size", "1000", "2000"),
                List.copyOf(file.rejection().orElseThrow().arguments().values()));
        assertEquals(2000, file.size());
        assertEquals(64, file.sha256().length());
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThrows(NoSuchFileException.class, () -> Inbox.list(inbox.resolve("nowhere"), Limits.standard()));
    }
}
