package org.jibao.federation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jibao.definition.OfficeKey;
import org.jibao.run.OperationalFailure;
import org.jibao.run.UnusableArgument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OfficeKeysTest {

    private static final byte[] BYTES = "季报".getBytes(StandardCharsets.UTF_8);

    private final Path store;
    private final OfficeKeys keys;

    OfficeKeysTest(@TempDir Path folder) {
        this.store = folder.resolve("data/jibao.duckdb");
        this.keys = OfficeKeys.beside(store);
    }

    @Test
    void madeKeySignsAndIsItsOwnersAlone() throws IOException, GeneralSecurityException {
        assertEquals(Optional.empty(), keys.shown());
        OfficeKey made = keys.make();
        assertEquals(Optional.of(made), OfficeKeys.beside(store).shown());
        assertTrue(made.verifies(BYTES, keys.halves().sign(BYTES)));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(store.resolveSibling("jibao.duckdb.office-key"))));
        assertTrue(made.fingerprint().matches("([0-9a-f]{4}-){5}[0-9a-f]{4}"), made.fingerprint());
    }

    @Test
    void signatureOfOtherBytesOrAnotherKeyIsNone() throws GeneralSecurityException {
        OfficeKey made = keys.make();
        byte[] signature = keys.halves().sign(BYTES);
        OfficeKey other =
                OfficeKeys.beside(store.resolveSibling("other.duckdb")).make();
        assertFalse(other.verifies(BYTES, signature));
        assertFalse(made.verifies("季报 ".getBytes(StandardCharsets.UTF_8), signature));
        assertFalse(made.verifies(BYTES, new byte[0]));
        assertFalse(made.verifies(BYTES, new byte[64]));
    }

    @Test
    void neverWritesOverAKey() throws IOException {
        keys.make();
        byte[] before = Files.readAllBytes(keys.file());
        assertThrows(UnusableArgument.class, keys::make);
        assertArrayEquals(before, Files.readAllBytes(keys.file()));
    }

    @Test
    void rejectsAFileThatIsNoKey() throws IOException {
        keys.make();
        Files.writeString(keys.file(), "jibao-office-key-1\nAAAA\nBBBB\n");
        assertThrows(OperationalFailure.class, keys::shown);
    }

    @Test
    void halvesOfDifferentKeysSignNothing() throws IOException {
        keys.make();
        OfficeKeys other = OfficeKeys.beside(store.resolveSibling("other.duckdb"));
        other.make();
        String[] one = Files.readString(keys.file()).split("\n");
        String[] two = Files.readString(other.file()).split("\n");
        Files.writeString(keys.file(), one[0] + "\n" + one[1] + "\n" + two[2] + "\n");
        assertThrows(GeneralSecurityException.class, () -> keys.halves().sign(BYTES));
    }
}
