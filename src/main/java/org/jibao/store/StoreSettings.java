package org.jibao.store;

/**
 * What the engine may use.
 *
 * @param memoryLimit as DuckDB writes it, such as {@code 256MB}; what does not fit goes to a folder beside the store
 * @param threads of the engine at most, 1 or more
 */
public record StoreSettings(String memoryLimit, int threads) {

    private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

    /** Where one engine works alone. */
    public static final StoreSettings DEFAULT = new StoreSettings("256MB", THREADS);

    /** For the store of a run, beside which a copy is open; 20,000 returns of 300 cells, and 200,000 of 4, are judged in 128 MB. */
    public static final StoreSettings OF_RUN = new StoreSettings("192MB", THREADS);

    /** For the copy on which figures are made, beside that store; no statement of the sample county needs more than 96 MB. */
    static final StoreSettings OF_FIGURES = new StoreSettings("192MB", THREADS);

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
