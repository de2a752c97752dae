package org.jibao.store.keeping;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.store.BackupFolder;
import org.jibao.store.Kept;
import org.jibao.store.ReadOnlySql;
import org.jibao.store.Snapshot;
import org.jibao.store.Store;
import org.jibao.store.StoreException;
import org.jibao.store.StoreSettings;
import org.jibao.store.WriteAheadLog;
import org.jibao.store.keeping.Restoration.Restored;
import org.jibao.testkit.SavedFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestorationTest {

    private final Path root;
    private final Path store;
    private final Path backup;
    private final SavedFolder backedUp;

    RestorationTest(@TempDir Path root) {
        this.root = root;
        this.store = root.resolve("data").resolve("jibao.duckdb");
        Kept.take(store, "a.xlsx");
        this.backup = new Backups(store, Optional.empty()).make(14, Kept.NOW).file();
        Kept.take(store, "b.xlsx");
        this.backedUp = new SavedFolder(root);
    }

    @BeforeEach
    void putBack() throws IOException {
        backedUp.putBack();
    }

    @Test
    void keepsWhatWasThereAndPublishesWhatIsThereNow() throws IOException {
        Restored restored = new Restoration(store).from(backup, Kept.NOW);
        assertEquals("a.xlsx", restored.state().newest());
        Path kept = store.resolveSibling("jibao.before-restore-" + BackupFolder.stamp(Kept.NOW) + ".duckdb");
        assertEquals(kept, restored.kept());
        assertEquals(List.of("a.xlsx"), Kept.files(store));
        assertEquals(List.of("a.xlsx", "b.xlsx"), Kept.files(kept));
        assertEquals(List.of("a.xlsx"), Kept.files(backup));
        try (ReadOnlySql snapshot = Snapshot.open(store, StoreSettings.DEFAULT)) {
            assertEquals(
                    1, snapshot.query("SELECT count(*) FROM intake.submission").number());
        }
        assertEquals(List.of(kept.getFileName().toString(), "jibao.duckdb", "jibao.snapshot.duckdb"), names());
        assertNotNull(new Restoration(store).from(backup, Kept.NOW).kept());
        assertEquals(4, names().size());
    }

    @Test
    void takesThePlaceOfAStoreThatIsGone() throws IOException {
        Files.delete(store);
        assertNull(new Restoration(store).from(backup, Kept.NOW).kept());
        assertEquals(List.of("a.xlsx"), Kept.files(store));
    }

    @Test
    void keepsADamagedStoreAsItIsWithItsLog() throws IOException {
        Kept.flip(store, 12_288 + 100);
        byte[] damaged = Files.readAllBytes(store);
        Files.write(WriteAheadLog.beside(store), new byte[] {1, 2, 3});
        Path kept = new Restoration(store).from(backup, Kept.NOW).kept();
        assertNotNull(kept);
        assertArrayEquals(damaged, Files.readAllBytes(kept));
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(WriteAheadLog.beside(kept)));
        assertEquals(List.of("a.xlsx"), Kept.files(store));
    }

    @Test
    void refusesWhileAnotherProcessHasTheStore() throws IOException {
        Process holder = Kept.holder(store);
        try {
            assertRefused(backup, "PID " + holder.pid());
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void refusesWhatIsNoBackupOfOurs() throws IOException {
        assertRefused(root.resolve("none.duckdb"), "there is no backup");
        assertRefused(store, "is the store itself");
        Path text = Files.writeString(root.resolve("text.duckdb"), "not a database ".repeat(900));
        assertRefused(text, "may be damaged");
        Path newer = Files.copy(backup, root.resolve("newer.duckdb"));
        try (Store open = Store.open(newer, StoreSettings.DEFAULT)) {
            open.sql().execute("INSERT INTO intake.store_version VALUES (99, now())");
        }
        assertRefused(newer, "is of version 99");
        Path flipped = Files.copy(backup, root.resolve("flipped.duckdb"));
        Kept.flip(flipped, 12_288 + 262_144 + 9_000);
        assertRefused(flipped, flipped + " cannot be read, it may be damaged");
    }

    private void assertRefused(Path wrong, String words) throws IOException {
        byte[] before = Files.readAllBytes(store);
        StoreException e = assertThrows(StoreException.class, () -> new Restoration(store).from(wrong, Kept.NOW));
        assertTrue(e.text().en().contains(words), e.text().en());
        assertArrayEquals(before, Files.readAllBytes(store));
        assertEquals(List.of("jibao.duckdb", "jibao.snapshot.duckdb"), names());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(store.getParent())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
