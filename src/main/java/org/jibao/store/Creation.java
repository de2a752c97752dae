package org.jibao.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import org.jibao.guard.OwnFiles;
import org.jspecify.annotations.Nullable;

/**
 * Makes a new store under a temporary name and moves it into place, so that a kill in between never leaves a file that
 * the next run would take for a damaged store.
 */
public final class Creation {

    /**
     * The file of a store with nothing in it, once this process has made one. The statements that make its tables take
     * half a second, and a process may need many stores: for a check of a job folder, a draft, or a test.
     */
    private static volatile byte @Nullable [] empty;

    private Creation() {}

    static void ifAbsent(Path file, StoreSettings settings) {
        if (Files.exists(file)) {
            return;
        }
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            OwnFiles.folderOf(file);
            discardIfUnusable(draft, settings);
            make(draft, settings);
            force(draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Faults(file).cannotCreate(e);
        }
    }

    private static void make(Path draft, StoreSettings settings) throws IOException {
        boolean begun = Files.exists(draft);
        byte[] made = empty;
        if (!begun && made != null) {
            // A draft that another process has begun meanwhile is not written over.
            Files.write(draft, made, StandardOpenOption.CREATE_NEW);
            try (Store store = Store.openExisting(draft, settings)) {
                store.inTransaction(() -> Migrations.madeAt(store.sql(), Instant.now()));
            }
            return;
        }
        Store.openExisting(draft, settings).close();
        empty = begun ? made : Files.readAllBytes(draft);
    }

    /** A draft left by a kill: kept where it opens, so that one which another process is making is never deleted. */
    private static void discardIfUnusable(Path draft, StoreSettings settings) throws IOException {
        if (!Files.exists(draft)) {
            return;
        }
        try {
            Engine.writer(draft, settings).close();
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains("Could not set lock")) {
                throw new Faults(draft).opening(e);
            }
            Files.delete(draft);
            Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + ".wal"));
        }
    }

    /** Brings a file onto the disk, its rights too. */
    public static void force(Path file) throws IOException {
        OwnFiles.tighten(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
