package org.jibao.store.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.jibao.guard.OwnFiles;
import org.jibao.store.BackupFolder;
import org.jibao.store.Creation;
import org.jibao.store.DecisionChain;
import org.jibao.store.Faults;
import org.jibao.store.KeepingFaults;
import org.jibao.store.MarkKeyFile;
import org.jibao.store.Store;
import org.jibao.store.StoreException;
import org.jibao.store.StoreLock;
import org.jibao.store.StoreSettings;
import org.jibao.store.WriteAheadLog;
import org.jibao.store.keeping.StoreFiles.StoreState;
import org.jspecify.annotations.Nullable;

/**
 * Puts a backup in a store's place. What is there is kept under another name before anything changes, and the place is
 * taken in one move: killed at any moment, this leaves the one store or the other.
 */
public final class Restoration {

    private final Path store;
    private final Path draft;
    private final KeepingFaults faults;

    public Restoration(Path store) {
        this.store = store;
        this.draft = store.resolveSibling(store.getFileName() + ".restore.tmp");
        this.faults = new KeepingFaults(store);
    }

    /**
     * Restores, and publishes the snapshot of what is now the store.
     *
     * @throws StoreException where another process has the store, or the backup is damaged, not ours or newer than this
     *     program; the store is then as it was
     */
    public Restored from(Path backup, Instant now) {
        return from(backup, now, () -> {});
    }

    /** @param before is run once the backup is known to be sound, and before anything is put in the store's place */
    public Restored from(Path backup, Instant now, Runnable before) {
        if (!Files.isRegularFile(backup)) {
            throw faults.noBackup(backup);
        }
        try {
            if (Files.exists(store) && Files.isSameFile(store, backup)) {
                throw faults.backupIsStore(backup);
            }
            OwnFiles.folderOf(store);
            StoreState state = draft(backup);
            before.run();
            Path kept = Files.exists(store) ? replace(now) : place();
            restoreKey(backup, kept == null ? keptAt(now) : kept);
            return new Restored(state, kept, publish());
        } catch (IOException e) {
            throw faults.cannotWrite(store, e);
        } finally {
            discard();
        }
    }

    /**
     * A fresh store beside the store, of the backup's version and with its data, that has been read from end to end. The backup
     * stays where it is, and nothing that it defines is run.
     */
    private StoreState draft(Path backup) throws IOException {
        Files.deleteIfExists(draft);
        Files.deleteIfExists(WriteAheadLog.beside(draft));
        try (StoreFiles files = StoreFiles.open(StoreSettings.DEFAULT, List.of(backup, draft))) {
            Store.openOfVersion(draft, files.version(backup), StoreSettings.DEFAULT)
                    .close();
            files.takeOver(backup, draft);
            StoreState state = files.examine(draft);
            Creation.force(draft);
            return state;
        }
    }

    private @Nullable Path place() throws IOException {
        Files.move(draft, store, StandardCopyOption.ATOMIC_MOVE);
        return null;
    }

    private Path replace(Instant now) throws IOException {
        takeInLog();
        try (StoreLock lock = StoreLock.attempt(store, StandardOpenOption.WRITE)) {
            if (!lock.taken()) {
                throw inUse();
            }
            Path kept = keep(now);
            for (Path log : WriteAheadLog.allBeside(store)) {
                Files.delete(log);
            }
            Files.move(draft, store, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return kept;
        }
    }

    /** A log that a killed run left goes into the store it belongs to, so that one file is to be kept, not two. */
    private void takeInLog() {
        if (!WriteAheadLog.allBeside(store).isEmpty()) {
            try {
                Store.openExisting(store, StoreSettings.DEFAULT).close();
            } catch (StoreException e) {
                if (Faults.saysLocked(e)) {
                    throw e;
                }
                // A damaged store, which is why one is restored: its log is kept beside it.
            }
        }
    }

    /** The key of the codes comes from the backup where that has one; another that was here is kept beside the store that was. */
    private void restoreKey(Path backup, Path kept) throws IOException {
        MarkKeyFile from = MarkKeyFile.beside(backup);
        MarkKeyFile here = MarkKeyFile.beside(store);
        if (Files.exists(from.file())) {
            if (Files.exists(here.file()) && Files.mismatch(from.file(), here.file()) >= 0) {
                here.copyTo(MarkKeyFile.beside(kept));
            }
            from.copyTo(here);
        }
        LineBooks.beside(backup).copyTo(store);
    }

    /** The engine knows who it is. */
    private StoreException inUse() {
        try (StoreFiles files = StoreFiles.open(StoreSettings.DEFAULT, List.of(store))) {
            files.glance(store);
            return faults.nothingToKeep();
        } catch (StoreException e) {
            return e;
        }
    }

    private Path keep(Instant now) throws IOException {
        Instant time = now;
        while (Files.exists(keptAt(time))) {
            time = time.plusSeconds(1);
        }
        Path kept = keptAt(time);
        SecondName.give(store, kept);
        String name = store.getFileName().toString();
        for (Path log : WriteAheadLog.allBeside(store)) {
            String ending = log.getFileName().toString().substring(name.length());
            OwnFiles.copy(log, kept.resolveSibling(kept.getFileName() + ending), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return kept;
    }

    private Path keptAt(Instant time) {
        String name = BackupFolder.stem(store) + ".before-restore-" + BackupFolder.stamp(time) + ".duckdb";
        return store.resolveSibling(name);
    }

    /** Brings the store to this program's version too, where the backup is older. */
    private DecisionChain publish() {
        try (Store restored = Store.open(store, StoreSettings.DEFAULT)) {
            restored.makeFormViews();
            restored.snapshot().publish();
            return DecisionChain.of(restored.sql());
        }
    }

    private void discard() {
        try {
            Files.deleteIfExists(draft);
            Files.deleteIfExists(WriteAheadLog.beside(draft));
        } catch (IOException e) {
            draft.toFile().deleteOnExit();
        }
    }

    /** Gives a file a second name, under which it stays when another takes its first. */
    static final class SecondName {

        private SecondName() {}

        static void give(Path file, Path second) throws IOException {
            try {
                Files.createLink(second, file);
            } catch (UnsupportedOperationException | java.nio.file.FileSystemException noLinks) {
                if (Files.exists(second)) {
                    throw new java.nio.file.FileAlreadyExistsException(second.toString());
                }
                OwnFiles.copy(file, second, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /**
     * A backup that was put in the store's place.
     *
     * @param state what the store is now
     * @param decisions that it holds now
     * @param kept where the store is that was there before, or null where there was none
     */
    public record Restored(StoreState state, @Nullable Path kept, DecisionChain decisions) {}
}
