package org.jibao.store.keeping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jibao.store.Contents;
import org.jibao.store.Kept;
import org.jibao.store.Store;
import org.jibao.store.StoreException;
import org.jibao.store.StoreSettings;
import org.jibao.store.keeping.Compaction.Compacted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompactionTest {

    private final Path store;

    CompactionTest(@TempDir Path folder) {
        store = folder.resolve("jibao.duckdb");
    }

    @Test
    void freesTheRoomOfWhatIsGoneAndKeepsTheRest() throws IOException {
        fill();
        Contents before = contents();
        Compacted compacted = new Compaction(store).run();
        assertEquals(Files.size(store), compacted.after());
        assertTrue(compacted.after() < compacted.before(), compacted.toString());
        assertEquals(before, contents());
        assertEquals(List.of("a.xlsx"), Kept.files(store));
        assertFalse(Files.exists(draft()));
    }

    @ParameterizedTest
    @EnumSource(Compaction.Step.class)
    void stoppedAtAnyStepLeavesOneWholeStore(Compaction.Step last) {
        fill();
        Contents before = contents();
        AssertionError stop = new AssertionError("killed");
        Compaction compaction = new Compaction(store, step -> {
            if (step == last) {
                throw stop;
            }
        });
        assertEquals(stop, assertThrows(AssertionError.class, compaction::run));
        assertEquals(last != Compaction.Step.IN_PLACE, Files.exists(draft()));
        assertEquals(before, contents());
        assertTrue(new Compaction(store).run().after() > 0);
        assertEquals(before, contents());
        assertFalse(Files.exists(draft()));
    }

    @Test
    void refusesDamagedStoreAndLeavesItAlone() throws IOException {
        fill();
        Kept.flip(store, 12_288 + 262_144 + 9_000);
        byte[] damaged = Files.readAllBytes(store);
        StoreException e = assertThrows(StoreException.class, () -> new Compaction(store).run());
        assertTrue(e.text().en().contains("may be damaged"), e.text().en());
        org.junit.jupiter.api.Assertions.assertArrayEquals(damaged, Files.readAllBytes(store));
        assertFalse(Files.exists(draft()));
    }

    /** A table that comes and goes leaves room before what came after it. */
    private void fill() {
        Kept.take(store, "a.xlsx");
        try (Store open = Store.open(store, StoreSettings.DEFAULT)) {
            open.sql().query("SELECT nextval('batch.BATCH_JOB_EXECUTION_SEQ')");
            open.sql().execute("CREATE TABLE mart.gone AS SELECT range, hash(range) FROM range(60000)");
            open.sql().execute("CHECKPOINT");
            open.sql().execute("CREATE TABLE mart.behind AS SELECT range, hash(range) FROM range(5000)");
            open.sql().execute("CHECKPOINT");
            open.sql().execute("DROP TABLE mart.gone");
        }
    }

    private Contents contents() {
        try (Store open = Store.open(store, StoreSettings.DEFAULT)) {
            Contents all = Contents.of(open.sql(), "jibao");
            assertTrue(all.parts().containsKey("intake.submission"));
            return all;
        }
    }

    private Path draft() {
        return store.resolveSibling("jibao.duckdb.compact.tmp");
    }
}
