package org.jibao.cli.page;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jibao.cli.log.LogFiles;
import org.jibao.schedule.Scheduler.Due;
import org.jibao.schedule.Scheduler.NextRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * The events of a schedule, in the same files as those of its runs. The files are opened for each run and each event, and
 * not for the weeks that a schedule stays: what was in the way then is tried again, and old files are cleared away.
 */
public final class ScheduleLog {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleLog.class);

    private final Path store;
    private final UnwritableLog unwritable;

    public ScheduleLog(Path store, Screen screen) {
        this.store = store;
        this.unwritable = new UnwritableLog(screen, store);
    }

    /** What is logged meanwhile goes to the files. */
    public void during(Runnable work) {
        LogFiles files = LogFiles.beside(store, unwritable);
        try {
            work.run();
        } finally {
            files.close();
        }
    }

    public void begins() {
        during(() -> event("schedule-begun").log("schedule begun"));
    }

    public void due(Due due) {
        event("schedule-due")
                .addKeyValue("job", due.job())
                .addKeyValue("cause", due.cause().name().toLowerCase(Locale.ROOT))
                .addKeyValue("at", time(due.time().atZone(due.zone())))
                .log("run due");
    }

    public void next(List<NextRun> runs) {
        during(() -> runs.forEach(run -> event("schedule-next")
                .addKeyValue("job", run.job())
                .addKeyValue("at", time(run.time().atZone(run.zone())))
                .log("next run")));
    }

    public void failed(String job, RuntimeException why) {
        during(() -> LOG.atError()
                .addKeyValue("event", "schedule-failed")
                .addKeyValue("job", job)
                .setCause(why)
                .log("scheduled run failed"));
    }

    public void ended() {
        during(() -> event("schedule-ended").log("schedule ended"));
    }

    private static LoggingEventBuilder event(String name) {
        return LOG.atInfo().addKeyValue("event", name);
    }

    private static String time(ZonedDateTime time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toOffsetDateTime().toString();
    }

    /** Says that the log files cannot be written, once however long the command stays. The run itself goes on. */
    public static final class UnwritableLog implements Consumer<IOException> {

        private final Screen screen;
        private final Path store;
        private final AtomicBoolean said = new AtomicBoolean();

        public UnwritableLog(Screen screen, Path store) {
            this.screen = screen;
            this.store = store;
        }

        @Override
        public void accept(IOException why) {
            if (!said.getAndSet(true)) {
                screen.err().println(screen.say("log.unwritable", LogFiles.folder(store), why));
            }
        }
    }
}
