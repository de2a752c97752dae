package org.jibao.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jibao.app.Jibao;
import org.jibao.cli.page.RunReport;
import org.jibao.cli.page.ScheduleLog;
import org.jibao.cli.page.Screen;
import org.jibao.cli.page.TerminalProgress;
import org.jibao.definition.MailboxDefinition;
import org.jibao.deliver.Deliveries.DeliveryOutcome;
import org.jibao.finding.Wording;
import org.jibao.mailbox.MailWatch;
import org.jibao.run.JobFolders;
import org.jibao.run.UnusableArgument;
import org.jibao.schedule.Crontab;
import org.jibao.schedule.Installation;
import org.jibao.schedule.ScheduledNight;
import org.jibao.schedule.Scheduler;
import org.jibao.schedule.Scheduler.Due;
import org.jibao.schedule.Scheduler.NextRun;
import org.jibao.schedule.Scheduler.NightWork;
import org.jibao.schedule.SystemdUnits;
import org.jibao.schedule.WindowsTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jibao schedule}: stay, and run each job at its times; or say to another scheduler what they are. */
@Command(name = "schedule")
final class ScheduleCommand implements Callable<Integer> {
    private static final Wording WORDS = Wording.of(ScheduleCommand.class);

    private final Screen screen;

    @Mixin
    private ScheduleOptions options = new ScheduleOptions();

    @ArgGroup(exclusive = true)
    private Recipes recipes = new Recipes();

    ScheduleCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        if (recipes.wanted()) {
            screen.out().print(recipes.print(options, screen));
            return ExitCode.DONE;
        }
        ScheduledRuns runs = new ScheduledRuns(options, screen);
        Scheduler scheduler = new Scheduler(options.schedule(), runs);
        GracefulShutdown.begin(() -> {
            screen.err().println(screen.say("run.stopping"));
            scheduler.stop();
            runs.stop();
        });
        runs.begins();
        scheduler.run();
        runs.ended();
        return ExitCode.DONE;
    }

    /** Does what the scheduler finds due, and says so, a plain line each. */
    static final class ScheduledRuns implements NightWork {

        private static final DateTimeFormatter SECOND =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss zzz", Locale.ROOT);

        private final ScheduleOptions options;
        private final Screen screen;
        private final ScheduleLog log;
        private final Map<String, Optional<MailWatch>> watched = new HashMap<>();
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
            watched.values().forEach(watch -> watch.ifPresent(MailWatch::close));
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
                during(
                        due.job(),
                        jibao -> new RunReport(screen, options.folders().inbox(due.job())).print(jibao.nightly()));
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
        public boolean mailArrived(String job) {
            return watched.computeIfAbsent(job, this::watch)
                    .map(MailWatch::arrived)
                    .orElse(false);
        }

        private Optional<MailWatch> watch(String job) {
            MailboxDefinition mailbox =
                    JobFolders.head(options.jobs(), job).receipt().mailbox();
            return Optional.ofNullable(mailbox).map(known -> MailWatch.start(known, System.getenv()));
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

    /** Prints the complete recipe for another scheduler on standard output. Installs nothing. */
    static final class Recipes {

        @Option(names = "--print-systemd", descriptionKey = "print-systemd")
        private boolean systemd;

        @Option(names = "--print-systemd-timer", descriptionKey = "print-systemd-timer")
        private boolean timer;

        @Option(names = "--print-cron", descriptionKey = "print-cron")
        private boolean cron;

        @Option(names = "--print-windows-task", descriptionKey = "print-windows-task")
        private boolean windowsTask;

        boolean wanted() {
            return systemd || timer || cron || windowsTask;
        }

        String print(ScheduleOptions options, Screen screen) {
            Installation here = here(options, screen);
            if (systemd) {
                return new SystemdUnits(here).schedule(options.own());
            }
            List<ScheduledNight> nights = options.names().stream()
                    .map(name -> ScheduledNight.of(JobFolders.load(options.jobs(), name)))
                    .toList();
            if (timer) {
                return new SystemdUnits(here).timers(nights);
            }
            return cron ? new Crontab(here).of(nights) : new WindowsTask(here).of(only(nights));
        }

        /** The Task Scheduler takes one task a file. */
        private static ScheduledNight only(List<ScheduledNight> nights) {
            if (nights.size() != 1) {
                String names = String.join(
                        ", ", nights.stream().map(ScheduledNight::job).toList());
                throw new UnusableArgument(WORDS.text("schedule.one-task", names));
            }
            return nights.get(0);
        }

        private static Installation here(ScheduleOptions options, Screen screen) {
            return new Installation(
                    launcher(),
                    Path.of(System.getProperty("java.home")),
                    Path.of("").toAbsolutePath(),
                    options.absolute(screen),
                    System.getProperty("user.name", "jibao"),
                    windows() ? Path.of("mail.env").toAbsolutePath() : Path.of("/etc/jibao/mail.env"),
                    ZoneId.systemDefault());
        }

        /** Beside the jar that this was loaded from. */
        private static Path launcher() {
            Path launcher = folder().resolve(windows() ? "jibao.cmd" : "jibao");
            if (!Files.isRegularFile(launcher)) {
                throw new UnusableArgument(WORDS.text("schedule.no-launcher", launcher));
            }
            return launcher;
        }

        private static Path folder() {
            CodeSource source = Recipes.class.getProtectionDomain().getCodeSource();
            try {
                Path from = source == null
                        ? Path.of("jibao.jar")
                        : Path.of(source.getLocation().toURI());
                return java.util.Objects.requireNonNull(from.toAbsolutePath().getParent());
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }

        private static boolean windows() {
            return System.getProperty("os.name", "").startsWith("Windows");
        }
    }
}
