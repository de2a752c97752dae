package org.jibao.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveFolderTest {

    private static final Instant SENT = Instant.parse("2026-10-09T08:20:00Z");

    private final Path inbox;
    private final Path archive;
    private final ArchiveFolder shelf;

    ArchiveFolderTest(@TempDir Path root) {
        this.inbox = root.resolve("inbox");
        this.archive = root.resolve("archive");
        this.shelf = new ArchiveFolder(archive);
    }

    @Test
    void movesToTheSameNameAndKeepsTheTime() throws IOException {
        assertEquals(Optional.of(archive.resolve("towns/a.csv")), shelf.take(received("towns/a.csv", "1,2\n")));
        assertEquals(List.of("towns/a.csv"), files(archive));
        assertEquals(List.of(), files(inbox));
        assertEquals(
                SENT, Files.getLastModifiedTime(archive.resolve("towns/a.csv")).toInstant());
    }

    @Test
    void numbersWhatHasATakenNameAndOverwritesNothing() throws IOException {
        for (String text : List.of("1,2\n", "3,4\n", "5,6\n", "3,4\n")) {
            shelf.take(received("a.b.csv", text));
        }
        assertEquals(List.of("a.b-2.csv", "a.b-3.csv", "a.b.csv"), files(archive));
        assertEquals("1,2\n", Files.readString(archive.resolve("a.b.csv")));
        assertEquals("3,4\n", Files.readString(archive.resolve("a.b-2.csv")));
        assertEquals("5,6\n", Files.readString(archive.resolve("a.b-3.csv")));
        assertEquals(List.of(), files(inbox));
    }

    @Test
    void leavesWhatHasChangedOrGoneOrIsALink() throws IOException {
        InboxFile changed = received("a.csv", "1,2\n");
        Files.writeString(changed.path(), "1,3\n");
        assertEquals(Optional.empty(), shelf.take(changed));
        InboxFile gone = received("b.csv", "1,2\n");
        Files.delete(gone.path());
        assertEquals(Optional.empty(), shelf.take(gone));
        Files.createSymbolicLink(inbox.resolve("c.csv"), Path.of("a.csv"));
        assertEquals(Optional.empty(), shelf.take(listed("c.csv")));
        assertEquals(List.of("a.csv", "c.csv"), files(inbox));
        assertFalse(Files.exists(archive));
    }

    @Test
    void copyToAnotherFileSystemIsComparedBeforeItHasItsName() throws IOException {
        Files.createDirectories(archive);
        InboxFile file = received("a.csv", "1,2\n");
        ArchiveFolder.copy(file, archive.resolve("a.csv"));
        assertEquals("1,2\n", Files.readString(archive.resolve("a.csv")));
        assertEquals(SENT, Files.getLastModifiedTime(archive.resolve("a.csv")).toInstant());
        assertEquals(List.of("a.csv"), files(inbox));
        Files.writeString(file.path(), "1,3\n");
        assertThrows(IOException.class, () -> ArchiveFolder.copy(file, archive.resolve("b.csv")));
        assertEquals(List.of("a.csv"), files(archive));
    }

    /** Killed after the copy and before the original went: the next run has only that left to do. */
    @Test
    void finishesAMoveThatWasKilled() throws IOException {
        Files.createDirectories(archive);
        InboxFile file = received("a.csv", "1,2\n");
        ArchiveFolder.copy(file, archive.resolve("a.csv"));
        assertEquals(Optional.of(archive.resolve("a.csv")), shelf.take(file));
        assertEquals(List.of("a.csv"), files(archive));
        assertEquals(List.of(), files(inbox));
    }

    private InboxFile received(String name, String text) throws IOException {
        Path file = inbox.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(SENT));
        return listed(name);
    }

    private InboxFile listed(String name) throws IOException {
        return Inbox.list(inbox, Limits.standard()).files().stream()
                .filter(file -> file.name().equals(name))
                .map(file -> new InboxFile(
                        inbox.resolve(name),
                        name,
                        file.size(),
                        file.sha256(),
                        file.receivedAt(),
                        file.container(),
                        file.defect()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !Files.isDirectory(path))
                    .map(path -> Inbox.name(folder, path))
                    .sorted()
                    .toList();
        }
    }
}
