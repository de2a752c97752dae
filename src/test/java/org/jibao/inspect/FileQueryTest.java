package org.jibao.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jibao.run.DecidedFolder;
import org.jibao.run.UnusableArgument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were received, moved, changed and never received. */
class FileQueryTest {

    private static final Instant JULY_6 = Instant.parse("2026-07-06T01:00:00Z");
    private static final Instant JULY_9 = Instant.parse("2026-07-09T01:00:00Z");
    private static final String TEXT = "QL101 2026Q2 issued=1";

    private final Path root;
    private final DecidedFolder folder;

    FileQueryTest(@TempDir Path root) throws IOException {
        this.root = root;
        this.folder = new DecidedFolder(root);
    }

    private ReceivedFile file(String sha256) {
        return folder.jibao(JULY_9).file(sha256);
    }

    private static String hash(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String hash(String text) throws NoSuchAlgorithmException {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(String beginning, String sha256) {
        UnusableArgument refused = assertThrows(UnusableArgument.class, () -> file(sha256));
        assertTrue(refused.text().en().startsWith(beginning), refused.text().en());
        assertFalse(refused.text().zh().isEmpty());
    }

    @Test
    void givesTheBytesThatWereReceivedWhereverTheyLieNow() throws Exception {
        folder.receive("town/1.txt", TEXT, JULY_6);
        ReceivedFile file = file(hash(TEXT));
        assertEquals("1.txt", file.name());
        assertEquals(root.resolve("inbox/town/1.txt").toRealPath(), file.path());
        assertEquals(TEXT.length(), file.size());
        assertArrayEquals(TEXT.getBytes(StandardCharsets.UTF_8), file.bytes());
        assertEquals(
                "1.txt", file(hash(TEXT).toUpperCase(java.util.Locale.ROOT)).name());

        Files.move(root.resolve("inbox/town/1.txt"), root.resolve("inbox/2.txt"));
        ReceivedFile moved = file(hash(TEXT));
        assertEquals(root.resolve("inbox/2.txt").toRealPath(), moved.path());
        assertArrayEquals(TEXT.getBytes(StandardCharsets.UTF_8), moved.bytes());
    }

    @Test
    void refusesWhatIsNoHashAndWhatWasNeverReceived() throws Exception {
        folder.receive("1.txt", TEXT, JULY_6);
        Files.writeString(root.resolve("inbox/secret.txt"), "secret");
        Files.writeString(root.resolve("secret.txt"), "secret");
        for (String none : List.of(
                "",
                "../secret.txt",
                "1.txt",
                hash(TEXT).substring(1),
                hash(TEXT) + "0",
                "../" + hash(TEXT).substring(3),
                hash(TEXT).replaceFirst(".", "g"),
                "' OR 1=1 --",
                hash(TEXT) + "\n")) {
            assertRefused("A file is asked for by its SHA-256", none);
        }
        assertRefused("No file with the SHA-256", "0".repeat(64));
        assertRefused("No file with the SHA-256", hash("secret"));
    }

    @Test
    void refusesWhatIsGoneOrHasChanged() throws Exception {
        folder.receive("1.txt", TEXT, JULY_6);
        Path path = root.resolve("inbox/1.txt");
        ReceivedFile before = file(hash(TEXT));
        Files.writeString(path, TEXT.replace('1', '2'));
        assertThrows(UnusableArgument.class, before::bytes);
        assertRefused("The file with the SHA-256", hash(TEXT));
        Files.delete(path);
        assertThrows(UnusableArgument.class, before::bytes);
        assertRefused("The file with the SHA-256", hash(TEXT));
    }

    @Test
    void followsNoLinkOutOfTheInbox() throws Exception {
        folder.receive("1.txt", TEXT, JULY_6);
        Path outside = Files.move(root.resolve("inbox/1.txt"), root.resolve("outside.txt"));
        Files.createSymbolicLink(root.resolve("inbox/1.txt"), outside);
        assertRefused("The file with the SHA-256", hash(TEXT));
    }

    @Test
    void findsAFileInTheZipInWhichItWasSent() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("town.csv"));
            zip.write(TEXT.getBytes(StandardCharsets.UTF_8));
        }
        Files.createDirectories(root.resolve("inbox/kept"));
        Path sent = Files.write(root.resolve("inbox/all.zip"), bytes.toByteArray());
        folder.jibao(Instant.parse("2026-12-09T01:00:00Z")).collect();
        ReceivedFile file = folder.jibao(Instant.parse("2026-12-09T01:00:00Z")).file(hash(TEXT));
        assertEquals("town.csv", file.name());
        assertArrayEquals(TEXT.getBytes(StandardCharsets.UTF_8), file.bytes());
        Files.move(sent, root.resolve("inbox/kept/all.zip"));
        assertEquals(
                "town.csv",
                folder.jibao(Instant.parse("2026-12-09T01:00:00Z"))
                        .file(hash(TEXT))
                        .name());
    }
}
