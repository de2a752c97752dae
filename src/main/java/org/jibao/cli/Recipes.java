package org.jibao.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.ZoneId;
import java.util.List;
import org.jibao.cli.page.Screen;
import org.jibao.finding.Text;
import org.jibao.run.JobFolders;
import org.jibao.run.UnusableArgument;
import org.jibao.schedule.Crontab;
import org.jibao.schedule.Installation;
import org.jibao.schedule.ScheduledNight;
import org.jibao.schedule.SystemdUnits;
import org.jibao.schedule.WindowsTask;
import picocli.CommandLine.Option;

/** What other schedulers are told, complete, on standard output; nothing is installed. */
final class Recipes {

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
            String names =
                    String.join(", ", nights.stream().map(ScheduledNight::job).toList());
            throw new UnusableArgument(new Text(
                    "一个 XML 文件只能放一个计划任务，请用 --job 指定其中一个：" + names,
                    "an XML file holds one task; name one of the jobs with --job: " + names));
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
            throw new UnusableArgument(new Text(
                    "找不到启动脚本 %s。请先用 mvn package 构建，再用 target/jibao/jibao 运行本命令".formatted(launcher),
                    "there is no launcher %s. Build with mvn package, and give this command to target/jibao/jibao"
                            .formatted(launcher)));
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
