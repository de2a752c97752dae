package org.jibao.store.keeping;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a store's file holds, as seen from outside.
 *
 * @param version of its schema
 * @param createdAt when the store was made; its copies have it too, so that it tells one store's from another's
 * @param newest the file that was received last, or null where there is none
 * @param receivedAt when that was
 */
public record StoreState(
        int version,
        Instant createdAt,
        long submissions,
        @Nullable String newest,
        @Nullable Instant receivedAt) {}
