package org.jibao.desk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jibao.finding.Text;
import org.jibao.run.RunStopped;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Long works, one after the other, as the store has one writer. They go on when a page is closed. Thread-safe. */
final class Works implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Works.class);

    /** Works that can still be looked at. */
    private static final int KEPT = 40;

    /** Works that may wait: more than an officer asks for by mistake. */
    private static final int MOST_WAITING = 20;

    private final ExecutorService line = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "desk-work");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<Work> works = new ArrayDeque<>();
    private long last;

    /**
     * Begins a work, after those before it.
     *
     * @param task gives what came of it
     */
    synchronized Work begin(String job, String period, Text title, Function<Work, @Nullable Object> task) {
        if (works.stream().filter(one -> !one.standing().ended()).count() >= MOST_WAITING) {
            throw new RejectedExecutionException();
        }
        Work work = new Work(++last, job, period, title);
        works.addFirst(work);
        while (works.size() > KEPT) {
            works.removeLast();
        }
        line.execute(() -> run(work, task));
        return work;
    }

    private static void run(Work work, Function<Work, @Nullable Object> task) {
        if (!work.begin()) {
            return;
        }
        try {
            work.end(Work.State.DONE, task.apply(work));
        } catch (RunStopped stopped) {
            work.say(stopped.text());
            work.end(Work.State.STOPPED, null);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            LOG.debug("a work of the desk failed", failure);
            work.say(Reasons.of(failure));
            work.end(Work.State.FAILED, null);
        } finally {
            // A desk is open all day: what a work took of the machine's memory is given back.
            System.gc();
        }
    }

    synchronized Optional<Work> of(long number) {
        return works.stream().filter(work -> work.number() == number).findFirst();
    }

    /** The newest first. */
    synchronized List<Work> all() {
        return List.copyOf(works);
    }

    /** What is going on now. */
    synchronized Optional<Work> current() {
        return works.stream()
                .filter(work -> work.standing().state() == Work.State.RUNNING)
                .findFirst();
    }

    synchronized boolean busy() {
        return works.stream().anyMatch(work -> !work.standing().ended());
    }

    /** Asks what is going on to end, and waits for it. */
    @Override
    public void close() {
        all().stream().filter(work -> !work.standing().ended()).forEach(Work::stop);
        line.shutdown();
        try {
            if (!line.awaitTermination(60, TimeUnit.SECONDS)) {
                LOG.warn("a work of the desk did not end within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
