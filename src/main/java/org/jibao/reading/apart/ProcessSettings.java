package org.jibao.reading.apart;

import java.time.Duration;

/**
 * How a process apart is run.
 *
 * @param mainClass what it runs, on our own class path: {@link ChildLoop#serve} is its first act
 * @param heapMebibytes its largest heap
 * @param start how long it may take to say that it is there
 * @param idle after which it is ended, as it takes memory that others can use
 */
public record ProcessSettings(String mainClass, int heapMebibytes, Duration start, Duration idle) {

    private static final int MEBIBYTE = 1 << 20;

    /** Less holds no return, more than this no file within the limits needs. */
    private static final int LEAST = 128;

    private static final int MOST = 1024;

    /**
     * With half of our own heap, so that both stay within what a run may take. On a machine that is busy a start takes seconds;
     * after ten without work there is no such process.
     */
    public static ProcessSettings of(Class<?> mainClass) {
        long ours = Runtime.getRuntime().maxMemory() / MEBIBYTE;
        int heap = (int) Math.max(LEAST, Math.min(MOST, ours / 2));
        return new ProcessSettings(mainClass.getName(), heap, Duration.ofSeconds(60), Duration.ofSeconds(10));
    }
}
