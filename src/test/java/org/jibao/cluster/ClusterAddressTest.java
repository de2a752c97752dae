package org.jibao.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jibao.run.UnusableArgument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the database is, and what an address may say. */
class ClusterAddressTest {

    private static ClusterAddress of(String text) {
        return ClusterAddress.of(text, Map.of());
    }

    @Test
    void checksTheCertificateOfAnotherMachine() {
        ClusterAddress address = of("postgresql://jibao@db.example/returns");
        assertEquals("jdbc:postgresql://db.example:5432/returns", address.url());
        assertEquals("verify-full", address.properties().getProperty("sslmode"));
        assertEquals("jibao", address.properties().getProperty("user"));
    }

    @Test
    void asksThisMachineForNoCertificate() {
        assertEquals(
                "prefer",
                of("postgresql://jibao@localhost:5433/returns").properties().getProperty("sslmode"));
        assertEquals(
                "prefer",
                of("postgresql://jibao@127.0.0.1/returns").properties().getProperty("sslmode"));
    }

    @Test
    void takesWhatTheAddressSaysOfEncryption() {
        ClusterAddress address = of("postgresql://jibao@db/returns?sslmode=require&sslrootcert=/etc/a%20b.crt");
        assertEquals("require", address.properties().getProperty("sslmode"));
        assertEquals("/etc/a b.crt", address.properties().getProperty("sslrootcert"));
    }

    /** The driver makes objects of classes that some of its options name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://jibao@db/returns?socketFactory=org.example.Evil",
                "postgresql://jibao@db/returns?password=secret",
                "postgresql://jibao@db/returns?sslmode=perhaps",
                "postgresql://jibao:secret@db/returns",
                "postgresql://db",
                "postgresql://jibao@db/a/b",
                "jdbc:postgresql://db/returns",
                "mysql://db/returns",
                "nonsense"
            })
    void refusesWhatItDoesNotKnow(String text) {
        UnusableArgument refused = assertThrows(UnusableArgument.class, () -> of(text));
        assertFalse(refused.text().en().contains("secret"), refused.text().en());
    }

    @Test
    void readsThePasswordFromTheEnvironmentOrAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "s3cret\n");
        String text = "postgresql://jibao@localhost/returns";
        ClusterAddress fromFile = ClusterAddress.of(text, Map.of(ClusterAddress.PASSWORD_FILE, file.toString()));
        assertEquals("s3cret", fromFile.properties().getProperty("password"));
        ClusterAddress given = ClusterAddress.of(text, Map.of(ClusterAddress.PASSWORD, "other"));
        assertEquals("other", given.properties().getProperty("password"));
        assertEquals("postgresql://localhost:5432/returns", given.toString());
    }
}
