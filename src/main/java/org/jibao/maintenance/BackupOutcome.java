package org.jibao.maintenance;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A backup that was made and read back.
 *
 * @param asOf the time as of which it holds the store
 * @param fromSnapshot whether another process had the store, so that the published snapshot was copied
 * @param version of the store's schema
 * @param removed older backups of the same store that went
 */
public record BackupOutcome(
        Path file, Instant asOf, boolean fromSnapshot, long bytes, long submissions, int version, List<Path> removed) {

    public BackupOutcome {
        removed = List.copyOf(removed);
    }
}
