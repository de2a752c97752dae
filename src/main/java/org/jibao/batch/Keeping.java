package org.jibao.batch;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jibao.store.Backup;
import org.jibao.store.Backups;
import org.jibao.store.Compacted;
import org.jibao.store.Compaction;
import org.jibao.store.Restoration;
import org.jibao.store.Restored;

/** Keeps a store: what the store does, said so that a command may show it. */
final class Keeping {

    private final Path store;
    private final Instant now;

    Keeping(Path store, Instant now) {
        this.store = store;
        this.now = now;
    }

    BackupOutcome backup(Optional<Path> folder, int keep) {
        Backup made = new Backups(store, folder).make(keep, now);
        return new BackupOutcome(
                made.file(),
                made.asOf(),
                made.fromSnapshot(),
                made.bytes(),
                made.state().submissions(),
                made.state().version(),
                made.removed());
    }

    RestoreOutcome restore(Path backup) {
        Restored restored = new Restoration(store).from(backup, now);
        return new RestoreOutcome(
                store,
                restored.kept(),
                restored.state().submissions(),
                restored.state().newest(),
                restored.state().receivedAt());
    }

    CompactOutcome compact() {
        Compacted compacted = new Compaction(store).run();
        return new CompactOutcome(store, compacted.before(), compacted.after());
    }
}
