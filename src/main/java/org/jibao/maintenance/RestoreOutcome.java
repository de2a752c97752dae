package org.jibao.maintenance;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
