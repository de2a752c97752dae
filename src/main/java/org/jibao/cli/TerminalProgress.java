package org.jibao.cli;

import org.jibao.batch.Progress;
import org.jibao.batch.Stage;
import org.jspecify.annotations.Nullable;

/** One line that is redrawn in place on a terminal; elsewhere a plain line when a stage begins. */
final class TerminalProgress implements Progress {

    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = 100_000_000;

    private final Screen screen;
    private @Nullable Stage stage;
    private long drawn;
    private boolean open;

    TerminalProgress(Screen screen) {
        this.screen = screen;
    }

    @Override
    public synchronized void at(Stage now, long done, long total) {
        if (now != stage) {
            close();
            stage = now;
            drawn = 0;
            if (!screen.terminal()) {
                screen.err().println(screen.say(now.label()) + " …");
            }
        }
        long time = System.nanoTime();
        if (screen.terminal() && (done >= total || time - drawn > REDRAW_NANOS)) {
            drawn = time;
            draw(screen.say(now.label()), done, total);
        }
    }

    private void draw(String title, long done, long total) {
        int shown = total <= 0 ? 0 : (int) Math.min(WIDTH, done * WIDTH / total);
        String bar = "█".repeat(shown) + "·".repeat(WIDTH - shown);
        screen.err().print("\r" + title + " [" + bar + "] " + done + "/" + total + "\u001b[K");
        screen.err().flush();
        open = true;
    }

    /** Ends the line that is being redrawn, so that what follows begins on a line of its own. */
    synchronized void close() {
        if (open) {
            screen.err().println();
            open = false;
        }
    }
}
