package org.jibao.store;

/**
 * What the engine may use.
 *
 * @param memoryLimit as DuckDB writes it, such as {@code 256MB}; what does not fit goes to a folder beside the store
 * @param threads of the engine, 1 or more
 */
public record StoreSettings(String memoryLimit, int threads) {

    /** Enough for the figures of two thousand units over four quarters. */
    public static final StoreSettings DEFAULT =
            new StoreSettings("256MB", Math.min(4, Runtime.getRuntime().availableProcessors()));

    public StoreSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + " is not 1 or more");
        }
    }
}
