package org.jibao.store;

/**
 * What the engine may use.
 *
 * @param memoryLimit as DuckDB writes it, such as {@code 256MB}; what does not fit goes to a folder beside the store
 * @param threads of the engine at most, 1 or more
 */
public record StoreSettings(String memoryLimit, int threads) {

    /** Enough for the figures of two thousand units over four quarters. */
    public static final StoreSettings DEFAULT =
            new StoreSettings("256MB", Math.min(4, Runtime.getRuntime().availableProcessors()));

    /**
     * What a further thread must have to work on. On smaller stores two threads take as long as one: most statements are
     * planned longer than they run, and a thread that waits for another one looks for work all the time.
     */
    private static final long BYTES_A_THREAD = 128L << 20;

    public StoreSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + " is not 1 or more");
        }
    }

    /** Threads for a store of this size. */
    int threadsFor(long bytes) {
        return (int) Math.min(threads, 1 + bytes / BYTES_A_THREAD);
    }
}
