package org.jibao.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jibao.app.Jibao;
import org.jibao.cli.page.RunReport;
import org.jibao.cli.page.ScheduleLog;
import org.jibao.cli.page.Screen;
import org.jibao.cli.page.TerminalProgress;
import org.jibao.deliver.DeliveryOutcome;
import org.jibao.schedule.Due;
import org.jibao.schedule.NextRun;
import org.jibao.schedule.NightWork;
import org.jspecify.annotations.Nullable;

/** Does what the scheduler finds due, and says so, a plain line each. */
final class ScheduledRuns implements NightWork {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss zzz", Locale.ROOT);

    private final ScheduleOptions options;
    private final Screen screen;
    private final ScheduleLog log;
    private boolean stopping;
    private @Nullable Jibao current;

    ScheduledRuns(ScheduleOptions options, Screen screen) {
        this.options = options;
        this.screen = screen;
        this.log = new ScheduleLog(options.schedule().store(), screen);
    }

    void begins() {
        log.begins();
        say("schedule.begins");
    }

    void ended() {
        log.ended();
        say("schedule.ended");
    }

    @Override
    public void run(Due due) {
        String cause = screen.say("schedule.cause." + due.cause().name().toLowerCase(Locale.ROOT));
        say("schedule.runs", due.job(), cause, time(due.time(), due.zone()));
        if (options.folders().usesSample(due.job())) {
            say("run.sample", "inbox", options.folders().inbox(due.job()));
        }
        log.during(() -> {
            log.due(due);
            during(due.job(), jibao -> new RunReport(screen, options.folders().inbox(due.job()))
                    .print(jibao.nightly()));
        });
    }

    @Override
    public void deliver(String job) {
        log.during(() -> during(job, jibao -> {
            DeliveryOutcome outcome = jibao.deliver();
            new RunReport(screen, options.folders().inbox(job)).print(outcome);
        }));
    }

    private void during(String job, Consumer<Jibao> work) {
        TerminalProgress bar = new TerminalProgress(screen);
        Jibao jibao = new Jibao(options.settings(job, screen), bar);
        begin(jibao);
        try {
            work.accept(jibao);
        } finally {
            bar.close();
        }
    }

    private synchronized void begin(Jibao jibao) {
        current = jibao;
        if (stopping) {
            jibao.stop();
        }
    }

    /** Asks what is running to end where it can be gone on with. */
    synchronized void stop() {
        stopping = true;
        if (current != null) {
            current.stop();
        }
    }

    @Override
    public void failed(String job, RuntimeException why) {
        log.failed(job, why);
        screen.err().println(screen.say("schedule.failed", job));
        new CommandFailures(screen).tell(why);
    }

    @Override
    public void next(List<NextRun> runs) {
        log.next(runs);
        if (runs.isEmpty()) {
            say("schedule.never");
        }
        runs.forEach(run -> say("schedule.next", run.job(), time(run.time(), run.zone())));
    }

    private void say(String key, Object... values) {
        screen.out().println(screen.say(key, values));
    }

    private static String time(Instant instant, ZoneId zone) {
        return SECOND.format(instant.atZone(zone));
    }
}
