package org.jibao.store.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jibao.guard.OwnFiles;
import org.jibao.store.BackupFolder;
import org.jibao.store.Creation;
import org.jibao.store.Faults;
import org.jibao.store.KeepingFaults;
import org.jibao.store.MarkKeyFile;
import org.jibao.store.Snapshot;
import org.jibao.store.SnapshotFaults;
import org.jibao.store.StoreException;
import org.jibao.store.StoreLock;
import org.jibao.store.StoreSettings;
import org.jibao.store.WriteAheadLog;
import org.jibao.store.keeping.StoreFiles.StoreState;

/** Makes backups of a store, whether or not another process has it, and keeps the newest of them. */
public final class Backups {

    private final Path store;
    private final BackupFolder folder;
    private final KeepingFaults faults;

    /** @param folder where backups go; empty for {@code backup} beside the store's folder */
    public Backups(Path store, Optional<Path> folder) {
        this.store = store;
        this.folder = new BackupFolder(store, folder.orElseGet(() -> BackupFolder.usual(store)));
        this.faults = new KeepingFaults(store);
    }

    /**
     * Makes one. Where another process has the store, it is the published snapshot that is copied.
     *
     * @param keep how many backups of this store the folder shall hold, 1 or more
     * @throws StoreException where there is no store, it is damaged, or the backup cannot be written or read back
     */
    public Backup make(int keep, Instant now) {
        if (!Files.exists(store)) {
            throw faults.nothingToKeep();
        }
        try {
            OwnFiles.folders(folder.folder());
            try (StoreLock lock =
                    StoreLock.attempt(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (!lock.taken()) {
                    throw faults.backupGoesOn(folder.folder());
                }
                return makeAlone(keep, now);
            }
        } catch (IOException e) {
            throw faults.cannotWrite(folder.folder(), e);
        }
    }

    private Backup makeAlone(int keep, Instant now) throws IOException {
        Path draft = folder.draft();
        discard(draft);
        try (StoreFiles files = StoreFiles.open(StoreSettings.DEFAULT, List.of(store, draft))) {
            boolean snapshot = copy(files, draft);
            Instant asOf = snapshot ? Files.getLastModifiedTime(draft).toInstant() : now;
            StoreState state = readBack(files, draft, snapshot);
            Creation.force(draft);
            Files.setLastModifiedTime(draft, FileTime.from(asOf));
            Path free = folder.free(now);
            MarkKeyFile.beside(store).copyTo(MarkKeyFile.beside(free));
            LineBooks.beside(store).copyTo(free);
            Path file = Files.move(draft, free, StandardCopyOption.ATOMIC_MOVE);
            List<Path> removed = removeOlder(files, state, keep, file);
            return new Backup(file, asOf, snapshot, Files.size(file), state, removed);
        } finally {
            discard(draft);
        }
    }

    /** A damaged snapshot is called by its own name. */
    private StoreState readBack(StoreFiles files, Path draft, boolean snapshot) {
        try {
            return files.examine(draft);
        } catch (StoreException e) {
            if (snapshot && e.getCause() instanceof SQLException cause) {
                throw new SnapshotFaults(Snapshot.beside(store)).opening(cause);
            }
            throw e;
        }
    }

    /** Whether it was the snapshot that had to be copied; it is replaced as a whole, so half of one is never met. */
    private boolean copy(StoreFiles files, Path draft) throws IOException {
        try {
            files.copy(store, draft);
            return false;
        } catch (StoreException e) {
            if (!Faults.saysLocked(e)) {
                throw e;
            }
            Path snapshot = Snapshot.beside(store);
            if (!Files.exists(snapshot)) {
                throw faults.nothingPublishedYet(e);
            }
            OwnFiles.copy(snapshot, draft, StandardCopyOption.COPY_ATTRIBUTES);
            return true;
        }
    }

    /** Another store's backups of the same name, and what cannot be opened, are neither counted nor touched. */
    private List<Path> removeOlder(StoreFiles files, StoreState state, int keep, Path made) throws IOException {
        List<Path> own = new ArrayList<>();
        for (Path backup : folder.named(made)) {
            if (isOf(files, backup, state)) {
                own.add(backup);
            }
        }
        List<Path> removed = own.subList(Math.min(keep, own.size()), own.size());
        for (Path old : removed) {
            Files.delete(old);
            Files.deleteIfExists(MarkKeyFile.beside(old).file());
            LineBooks.beside(old).delete();
        }
        return removed;
    }

    private static boolean isOf(StoreFiles files, Path backup, StoreState state) {
        try {
            return files.glance(backup).createdAt().equals(state.createdAt());
        } catch (StoreException notReadable) {
            return false;
        }
    }

    private static void discard(Path draft) throws IOException {
        Files.deleteIfExists(draft);
        Files.deleteIfExists(WriteAheadLog.beside(draft));
    }

    /**
     * A copy of the store that was made and read back.
     *
     * @param asOf the time as of which it holds the store
     * @param fromSnapshot whether it is a copy of the published snapshot, because another process had the store
     * @param removed older backups of the same store that went
     */
    public record Backup(
            Path file, Instant asOf, boolean fromSnapshot, long bytes, StoreState state, List<Path> removed) {

        public Backup {
            removed = List.copyOf(removed);
        }
    }
}
