package org.jibao.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.jibao.finding.Wording;

/** What can go wrong with people's SQL and the snapshot it reads. Nothing of value is ever at stake here. */
public final class SnapshotFaults {

    private static final Wording WORDS = Wording.of(SnapshotFaults.class);

    private final Path snapshot;

    public SnapshotFaults(Path snapshot) {
        this.snapshot = snapshot;
    }

    StoreException nothingPublished() {
        return new StoreException(WORDS.text("snapshot.not-published", snapshot), null);
    }

    /** Another reader of this process has held it for too long. */
    StoreException busy() {
        return new StoreException(WORDS.text("snapshot.busy", snapshot), null);
    }

    public StoreException opening(SQLException e) {
        return damaged(e);
    }

    /** A statement that was not answered. */
    StoreException running(SQLException e) {
        String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("corrupt") || words.contains("checksum")) {
            return damaged(e);
        }
        if (words.contains("out of memory")) {
            return tooLarge(e);
        }
        if (words.contains("maximum execution time")) {
            return tooLong(e);
        }
        return refused(e);
    }

    private StoreException refused(SQLException e) {
        String why = Faults.firstLine(e);
        return new StoreException(WORDS.text("snapshot.refused", why), e);
    }

    private StoreException tooLong(SQLException e) {
        int seconds = Engine.SANDBOX_MILLISECONDS / 1000;
        return new StoreException(WORDS.text("snapshot.too-long", seconds), e);
    }

    private StoreException tooLarge(SQLException e) {
        String why = Faults.firstLine(e);
        return new StoreException(WORDS.text("snapshot.too-large", why), e);
    }

    private StoreException damaged(SQLException e) {
        String why = Faults.firstLine(e);
        return new StoreException(WORDS.text("snapshot.damaged", snapshot, why), e);
    }
}
