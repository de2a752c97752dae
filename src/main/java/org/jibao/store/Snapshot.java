package org.jibao.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBConnection;
import org.jibao.guard.OwnFiles;

/**
 * A copy of the store beside it, which people read while the next run writes. It is moved into place whole: a reader
 * sees the last one or this one.
 */
public final class Snapshot {

    /** How many of the longest queries a reader waits for. */
    private static final long MOST_TURNS = 2;

    /** Whose turn it is to read, by file. */
    private static final Map<Path, Semaphore> TURNS = new ConcurrentHashMap<>();

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

    /**
     * Whatever is called like a log of the snapshot is none: it is written whole, and the engine would read it along.
     */
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
     * Opens the snapshot beside a store for people's SQL: read-only, no other file, no spilling, a limit of time. One
     * reader of this process after the other: of one file the driver opens one engine, which cannot be shut off twice,
     * and which would show a later reader what an earlier one sees.
     *
     * @throws StoreException where there is none yet, it cannot be read, or another reader does not come to an end
     */
    public static ReadOnlySql open(Path store, StoreSettings settings) {
        Path file = beside(store);
        SnapshotFaults faults = new SnapshotFaults(file);
        if (!Files.exists(file)) {
            throw faults.nothingPublished();
        }
        Semaphore turn = TURNS.computeIfAbsent(file.toAbsolutePath(), path -> new Semaphore(1, true));
        if (!awaited(turn)) {
            throw faults.busy();
        }
        try {
            DuckDBConnection root = Engine.sandbox(file, settings);
            return new ReadOnlySql(root, faults, turn::release);
        } catch (SQLException e) {
            turn.release();
            throw faults.opening(e);
        } catch (RuntimeException e) {
            turn.release();
            throw e;
        }
    }

    private static boolean awaited(Semaphore turn) {
        try {
            return turn.tryAcquire(Engine.SANDBOX_MILLISECONDS * MOST_TURNS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
