package org.jibao.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedStoreTest {

    private final Path file;

    LockedStoreTest(@TempDir Path folder) {
        file = folder.resolve("jibao.duckdb");
    }

    @Test
    void namesTheProcessThatHoldsTheStoreAndTheNextStep() throws IOException {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        file.toString(),
                        "copied")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("open", lines.readLine());
            StoreException e = assertThrows(StoreException.class, () -> Store.open(file, StoreSettings.DEFAULT));
            assertTrue(e.text().zh().contains("进程号 " + holder.pid()), e.text().zh());
            assertTrue(
                    e.text().en().contains("`ps -p " + holder.pid() + "`"),
                    e.text().en());
        } finally {
            holder.destroyForcibly();
        }
    }

    /** Opens a store, has it copied where it is told so, and waits to be killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (Store store = Store.open(Path.of(arguments[0]), StoreSettings.DEFAULT)) {
                store.sql().execute("SELECT 1");
                if (arguments.length > 1) {
                    store.snapshot().publish();
                    store.figures(() -> false).close();
                }
                System.out.println("open");
                Thread.sleep(60_000);
            }
        }
    }
}
