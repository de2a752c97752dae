package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.maintenance.StoreMaintenance.BackupOutcome;
import org.jibao.run.OperationalFailure;
import org.jibao.store.Rows;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is lost or damaged and comes back, through the commands' own doors. */
class KeepingIT {

    private final Path folder;
    private final SmallInbox small;

    KeepingIT(@TempDir Path folder) throws IOException {
        this.folder = folder.resolve("work");
        this.small = new SmallInbox(this.folder);
    }

    /** The published snapshot was made in the middle of a batch job: its sequences and its unfinished job must go on. */
    @Test
    void snapshotThatWasRestoredGoesOnToWhatAnUndisturbedStoreHolds() throws IOException {
        small.jibao().collect();
        Path copy = Files.copy(folder.resolve("jibao.snapshot.duckdb"), folder.resolve("copy.duckdb"));
        receiveThird();
        small.jibao().collect();
        Map<String, Rows> undisturbed = StoreContents.of(small.store());
        assertEquals(2, small.keeping().restore(copy).submissions());
        assertEquals(
                List.of("青岚县财政局.xlsx"),
                small.jibao().collect().files().stream()
                        .map(file -> file.file())
                        .toList());
        assertEquals(undisturbed, StoreContents.of(small.store()));
    }

    @Test
    void damageThatIsMetLateNamesTheBackupAndCostsNothing() throws IOException {
        small.jibao().collect();
        BackupOutcome backup = small.keeping().backup(Optional.empty(), 14);
        assertEquals(2, backup.submissions());
        assertEquals(folder.resolveSibling("backup"), backup.file().getParent());
        byte[] whole = Files.readAllBytes(small.store());
        int said = 0;
        for (int block = 12_288; block < whole.length; block += 3 * 262_144) {
            damage(whole, block + 131_072);
            said += saidOrHarmless(backup.file()) ? 1 : 0;
        }
        assertTrue(said > 1, "damage was said " + said + " times");
    }

    /** The store opens, as its catalogue is whole; the first query over the cells meets the block. */
    @Test
    void damageOfCellsIsMetByARun() throws IOException {
        small.jibao().collect();
        BackupOutcome backup = small.keeping().backup(Optional.empty(), 14);
        int block = blockOfCells();
        byte[] whole = Files.readAllBytes(small.store());
        damage(whole, 12_288 + block * 262_144 + 1_000);
        receiveThird();
        assertNames(backup.file(), assertThrows(OperationalFailure.class, small.jibao()::run));
        assertFalse(Files.exists(small.out()));
        Files.write(small.store(), whole);
        assertEquals(1, small.jibao().collect().files().size());
    }

    @Test
    void archivedFilesAreKnownAndTheNextRunHasNothingToDo() throws IOException {
        Path archive = folder.resolve("archive");
        assertEquals(2, small.jibao().archivingTo(archive).collect().archived().moved());
        try (Stream<Path> files = Files.list(archive.resolve("quarterly-disclosure/2026Q2"))) {
            assertEquals(2, files.count());
        }
        try (Stream<Path> files = Files.list(small.inbox())) {
            assertEquals(0, files.count());
        }
        assertEquals(0, small.jibao().archivingTo(archive).collect().archived().moved());
        assertTrue(small.keeping().compact().after() > 0);
        assertEquals(2, small.jibao().run().summaries().get(0).reported());
    }

    /** Whether a block is damaged that holds something; the engine never reads one that is free. */
    private boolean saidOrHarmless(Path backup) throws IOException {
        byte[] damaged = Files.readAllBytes(small.store());
        try {
            small.keeping().backup(Optional.of(folder.resolve("second")), 14);
            return false;
        } catch (OperationalFailure e) {
            assertNames(backup, e);
        }
        assertNames(backup, assertThrows(OperationalFailure.class, small.keeping()::compact));
        assertArrayEquals(damaged, Files.readAllBytes(small.store()));
        assertFalse(Files.exists(small.store().resolveSibling("jibao.duckdb.compact.tmp")));
        return true;
    }

    private static void assertNames(Path backup, OperationalFailure e) {
        String en = e.text().en();
        assertTrue(en.contains("may be damaged"), en);
        assertTrue(en.contains("the newest backup is " + backup + ", as of "), en);
        assertTrue(e.text().zh().contains("最近的备份是 " + backup), e.text().zh());
    }

    private void damage(byte[] whole, int place) throws IOException {
        Files.write(small.store(), whole);
        try (RandomAccessFile file = new RandomAccessFile(small.store().toFile(), "rw")) {
            file.seek(place);
            file.write(whole[place] ^ 0x10);
        }
    }

    private int blockOfCells() {
        String block = "SELECT min(block_id) FROM pragma_storage_info('intake.observation')"
                + " WHERE column_name = 'value' AND segment_type <> 'VALIDITY' AND persistent";
        try (Store store = Store.open(small.store(), StoreSettings.DEFAULT)) {
            return (int) store.sql().query(block).number();
        }
    }

    private void receiveThird() throws IOException {
        Path sample = SmallInbox.sample("青岚县财政局");
        Path file = Files.copy(sample, small.inbox().resolve("青岚县财政局.xlsx"), StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(SmallInbox.RECEIVED));
    }
}
