package org.jibao.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/**
 * A copy of the store beside it, which people read while the next run writes. It is moved into place whole: a reader
 * sees the last one or this one.
 */
public final class Snapshot {

    private final Path file;

    Snapshot(Path store) {
        this.file = beside(store);
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

    /** Publishes what is committed now. Not within a transaction. */
    public void publish(Store open) {
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.deleteIfExists(draft);
            Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + ".wal"));
            copy(open.sql(), draft);
            Creation.force(draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Faults(file).cannotCreate(e);
        }
    }

    private static void copy(Sql sql, Path draft) {
        String source = String.valueOf(sql.query("SELECT current_database()").single());
        sql.execute("ATTACH " + Quoted.text(draft.toAbsolutePath().toString()) + " AS published_copy");
        try {
            sql.execute("COPY FROM DATABASE " + Quoted.name(source) + " TO published_copy");
        } finally {
            sql.execute("DETACH published_copy");
        }
    }

    /**
     * Opens the snapshot beside a store for people's SQL: read-only, no other file, no spilling, a limit of time.
     *
     * @throws StoreException where there is none yet, or it cannot be read
     */
    public static ReadOnlySql open(Path store, StoreSettings settings) {
        Path file = beside(store);
        Faults faults = new Faults(file);
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
