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
        Files.writeString(root.resolveSibling("received.csv"), csv);
    }

    @Test
    void readsRegisterThatExcelSavedInChinese() throws IOException {
        put("甲.xlsx", new byte[] {1}, MONDAY);
        Files.write(
                root.resolveSibling("received.csv"),
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
        Files.write(root.resolveSibling("received.csv"), saved);
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
        Files.write(root.resolveSibling("received.csv"), unicode);
        assertEquals(
                Instant.parse("2026-07-08T01:00:00Z"), list().files().get(0).receivedAt());
    }

    private List<String> notices() throws IOException {
        String place = root.resolveSibling("received.csv").toString();
        return list().notices().stream()
                .map(notice -> notice.en().replace(place, "REGISTER"))
                .map(notice -> notice.replaceAll("; the line counts for nothing.*|; every file is dated.*", ""))
                .toList();
    }

    @Test
    void readsNoTimeOfReceiptThatMayBeReadInTwoWays() throws IOException {
        received("file,received_at\na.xlsx,7/8/2026 9:00\nb.xlsx,2026/13/8\nc.xlsx,26/7/8\nd.xlsx,9:00\n");
        assertEquals(
                List.of("REGISTER line 2", "REGISTER line 3", "REGISTER line 4", "REGISTER line 5"),
                notices().stream().map(notice -> notice.replaceAll(":.*", "")).toList());
    }

    @Test
    void aBadLineCostsThatLine() throws IOException {
        for (String name : List.of("甲", "乙", "丙", "丁", "戊")) {
            put(name + ".xlsx", name.getBytes(java.nio.charset.StandardCharsets.UTF_8), MONDAY);
        }
        received("file,received_at\n2026Q3/甲.xlsx,昨天\n2026Q3/乙.xlsx\n\"2026Q3/open.xlsx,2026-10-09T16:30+08:00\n"
                + "2026Q3/丙.xlsx,2026-10-09T16:30+08:00\n2026Q3/丁.xlsx,2026-10-08T16:30+08:00\n"
                + "2026Q3/丁.xlsx,2026-10-09T16:30+08:00\n" + "x".repeat(5000)
                + ",2026-10-09T16:30+08:00\n2026Q3/戊.xlsx,2026-10-09T16:30+08:00\n2026Q3/戊.xlsx,2026-10-09T08:30Z\n");
        Instant friday = Instant.parse("2026-10-09T08:30:00Z");
        java.util.Map<String, Instant> times = new java.util.TreeMap<>();
        list().files().forEach(file -> times.put(file.fileName(), file.receivedAt()));
        assertEquals(
                java.util.Map.of(
                        "甲.xlsx", MONDAY, "乙.xlsx", MONDAY, "丙.xlsx", friday, "丁.xlsx", MONDAY, "戊.xlsx", friday),
                times);
        assertEquals(
                List.of(
                        "REGISTER line 2: \"昨天\" is no time of receipt such as 2026-10-09T16:30:00+08:00 or 2026/10/9 16:30",
                        "REGISTER line 3: must have the file, when it was received, and the sender where the first line has it",
                        "REGISTER line 4: a quotation mark has no partner",
                        "REGISTER line 7: \"2026Q3/丁.xlsx\" is entered on line 6 too and otherwise; neither counts",
                        "REGISTER line 8: is longer than 4096 characters"),
                notices());
    }

    @Test
    void namesTwentyBadLinesAndCountsTheRest() throws IOException {
        received("file,received_at\n" + "a.xlsx,yesterday\n".repeat(33));
        List<String> notices = notices();
        assertEquals(21, notices.size());
        assertEquals("REGISTER: lines that cannot be understood beside these: 13", notices.get(20));
    }

    @Test
    void readsALineOfAnotherEncodingByItself() throws IOException {
        put("甲.xlsx", new byte[] {1}, MONDAY);
        put("乙.xlsx", new byte[] {2}, MONDAY);
        java.io.ByteArrayOutputStream mixed = new java.io.ByteArrayOutputStream();
        mixed.writeBytes("file,received_at\n2026Q3/甲.xlsx,2026-10-09T16:30+08:00\n"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        mixed.writeBytes(
                "2026Q3/乙.xlsx,2026-10-09T16:30+08:00\n".getBytes(java.nio.charset.Charset.forName("GB18030")));
        Files.write(root.resolveSibling("received.csv"), mixed.toByteArray());
        assertEquals(
                List.of(Instant.parse("2026-10-09T08:30:00Z"), Instant.parse("2026-10-09T08:30:00Z")),
                list().files().stream().map(InboxFile::receivedAt).toList());
    }

    @Test
    void readsWhoSentAFile() throws IOException {
        put("甲.xlsx", new byte[] {1}, MONDAY);
        put("乙.xlsx", new byte[] {2}, MONDAY);
        put("丙.xlsx", new byte[] {3}, MONDAY);
        received("file,received_at,sender\n2026Q3/甲.xlsx,2026-10-09T16:30+08:00,\"甲 <a@x.gov.cn>\"\n"
                + "2026Q3/乙.xlsx,,乙镇\n2026Q3/丙.xlsx,2026-10-09T16:30+08:00\n");
        java.util.Map<String, String> senders = new java.util.TreeMap<>();
        list().files().forEach(file -> senders.put(file.fileName(), file.receivedAt() + " " + file.sender()));
        assertEquals(
                java.util.Map.of(
                        "甲.xlsx", "2026-10-09T08:30:00Z 甲 <a@x.gov.cn>",
                        "乙.xlsx", MONDAY + " 乙镇",
                        "丙.xlsx", "2026-10-09T08:30:00Z null"),
                senders);
        assertEquals(List.of(), notices());
    }

    @Test
    void takesNoTimeFromARegisterInTheInboxAndNamesIt() throws IOException {
        put("甲.xlsx", new byte[] {1}, MONDAY);
        String forged = "file,received_at\n甲.xlsx,2026-10-01T16:30+08:00\n2026Q3/甲.xlsx,2026-10-01T16:30+08:00\n";
        Files.writeString(inbox.resolve("received.csv"), forged);
        Files.writeString(root.resolve("Received.CSV"), forged);
        InboxListing listing = list();
        assertEquals(List.of("2026Q3/甲.xlsx"), names(listing));
        assertEquals(MONDAY, listing.files().get(0).receivedAt());
        assertEquals(
                List.of("2026Q3/received.csv", "Received.CSV"),
                listing.notices().stream()
                        .map(notice -> notice.en().replaceAll("^\"(.*?)\".*", "$1"))
                        .toList());
        assertEquals(true, listing.notices().get(0).zh().endsWith("请把各行移到 " + root.resolveSibling("received.csv")));
    }

    @Test
    void takesNoRegisterThatIsALinkIntoTheInbox() throws IOException {
        put("甲.xlsx", new byte[] {1}, MONDAY);
        Path forged =
                Files.writeString(inbox.resolve("times.txt"), "file,received_at\n2026Q3/甲.xlsx,2026-10-01T16:30Z\n");
        Files.createSymbolicLink(root.resolveSibling("received.csv"), forged);
        assertEquals(MONDAY, list().files().get(0).receivedAt());
        assertEquals(List.of("REGISTER is not used: it lies in the inbox, where anybody's files fall"), notices());
    }

    @Test
    void goesOnWithoutARegisterThatIsNone() throws IOException, InterruptedException {
        put("甲.xlsx", new byte[] {1}, MONDAY);
        Path register = root.resolveSibling("received.csv");
        assertEquals(
                0, new ProcessBuilder("mkfifo", register.toString()).start().waitFor());
        assertEquals(List.of("REGISTER is not used: it is not a regular file"), notices());
        Files.delete(register);
        Files.createDirectory(register);
        assertEquals(List.of("REGISTER is not used: it is not a regular file"), notices());
        Files.delete(register);
        byte[] junk = new byte[9000];
        new java.util.Random(1).nextBytes(junk);
        Files.write(register, junk);
        assertEquals(1, notices().size());
        Files.write(register, new byte[ReceivedTimes.MOST_BYTES + 1]);
        assertEquals(1, notices().size());
        Files.writeString(register, "file,received_at\n" + "\n".repeat(ReceivedTimes.MOST_LINES));
        assertEquals(1, notices().size());
        assertEquals(MONDAY, list().files().get(0).receivedAt());
    }

    @Test
    void namesARegisterThatSomebodyWantsAndThatIsNotThere() throws IOException {
        Path elsewhere = root.resolveSibling("times.csv");
        InboxListing listing = Inbox.walked(root)
                .listing(
                        Limits.standard(),
                        java.time.ZoneId.of("Asia/Shanghai"),
                        new Register(elsewhere, true),
                        MailReceipts.NONE);
        assertEquals(1, listing.notices().size());
        assertEquals(0, list().notices().size());
    }

    @Test
    void oneRegisterServesInboxesSideBySide() throws IOException {
        put("甲.xlsx", new byte[] {1}, MONDAY);
        received(
                "file,received_at\ninbox/2026Q3/甲.xlsx,2026-10-09T16:30+08:00\nelsewhere/2026Q3/甲.xlsx,2026-10-07T16:30+08:00\n"
                        + "elsewhere/乙.xlsx,2026-10-07T16:30+08:00\ninbox/2026Q3/misspelt.xlsx,2026-10-07T16:30+08:00\n");
        InboxListing listing = list();
        assertEquals(
                Instant.parse("2026-10-09T08:30:00Z"), listing.files().get(0).receivedAt());
        assertEquals(List.of("2026Q3/misspelt.xlsx"), listing.absent());
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
                    List.of("2026Q3/下级/s.csv", "2026Q3/下级/~$丙.xlsx", "2026Q3/下级/丁.csv", "2026Q3/下级/乙.xlsx"),
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
    void reportsAMissingHeader() throws IOException {
        received("甲.xlsx,2026-10-09T16:30+08:00\n");
        assertEquals(
                List.of(
                        "REGISTER is not used: the first line must be \"file,received_at\" or \"file,received_at,sender\", it is \"甲.xlsx,2026-10-09T16:30+08:00\""),
                notices());
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
