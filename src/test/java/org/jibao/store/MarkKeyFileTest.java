package org.jibao.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jibao.definition.MarkKey;
import org.jibao.store.keeping.Backups;
import org.jibao.store.keeping.Restoration;
import org.jibao.store.keeping.Restoration.Restored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkKeyFileTest {

    private final Path store;

    MarkKeyFileTest(@TempDir Path root) {
        this.store = root.resolve("data").resolve("jibao.duckdb");
    }

    private MarkKeyFile key() {
        return MarkKeyFile.beside(store);
    }

    @Test
    void isMadeOnceForItsOwnerAlone() throws IOException {
        assertTrue(key().read().isEmpty());
        String code = key().make().code("job", "QL101", "2026Q3");
        assertEquals(code, key().make().code("job", "QL101", "2026Q3"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key().file())));
        assertEquals(64, code.length());
    }

    @Test
    void provesJobUnitAndPeriodAndNothingElse() throws IOException {
        MarkKey key = key().make();
        String code = key.code("job", "QL101", "2026Q3");
        assertTrue(key.proves(code, "job", "QL101", "2026Q3"));
        assertFalse(key.proves(code, "other", "QL101", "2026Q3"));
        assertFalse(key.proves(code, "job", "QL102", "2026Q3"));
        assertFalse(key.proves(code, "job", "QL101", "2026Q4"));
        assertFalse(key.proves("", "job", "QL101", "2026Q3"));
        assertFalse(new MarkKey(new byte[MarkKey.LENGTH]).proves(code, "job", "QL101", "2026Q3"));
    }

    @Test
    void refusesWhatIsNoKey() throws IOException {
        Files.createDirectories(store.getParent());
        Files.writeString(key().file(), "abc");
        assertThrows(IOException.class, () -> key().read());
        assertThrows(IOException.class, () -> key().make());
    }

    @Test
    void goesIntoBackupsAndComesBack() throws IOException {
        Kept.take(store, "a.xlsx");
        String code = key().make().code("job", "QL101", "2026Q3");
        Path backup = new Backups(store, Optional.empty()).make(1, Kept.NOW).file();
        Path kept = MarkKeyFile.beside(backup).file();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
        Files.delete(key().file());
        String other = key().make().code("job", "QL101", "2026Q3");
        Restored restored = new Restoration(store).from(backup, Kept.NOW);
        assertEquals(code, key().read().orElseThrow().code("job", "QL101", "2026Q3"));
        assertEquals(
                other,
                MarkKeyFile.beside(java.util.Objects.requireNonNull(restored.kept()))
                        .read()
                        .orElseThrow()
                        .code("job", "QL101", "2026Q3"));
        new Backups(store, Optional.empty()).make(1, Kept.NOW.plusSeconds(60));
        assertFalse(Files.exists(kept), "the key of a backup that went");
    }
}
