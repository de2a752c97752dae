package org.jibao.store.keeping;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.store.BackupFolder;
import org.jibao.store.Kept;
import org.jibao.store.Migrations;
import org.jibao.store.Snapshot;
import org.jibao.store.Store;
import org.jibao.store.StoreException;
import org.jibao.store.StoreSettings;
import org.jibao.store.WriteAheadLog;
import org.jibao.store.keeping.Backups.Backup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {

    private final Path root;
    private final Path store;

    BackupsTest(@TempDir Path root) {
        this.root = root;
        this.store = root.resolve("data").resolve("jibao.duckdb");
    }

    @Test
    void isNamedByTheClockBesideTheStoresFolderAndHoldsWhatTheStoreDoes() throws IOException {
        Kept.take(store, "a.xlsx");
        Backup backup = new Backups(store, Optional.empty()).make(14, Kept.NOW);
        assertEquals(
                root.resolve("backup").resolve("jibao-" + BackupFolder.stamp(Kept.NOW) + ".duckdb"), backup.file());
        assertFalse(backup.fromSnapshot());
        assertEquals(1, backup.state().submissions());
        assertEquals("a.xlsx", backup.state().newest());
        assertEquals(Migrations.known(), backup.state().version());
        assertEquals(Kept.NOW, Files.getLastModifiedTime(backup.file()).toInstant());
        assertEquals(List.of("a.xlsx"), Kept.files(backup.file()));
        assertEquals(List.of(".jibao.backup.lock", backup.file().getFileName().toString()), names());
    }

    /** What came by mail and whom an officer has called is in no store. */
    @Test
    void takesTheBooksAndBringsThemBackWhereThereAreNone() throws IOException {
        Kept.take(store, "a.xlsx");
        Path calls = Files.writeString(store.resolveSibling("jibao.duckdb.calls.jsonl"), "{\"call\":1}\n");
        Path mails = Files.createDirectories(store.resolveSibling("jibao.duckdb.mail"))
                .resolve("quarterly.jsonl");
        Files.writeString(mails, "{\"mail\":1}\n");
        Backup backup = new Backups(store, Optional.empty()).make(14, Kept.NOW);

        Files.writeString(calls, "{\"call\":1}\n{\"call\":2}\n");
        Files.delete(mails);
        new Restoration(store).from(backup.file(), Kept.NOW.plusSeconds(60));
        assertEquals("{\"call\":1}\n{\"call\":2}\n", Files.readString(calls));
        assertEquals("{\"mail\":1}\n", Files.readString(mails));

        new Backups(store, Optional.empty()).make(1, Kept.NOW.plusSeconds(120));
        try (Stream<Path> left = Files.list(root.resolve("backup"))) {
            assertEquals(
                    1,
                    left.filter(path -> path.toString().endsWith(".calls.jsonl"))
                            .count());
        }
    }

    @Test
    void takesThePublishedSnapshotWhereAnotherProcessHasTheStore() throws IOException {
        Kept.take(store, "a.xlsx");
        Instant published = Instant.parse("2026-10-19T18:00:00Z");
        Files.setLastModifiedTime(Snapshot.beside(store), FileTime.from(published));
        Process holder = Kept.holder(store);
        try {
            Backup backup = new Backups(store, Optional.empty()).make(14, Kept.NOW);
            assertTrue(backup.fromSnapshot());
            assertEquals(published, backup.asOf());
            assertEquals(1, backup.state().submissions());
            Files.delete(Snapshot.beside(store));
            StoreException e =
                    assertThrows(StoreException.class, () -> new Backups(store, Optional.empty()).make(14, Kept.NOW));
            assertTrue(e.text().en().contains("PID " + holder.pid()), e.text().en());
            assertTrue(e.text().en().contains("no snapshot yet"), e.text().en());
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void readsAlongWhatAKilledRunLeftInTheLogAndLeavesBothFilesAlone() throws IOException {
        Kept.take(store, "a.xlsx");
        byte[] bytes;
        byte[] log;
        try (Store open = Store.open(store, StoreSettings.DEFAULT)) {
            Kept.take(open, "b.xlsx");
            bytes = Files.readAllBytes(store);
            log = Files.readAllBytes(WriteAheadLog.beside(store));
        }
        Files.write(store, bytes);
        Files.write(WriteAheadLog.beside(store), log);
        Backup backup = new Backups(store, Optional.empty()).make(14, Kept.NOW);
        assertEquals(2, backup.state().submissions());
        assertArrayEquals(bytes, Files.readAllBytes(store));
        assertArrayEquals(log, Files.readAllBytes(WriteAheadLog.beside(store)));
    }

    @Test
    void keepsTheNewestAndTouchesNothingElse() throws IOException {
        Kept.take(store, "a.xlsx");
        Path other = root.resolve("other").resolve("jibao.duckdb");
        Store.open(other, StoreSettings.DEFAULT).close();
        Kept.take(other, "theirs.xlsx");
        new Backups(other, Optional.empty()).make(1, Kept.NOW.minusSeconds(90_000));
        Path folder = root.resolve("backup");
        Files.writeString(folder.resolve("jibao-20200101-000000.duckdb"), "somebody's");
        Files.writeString(folder.resolve("jibao-20200101.duckdb"), "somebody's");
        List<Path> made = Stream.of(0, 0, 60, 120)
                .map(seconds -> new Backups(store, Optional.empty())
                        .make(2, Kept.NOW.plusSeconds(seconds))
                        .file())
                .toList();
        assertEquals(
                Stream.of(
                                ".jibao.backup.lock",
                                "jibao-20200101-000000.duckdb",
                                "jibao-20200101.duckdb",
                                "jibao-" + BackupFolder.stamp(Kept.NOW.minusSeconds(90_000)) + ".duckdb",
                                made.get(2).getFileName().toString(),
                                made.get(3).getFileName().toString())
                        .sorted()
                        .toList(),
                names());
        assertEquals(
                "jibao-" + BackupFolder.stamp(Kept.NOW.plusSeconds(1)) + ".duckdb",
                made.get(1).getFileName().toString());
    }

    /** Otherwise each new one would be the first to be removed, and an old one would be named as the newest. */
    @Test
    void takesABackupDatedAheadForTheOldest() throws IOException {
        Kept.take(store, "a.xlsx");
        Backups backups = new Backups(store, Optional.empty());
        Path ahead = backups.make(1, Instant.parse("2099-01-01T00:00:00Z")).file();
        Backup right = backups.make(1, Kept.NOW);
        assertEquals(List.of(ahead), right.removed());
        assertTrue(Files.exists(right.file()));
    }

    @Test
    void damagedStoreIsNotBackedUpAndTheLastBackupIsNamed() throws IOException {
        Kept.take(store, "a.xlsx");
        Path backup = new Backups(store, Optional.empty()).make(14, Kept.NOW).file();
        Kept.flip(store, 12_288 + 100);
        byte[] damaged = Files.readAllBytes(store);
        StoreException e =
                assertThrows(StoreException.class, () -> new Backups(store, Optional.empty()).make(14, Kept.NOW));
        String named = "the newest backup is " + backup + ", as of " + BackupFolder.toTheMinute(Kept.NOW)
                + ": `jibao restore " + backup + "`";
        assertTrue(e.text().en().contains(named), e.text().en());
        assertTrue(e.text().zh().contains("最近的备份是 " + backup), e.text().zh());
        assertArrayEquals(damaged, Files.readAllBytes(store));
        assertEquals(2, names().size());
    }

    @Test
    void saysThatThereIsNothing() {
        StoreException e =
                assertThrows(StoreException.class, () -> new Backups(store, Optional.empty()).make(14, Kept.NOW));
        assertTrue(e.text().en().contains("there is no store"), e.text().en());
        assertFalse(Files.exists(root.resolve("backup")));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("backup"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
