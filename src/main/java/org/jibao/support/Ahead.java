package org.jibao.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes many things on a thread of its own, a few thousand ahead of who takes them, where making and taking each keep a core
 * busy for about as long. A failure on either side ends both, and nothing is made any more once it is thrown.
 */
public final class Ahead<T> {

    private static final int A_BATCH = 512;
    private static final int BATCHES_AHEAD = 8;

    private final BlockingQueue<List<T>> queue = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private final Consumer<Consumer<T>> maker;
    private List<T> batch = new ArrayList<>(A_BATCH);
    private volatile @Nullable Throwable failure;

    private Ahead(Consumer<Consumer<T>> maker) {
        this.maker = maker;
    }

    /** Takes one thing after the other. */
    public interface Taker<T, E extends Exception> {
        void take(T thing) throws E;
    }

    /**
     * Gives all that is made, in its order; what the maker throws is thrown here.
     *
     * @param maker gives each thing to what it is given; runs on the other thread
     */
    public static <T, E extends Exception> void each(Consumer<Consumer<T>> maker, Taker<T, E> taker) throws E {
        new Ahead<>(maker).run(taker);
    }

    private <E extends Exception> void run(Taker<T, E> taker) throws E {
        Thread thread = new Thread(this::make, Thread.currentThread().getName() + "-ahead");
        thread.setDaemon(true);
        thread.start();
        try {
            for (List<T> made = queue.take(); !made.isEmpty(); made = queue.take()) {
                for (T thing : made) {
                    taker.take(thing);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another thread was waited for", e);
        } finally {
            end(thread);
        }
        if (failure instanceof RuntimeException thrown) {
            throw thrown;
        } else if (failure instanceof Error thrown) {
            throw thrown;
        }
    }

    /** Once its taker has failed, a maker may wait for room in the queue for ever. */
    private static void end(Thread thread) {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The taker learns of the end, whatever happens. */
    private void make() {
        try {
            maker.accept(this::put);
            hand(batch);
        } catch (Throwable thrown) {
            failure = thrown;
        } finally {
            tellTheEnd();
        }
    }

    private void put(T thing) {
        batch.add(thing);
        if (batch.size() == A_BATCH) {
            hand(batch);
            batch = new ArrayList<>(A_BATCH);
        }
    }

    private void hand(List<T> made) {
        try {
            if (!made.isEmpty()) {
                queue.put(made);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody takes what is made any more", e);
        }
    }

    private void tellTheEnd() {
        try {
            queue.put(List.of());
        } catch (InterruptedException nobodyWaits) {
            Thread.currentThread().interrupt();
        }
    }
}
