package org.jibao.store.keeping;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.store.BackupFolder;
import org.jibao.store.Store;
import org.jibao.store.StoreException;
import org.jibao.store.StoreSettings;
import org.jibao.support.SqlText;

/**
 * A machine's clock that says less than the store, in which something was decided later: it was set back, or it was ahead then.
 * Whatever a run decided now would come before what it follows, so none is begun.
 */
public final class SetBackClock {

    private static final Wording WORDS = Wording.of(SetBackClock.class);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Path store;
    private final ZoneId zone;

    /**
     * Fails if something of the job was decided later than the clock says.
     *
     * @throws StoreException where it was
     */
    public static void check(Store store, JobDefinition job, Instant now) {
        Instant decided = store.sql()
                .query(SqlText.read(Store.class, "intake/last_decided"), job.id())
                .one()
                .timeOrNull("decided_at");
        if (decided != null && decided.isAfter(now)) {
            throw new SetBackClock(store.file(), job.zone()).fault(now, decided);
        }
    }

    /** @param zone in which times are told */
    private SetBackClock(Path store, ZoneId zone) {
        this.store = store;
        this.zone = zone;
    }

    private StoreException fault(Instant now, Instant decided) {
        Text cure = cure(now);
        String clock = SECOND.format(now.atZone(zone));
        String last = SECOND.format(decided.atZone(zone));
        return new StoreException(WORDS.text("clock.set-back", clock, store, last, cure), null);
    }

    private Text cure(Instant now) {
        return newestUpTo(now)
                .map(backup -> WORDS.text(
                        "clock.restore",
                        backup.file(),
                        SECOND.format(backup.asOf().atZone(zone))))
                .orElseGet(() -> WORDS.text("clock.collect-again"));
    }

    /** By what backups hold, not by their names: one that was made since then holds what was decided too late. */
    private Optional<BackupFolder.Entry> newestUpTo(Instant now) {
        List<Path> backups = new BackupFolder(store, BackupFolder.usual(store)).named();
        if (backups.isEmpty()) {
            return Optional.empty();
        }
        try (StoreFiles files = StoreFiles.open(StoreSettings.DEFAULT, backups)) {
            for (Path backup : backups) {
                if (holdsNothingAfter(files, backup, now)) {
                    return Optional.of(BackupFolder.entry(backup));
                }
            }
        } catch (IOException | StoreException notReadable) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean holdsNothingAfter(StoreFiles files, Path backup, Instant now) {
        try {
            return files.lastDecided(backup)
                    .filter(decided -> decided.isAfter(now))
                    .isEmpty();
        } catch (StoreException notReadable) {
            return false;
        }
    }
}
