package org.jibao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jibao.desk.InboxUploads.Uploaded;
import org.jibao.desk.http.GivenFile;
import org.jibao.inbox.Inbox;
import org.jibao.inbox.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a form come into the inbox whole, under their names, and never over another. */
class InboxUploadsTest {

    private static final Instant NOW = Instant.parse("2026-10-09T02:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Path folder;

    private final Path inbox;
    private final InboxUploads uploads;

    InboxUploadsTest(@TempDir Path folder) {
        this.folder = folder;
        inbox = folder.resolve("inbox");
        uploads = new InboxUploads(inbox, 100, ZONE);
    }

    private Uploaded store(String name, String content) {
        return uploads.store(GivenFile.of(name, content.getBytes(StandardCharsets.UTF_8)), NOW);
    }

    private List<String> inboxFiles() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void keepsNameTimeAndBytes() throws IOException {
        Uploaded stored = store("青石镇_2026Q3.xlsx", "abc");
        assertTrue(stored.stored());
        assertEquals(List.of("inbox/青石镇_2026Q3.xlsx"), inboxFiles());
        Path file = inbox.resolve("青石镇_2026Q3.xlsx");
        assertEquals("abc", Files.readString(file));
        assertEquals(NOW, Files.getLastModifiedTime(file).toInstant());
    }

    @Test
    void sameFileTwiceIsStoredOnce() throws IOException {
        store("a.xlsx", "abc");
        Uploaded again = store("a.xlsx", "abc");
        assertTrue(again.stored());
        assertEquals("is in the inbox already, byte for byte.", again.said().en());
        assertEquals(List.of("inbox/a.xlsx"), inboxFiles());
    }

    @Test
    void otherFileOfTheSameNameIsStoredBesideIt() throws IOException {
        store("a.xlsx", "first");
        store("a.xlsx", "second");
        store("a.xlsx", "third");
        store("a.xlsx", "second");
        assertEquals(
                List.of("inbox/2026-10-09 100000-2/a.xlsx", "inbox/2026-10-09 100000/a.xlsx", "inbox/a.xlsx"),
                inboxFiles());
        assertEquals("first", Files.readString(inbox.resolve("a.xlsx")));
        assertEquals("second", Files.readString(inbox.resolve("2026-10-09 100000/a.xlsx")));
    }

    /** Whatever a name says, the file lies in the inbox under one plain name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/cron.d/x.xlsx",
                "/etc/passwd",
                "C:\\Windows\\system32\\x.dll",
                "..",
                "../",
                ".",
                "a/../../b.xlsx",
                "x\u0000y.xlsx",
                "x\u202Exslx.exe",
                "con.xlsx",
                "a:b|c?.xlsx",
                "-rf",
                "名\n字.xlsx"
            })
    void nameIsNeverAPath(String name) throws IOException {
        Uploaded stored = store(name, "abc");
        for (String file : inboxFiles()) {
            assertTrue(file.matches("inbox/[^/\\\\:*?\"<>|\\p{Cc}\\p{Cf}]+"), file);
        }
        assertEquals(stored.stored() ? 1 : 0, inboxFiles().size());
        assertFalse(stored.name().contains("/"), stored.name());
    }

    @ParameterizedTest
    @CsvSource({
        ".hidden, 'was not stored: it is a hidden file that a system puts beside others, not a return.'",
        "Thumbs.db, 'was not stored: it is a hidden file that a system puts beside others, not a return.'",
        "~$a.xlsx, 'was not stored: it is the mark of a workbook that is open in Excel. Close Excel and send the workbook itself.'",
        "Received.CSV, 'was not stored: a register of receipt sets times and lies beside the inbox, never in it.'",
        "folder/received.csv, 'was not stored: a register of receipt sets times and lies beside the inbox, never in it.'"
    })
    void refusesWhatIsNoReturn(String name, String said) throws IOException {
        Uploaded refused = store(name, "abc");
        assertFalse(refused.stored());
        assertEquals(said, refused.said().en());
        assertEquals(List.of(), inboxFiles());
    }

    @Test
    void refusesEmptyAndTooLargeFiles() throws IOException {
        assertEquals(
                "was not stored: it is empty, or a folder. Send the file itself.",
                store("a.xlsx", "").said().en());
        assertFalse(store("a.xlsx", "x".repeat(101)).stored());
        assertTrue(store("a.xlsx", "x".repeat(100)).stored());
        assertEquals(List.of("inbox/a.xlsx"), inboxFiles());
    }

    @Test
    void fileThatCannotBeWrittenIsSaidAndLeavesNothing() throws IOException {
        Files.writeString(folder.resolve("inbox"), "a file where the folder should be");
        Uploaded failed = store("a.xlsx", "abc");
        assertFalse(failed.stored());
        assertTrue(failed.said().en().startsWith("was not stored: it could not be put into the inbox."));
        assertEquals(List.of("inbox"), inboxFiles());
    }

    @Test
    void halfAFileIsNeverInTheInbox() throws IOException {
        Uploaded failed = uploads.store(
                GivenFile.of("a.xlsx", 3, file -> {
                    Files.writeString(file, "a");
                    assertEquals(List.of(), Inbox.list(inbox, Limits.standard()).files());
                    throw new IOException("No space left on device");
                }),
                NOW);
        assertFalse(failed.stored());
        assertEquals(List.of(), inboxFiles());
    }

    @Test
    void twoOfficersAtOnceLoseNothing() throws Exception {
        List<Future<Uploaded>> sent = new ArrayList<>();
        ExecutorService officers = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 40; i++) {
            String content = "return " + i % 20;
            sent.add(officers.submit(() -> store("a.xlsx", content)));
        }
        for (Future<Uploaded> one : sent) {
            assertTrue(one.get().stored());
        }
        officers.shutdown();
        List<String> contents = new ArrayList<>();
        for (String file : inboxFiles()) {
            contents.add(Files.readString(folder.resolve(file)));
        }
        assertEquals(20, contents.size());
        assertEquals(20, contents.stream().distinct().count());
    }
}
