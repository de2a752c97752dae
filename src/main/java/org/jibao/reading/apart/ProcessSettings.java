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

    /** Less holds no return; more is beside our own heap more than a small machine has. */
    private static final int LEAST = 128;

    private static final int MOST = 320;

    /** On a machine that is busy a start takes seconds; without work for ten there is none. */
    public static ProcessSettings of(Class<?> mainClass) {
        long ours = Runtime.getRuntime().maxMemory() / MEBIBYTE;
        int heap = (int) Math.max(LEAST, Math.min(MOST, ours * 5 / 8));
        return new ProcessSettings(mainClass.getName(), heap, Duration.ofSeconds(60), Duration.ofSeconds(10));
    }
}
