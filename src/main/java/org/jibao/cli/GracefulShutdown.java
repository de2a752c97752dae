package org.jibao.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the process ends when it is told to (SIGTERM, Ctrl-C): the command that runs is asked to stop, and whoever ends the
 * process waits for it. Signals are the process's, so this is too.
 */
final class GracefulShutdown {

    /** A chunk of files takes seconds; longer than this only a register of a million rows. What is not done then is killed. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static @Nullable Runnable stop;

    private GracefulShutdown() {}

    /** @param how the command, which now begins to work, is asked to stop */
    static synchronized void begin(Runnable how) {
        stop = how;
    }

    /** The command has said its last word. */
    static synchronized void end() {
        stop = null;
        GracefulShutdown.class.notifyAll();
    }

    /** Asks what runs to stop and waits for its end, at most a minute. */
    static void stopAndWait() {
        Runnable how = current();
        if (how != null) {
            how.run();
            await(System.nanoTime() + PATIENCE.toNanos());
        }
    }

    private static synchronized @Nullable Runnable current() {
        return stop;
    }

    private static synchronized void await(long deadline) {
        try {
            long left = deadline - System.nanoTime();
            while (stop != null && left > 0) {
                GracefulShutdown.class.wait(Math.max(1, left / 1_000_000));
                left = deadline - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
