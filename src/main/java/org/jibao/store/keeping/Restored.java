package org.jibao.store.keeping;

import java.nio.file.Path;
import org.jibao.store.DecisionChain;
import org.jspecify.annotations.Nullable;

/**
 * A backup that was put in the store's place.
 *
 * @param state what the store is now
 * @param decisions that it holds now
 * @param kept where the store is that was there before, or null where there was none
 */
public record Restored(StoreState state, @Nullable Path kept, DecisionChain decisions) {}
