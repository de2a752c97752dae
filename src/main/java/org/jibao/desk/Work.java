package org.jibao.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jibao.app.Jibao;
import org.jibao.finding.Text;
import org.jibao.run.Progress;
import org.jibao.run.Stage;
import org.jspecify.annotations.Nullable;

/** One long work, such as taking in what is new: how far it has come, what it says, how it ended. Thread-safe. */
final class Work implements Progress {

    /** Where a work stands. */
    enum State {
        WAITING,
        RUNNING,
        DONE,
        STOPPED,
        FAILED
    }

    private final long number;
    private final String job;
    private final String period;
    private final Text title;
    private final Instant asked = Instant.now();
    private final List<Text> said = new ArrayList<>();
    private State state = State.WAITING;
    private @Nullable Stage stage;
    private long done;
    private long total;
    private long changes;
    private @Nullable Jibao running;
    private @Nullable Object outcome;
    private boolean stopAsked;
    private String back = "";

    Work(long number, String job, String period, Text title) {
        this.number = number;
        this.job = job;
        this.period = period;
        this.title = title;
    }

    /** How far a work has come, at one moment. */
    record Standing(
            State state,
            @Nullable Stage stage,
            long done,
            long total,
            List<Text> said,
            @Nullable Object outcome) {

        boolean ended() {
            return state != State.WAITING && state != State.RUNNING;
        }

        /** In whole percent of its stage. */
        long percent() {
            return total <= 0 ? 0 : Math.min(100, done * 100 / total);
        }
    }

    long number() {
        return number;
    }

    String job() {
        return job;
    }

    String period() {
        return period;
    }

    Text title() {
        return title;
    }

    Instant asked() {
        return asked;
    }

    /** The page that asked for it, or an empty text. */
    synchronized String back() {
        return back;
    }

    synchronized void backTo(String page) {
        back = page;
    }

    synchronized Standing standing() {
        return new Standing(state, stage, done, total, List.copyOf(said), outcome);
    }

    /** Waits until there is something new, or the time is over; gives the number of what was new last. */
    synchronized long awaitChange(long seen, long millis) throws InterruptedException {
        if (changes == seen) {
            wait(millis);
        }
        return changes;
    }

    /** Asks it to end where it can be gone on with. */
    synchronized void stop() {
        stopAsked = true;
        if (running != null) {
            running.stop();
        }
        if (state == State.WAITING) {
            state = State.STOPPED;
        }
        changed();
    }

    /** Whether it is to begin: not where it was stopped before. */
    synchronized boolean begin() {
        if (state != State.WAITING) {
            return false;
        }
        state = State.RUNNING;
        changed();
        return true;
    }

    /** @param jibao does the work, and can be stopped */
    synchronized void with(Jibao jibao) {
        running = jibao;
        if (stopAsked) {
            jibao.stop();
        }
    }

    @Override
    public synchronized void at(Stage now, long donePart, long totalParts) {
        stage = now;
        done = donePart;
        total = totalParts;
        changed();
    }

    synchronized void say(Text text) {
        said.add(text);
        changed();
    }

    synchronized void end(State how, @Nullable Object result) {
        state = how;
        outcome = result;
        running = null;
        stage = null;
        changed();
    }

    private void changed() {
        changes++;
        notifyAll();
    }
}
