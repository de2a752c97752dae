package org.jibao.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of the store beside it, which people read while the next run writes. It is moved into place whole: a reader
 * sees the last one or this one.
 */
public final class Snapshot {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);

    private final Path file;
    private final Faults faults;
    private final StoreDataSource source;

    Snapshot(Path store, StoreDataSource source) {
        this.file = beside(store);
        this.faults = new Faults(store);
        this.source = source;
    }

    /** {@code data/jibao.duckdb} has {@code data/jibao.snapshot.duckdb}. */
    public static Path beside(Path store) {
        String name = store.getFileName().toString();
        String stem = name.endsWith(".duckdb") ? name.substring(0, name.length() - ".duckdb".length()) : name;
        return store.resolveSibling(stem + ".snapshot.duckdb");
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
            Files.deleteIfExists(draft);
            Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + ".wal"));
            copy(draft);
            Creation.force(draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(draft);
            throw new Faults(file).cannotCreate(e);
        } catch (StoreException e) {
            discard(draft);
            throw e;
        }
    }

    /** Half a copy is of no use, and takes the room that may be what was missing. */
    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
            Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + ".wal"));
        } catch (IOException e) {
            LOG.warn("half a copy stays at {}", draft, e);
        }
    }

    private void copy(Path draft) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ATTACH " + Quoted.text(draft.toAbsolutePath().toString()) + " AS published_copy");
            statement.execute("COPY FROM DATABASE " + Quoted.name(connection.getCatalog()) + " TO published_copy");
            statement.execute("DETACH published_copy");
        } catch (SQLException e) {
            detach();
            throw faults.running(e);
        }
    }

    /** A copy that failed half-way must not keep the next one from being attached. */
    private void detach() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DETACH DATABASE IF EXISTS published_copy");
        } catch (SQLException e) {
            LOG.warn("the unfinished copy for {} stays attached", file, e);
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
        Files.copy(file, target);
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
