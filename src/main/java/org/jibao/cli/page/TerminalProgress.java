package org.jibao.cli.page;

import java.util.EnumSet;
import java.util.Set;
import org.jibao.run.Progress;
import org.jibao.run.Stage;

/**
 * One line that is redrawn in place on a terminal; elsewhere a plain line when a stage begins, and one now and then while it
 * lasts, so that a log shows a long register going on. Stages may take turns: files are read on several threads.
 */
public final class TerminalProgress implements Progress {

    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = 100_000_000;
    private static final long PLAIN_LINE_NANOS = 10_000_000_000L;

    private final Screen screen;
    private final Set<Stage> begun = EnumSet.noneOf(Stage.class);
    private long drawn;
    private boolean open;
    private boolean finished;

    public TerminalProgress(Screen screen) {
        this.screen = screen;
    }

    @Override
    public synchronized void at(Stage now, long done, long total) {
        long time = System.nanoTime();
        if (begun.add(now)) {
            begin(now, time);
        }
        if (screen.terminal() && (done >= total || time - drawn > REDRAW_NANOS)) {
            drawn = time;
            draw(screen.say(now.label()), done, total);
            finished = done >= total;
        } else if (!screen.terminal() && time - drawn > PLAIN_LINE_NANOS) {
            drawn = time;
            screen.err().println(screen.say(now.label()) + " " + done + "/" + total);
        }
    }

    /** A line that is not at its end is taken over: what it showed goes on and comes back to it. */
    private void begin(Stage now, long time) {
        if (screen.terminal()) {
            if (finished) {
                close();
            }
            drawn = time - REDRAW_NANOS - 1;
        } else {
            drawn = time;
            screen.err().println(screen.say(now.label()) + " …");
        }
    }

    private void draw(String title, long done, long total) {
        int shown = total <= 0 ? 0 : (int) Math.min(WIDTH, done * WIDTH / total);
        String bar = "█".repeat(shown) + "·".repeat(WIDTH - shown);
        screen.err().control("\r" + title + " [" + bar + "] " + done + "/" + total + "\u001b[K");
        open = true;
    }

    /** Ends the line that is being redrawn, so that what follows begins on a line of its own. */
    public synchronized void close() {
        if (open) {
            screen.err().println();
            open = false;
        }
    }
}
