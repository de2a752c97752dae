package org.jibao.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jibao.guard.OwnFiles;

/**
 * A copy of the store beside it, which people read while the next run writes. It is moved into place whole: a reader
 * sees the last one or this one.
 */
public final class Snapshot {

    private static final List<String> LOGS = List.of(".wal", ".wal.recovery", ".wal.checkpoint");

    private final Path file;
    private final StoreCopy copy;

    Snapshot(Path store, StoreCopy copy) {
        this.file = beside(store);
        this.copy = copy;
    }

    /** {@code data/jibao.duckdb} has {@code data/jibao.snapshot.duckdb}. */
    public static Path beside(Path store) {
        return store.resolveSibling(BackupFolder.stem(store) + ".snapshot.duckdb");
    }

    public Path file() {
        return file;
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** Publishes what is committed now, on a connection of its own: a transaction of the caller's is not part of it. */
    public void publish() {
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            copy.write(draft);
            removeLogs();
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            StoreCopy.discard(draft);
            throw new Faults(file).cannotCreate(e);
        }
    }

    /** Whatever is called like a log of the snapshot is none: it is written whole, and the engine would read it along. */
    private void removeLogs() throws IOException {
        for (String ending : LOGS) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
        }
    }

    /**
     * Copies the snapshot beside a store, to be opened as a store of its own and thrown away.
     *
     * @throws StoreException where there is none yet
     */
    public static void copy(Path store, Path target) throws IOException {
        Path file = beside(store);
        if (!Files.exists(file)) {
            throw new SnapshotFaults(file).nothingPublished();
        }
        OwnFiles.copy(file, target);
    }

    /**
     * Opens the snapshot beside a store for people's SQL: read-only, no other file, no spilling, a limit of time.
     *
     * @throws StoreException where there is none yet, or it cannot be read
     */
    public static ReadOnlySql open(Path store, StoreSettings settings) {
        Path file = beside(store);
        SnapshotFaults faults = new SnapshotFaults(file);
        if (!Files.exists(file)) {
            throw faults.nothingPublished();
        }
        try {
            DuckDBConnection root = Engine.sandbox(file, settings);
            return new ReadOnlySql(root, faults);
        } catch (SQLException e) {
            throw faults.opening(e);
        }
    }
}
