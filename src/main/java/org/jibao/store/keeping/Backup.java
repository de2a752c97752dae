package org.jibao.store.keeping;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A copy of the store that was made and read back.
 *
 * @param asOf the time as of which it holds the store
 * @param fromSnapshot whether it is a copy of the published snapshot, because another process had the store
 * @param removed older backups of the same store that went
 */
public record Backup(Path file, Instant asOf, boolean fromSnapshot, long bytes, StoreState state, List<Path> removed) {

    public Backup {
        removed = List.copyOf(removed);
    }
}
