package org.jibao.reading.apart;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jibao.reading.apart.Child.EndedException;
import org.jibao.reading.apart.Child.ProcessSettings;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one process apart and starts it when it is needed. For any number of threads, of which one is served at a time: two
 * such processes would take more memory than a run has.
 */
public final class ProcessApart implements AutoCloseable {

    private static final int MOST_STARTS = 2;
    private static final long BETWEEN_LOOKS_MILLIS = 50;

    private final ProcessSettings settings;
    private final BooleanSupplier stopAsked;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile @Nullable Child child;
    private volatile boolean closed;
    private int failedStarts;

    /** @param stopAsked whether the run is to stop: what is being asked is broken off then */
    public ProcessApart(ProcessSettings settings, BooleanSupplier stopAsked) {
        this.settings = settings;
        this.stopAsked = stopAsked;
    }

    public ProcessSettings settings() {
        return settings;
    }

    /**
     * Asks and reads the answer. What the exchange throws of its own ends the process too, as its answer is not read to the end.
     *
     * @param head of the question
     * @param body the rest of it
     * @param patience after which the process is killed
     * @throws EndedException where the process died, was late or answered what it must not
     * @throws NotStartedException where there is none
     * @throws StoppedException where the run is to stop
     */
    public <T> T ask(byte[] head, byte[] body, Duration patience, Exchange<T> exchange)
            throws EndedException, NotStartedException {
        turn.lock();
        try {
            Child asked = running();
            try {
                T answer = exchange.read(asked.ask(head, body, patience));
                asked.rest(settings.idle());
                return answer;
            } catch (IOException e) {
                asked.end();
                throw ended(asked.how(e), e);
            } finally {
                if (asked.isBusy()) {
                    asked.end();
                    child = null;
                }
            }
        } finally {
            turn.unlock();
        }
    }

    private EndedException ended(String how, IOException cause) {
        refuseIfStopping();
        return new EndedException(how, cause);
    }

    private boolean isStopping() {
        return closed || stopAsked.getAsBoolean();
    }

    private void refuseIfStopping() {
        if (isStopping()) {
            throw new StoppedException();
        }
    }

    /** The one that waits, or a new one. */
    private Child running() throws NotStartedException {
        refuseIfStopping();
        Child waiting = child;
        if (waiting != null && waiting.isAlive()) {
            return waiting;
        }
        IOException last = null;
        while (failedStarts < MOST_STARTS) {
            try {
                Child started = started();
                failedStarts = 0;
                return started;
            } catch (IOException e) {
                refuseIfStopping();
                failedStarts++;
                last = e;
            }
        }
        // Not tried again for each of a thousand files.
        throw new NotStartedException("no reader apart can be started", last);
    }

    private Child started() throws IOException {
        Child started = Child.start(settings);
        child = started;
        Thread watch = new Thread(() -> watch(started), "apart-watch");
        watch.setDaemon(true);
        watch.start();
        try {
            started.greet(settings.idle());
            return started;
        } finally {
            if (started.isBusy()) {
                started.end();
                child = null;
            }
        }
    }

    private void watch(Child watched) {
        try {
            while (watched.isAlive()) {
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
                if (isStopping()) {
                    watched.kill();
                } else if (watched.isBusy() && watched.isOver()) {
                    watched.killAsLate();
                } else if (watched.isOver()) {
                    endIdle(watched);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            watched.kill();
        }
    }

    /** Unless somebody has just begun to ask. */
    private void endIdle(Child watched) {
        if (turn.tryLock()) {
            try {
                if (!watched.isBusy() && watched.isOver()) {
                    watched.end();
                }
            } finally {
                turn.unlock();
            }
        }
    }

    /** Ends the process, also while it is asked. */
    @Override
    public void close() {
        closed = true;
        Child last = child;
        if (last != null) {
            last.end();
        }
    }

    /** There is no process apart: the machine lacks memory, processes or the program. No file's fault. */
    public static final class NotStartedException extends Exception {

        private static final long serialVersionUID = 1L;

        NotStartedException(String why, @Nullable Throwable cause) {
            super(why, cause);
        }
    }

    /**
     * One question and what comes back.
     *
     * @param <T> what is made of it
     */
    @FunctionalInterface
    public interface Exchange<T> {

        /**
         * Reads the answer from its first byte to its last. May be called twice: for a second process where the first one ended.
         *
         * @throws IOException where the answer breaks off or is not what is agreed upon: the process is ended then
         */
        T read(WireInput answer) throws IOException;
    }
}
