package org.jibao.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningStoreTest {

    private final Path file;

    OpeningStoreTest(@TempDir Path folder) {
        file = folder.resolve("jibao.duckdb");
    }

    @Test
    void makesNoStoreUnlessItIsAskedFor() {
        OpeningStore.begin(file).close();
        assertFalse(Files.exists(file));
        try (OpeningStore opening = OpeningStore.begin(file)) {
            opening.get();
        }
        assertTrue(Files.exists(file));
    }

    @Test
    void closesStoreThatWasOpenedAndNeverAskedFor() {
        Store.open(file, StoreSettings.DEFAULT).close();
        OpeningStore.begin(file).close();
        try (OpeningStore opening = OpeningStore.begin(file)) {
            assertEquals(
                    0,
                    opening.get()
                            .sql()
                            .query("SELECT count(*) FROM intake.submission")
                            .number());
        }
    }

    @Test
    void saysWhatIsWrongWithStoreThatCannotBeOpened() throws IOException {
        Files.writeString(file, "no database");
        try (OpeningStore opening = OpeningStore.begin(file)) {
            OperationalFailure e = assertThrows(OperationalFailure.class, opening::get);
            assertTrue(e.text().en().contains("may be damaged"), e.text().en());
        }
        OpeningStore.begin(file).close();
    }
}
