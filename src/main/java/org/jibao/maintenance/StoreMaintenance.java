package org.jibao.maintenance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jibao.run.ChainAlarm;
import org.jibao.run.Failures;
import org.jibao.run.OperationalFailure;
import org.jibao.run.Settings;
import org.jibao.run.ledger.RunLedger;
import org.jibao.store.StoreException;
import org.jibao.store.keeping.Backups;
import org.jibao.store.keeping.Backups.Backup;
import org.jibao.store.keeping.Compaction;
import org.jibao.store.keeping.Compaction.Compacted;
import org.jibao.store.keeping.Restoration;
import org.jibao.store.keeping.Restoration.Restored;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a store: what the store does, said so that a command may show it. Each method may throw {@link OperationalFailure}, for
 * what the operator must put right.
 */
public final class StoreMaintenance {

    private final Path store;
    private final Instant now;
    private final RunLedger ledger;
    private final ChainAlarm alarm;

    public StoreMaintenance(Settings settings) {
        this.store = settings.store();
        this.ledger = RunLedger.beside(store);
        this.alarm = new ChainAlarm(settings, ledger);
        this.now = settings.asOf().orElseGet(Instant::now);
    }

    /**
     * Makes a copy of the store, also while a run is going on, and reads it back.
     *
     * @param folder where it goes; empty for {@code backup} beside the store's folder
     * @param keep how many backups of this store the folder shall hold, 1 or more
     */
    public BackupOutcome backup(Optional<Path> folder, int keep) {
        return told(() -> {
            Backup made = new Backups(store, folder).make(keep, now);
            return new BackupOutcome(
                    made.file(),
                    made.asOf(),
                    made.fromSnapshot(),
                    made.bytes(),
                    made.state().submissions(),
                    made.state().version(),
                    made.removed());
        });
    }

    /** Puts a backup in the store's place; what was there is kept under another name. */
    public RestoreOutcome restore(Path backup) {
        return told(() -> {
            long noted = noting(() -> alarm.noted(ledger.decisionHeads()));
            Restored restored = new Restoration(store)
                    .from(
                            backup,
                            now,
                            () -> noting(() -> {
                                ledger.restoring(Instant.now(), backup);
                                return true;
                            }));
            noting(() -> {
                ledger.restored(Instant.now(), backup, restored.decisions().head());
                return true;
            });
            alarm.restored(restored.decisions(), noted);
            return new RestoreOutcome(
                    store,
                    restored.kept(),
                    restored.state().submissions(),
                    restored.state().newest(),
                    restored.state().receivedAt());
        });
    }

    /** Rewrites the store without its dead room. */
    public CompactOutcome compact() {
        return told(() -> {
            Compacted compacted = new Compaction(store).run();
            return new CompactOutcome(store, compacted.before(), compacted.after());
        });
    }

    /** What puts a store in place is in the ledger, or does not happen. */
    private <T> T noting(Noting<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw Failures.ledger(ledger.file(), e);
        }
    }

    private interface Noting<T> {
        T run() throws IOException;
    }

    private <T> T told(Supplier<T> work) {
        alarm.ledger();
        try {
            return work.get();
        } catch (StoreException e) {
            throw Failures.of(e);
        }
    }

    /**
     * A backup that was made and read back.
     *
     * @param asOf the time as of which it holds the store
     * @param fromSnapshot whether another process had the store, so that the published snapshot was copied
     * @param version of the store's schema
     * @param removed older backups of the same store that went
     */
    public record BackupOutcome(
            Path file,
            Instant asOf,
            boolean fromSnapshot,
            long bytes,
            long submissions,
            int version,
            List<Path> removed) {

        public BackupOutcome {
            removed = List.copyOf(removed);
        }
    }

    /**
     * A backup that is now the store.
     *
     * @param kept where the store is that was there before, or null where there was none
     * @param newest the file that was received last of those it has, or null where it has none
     * @param receivedAt when that was
     */
    public record RestoreOutcome(
            Path store,
            @Nullable Path kept,
            long submissions,
            @Nullable String newest,
            @Nullable Instant receivedAt) {}

    /** A store that was rewritten; its size before and after, in bytes. */
    public record CompactOutcome(Path store, long before, long after) {}
}
