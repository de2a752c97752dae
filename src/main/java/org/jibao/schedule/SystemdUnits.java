package org.jibao.schedule;

import java.util.List;
import java.util.stream.Collectors;

/** Units for systemd: a service that stays, or a service and a timer for each job. */
public final class SystemdUnits {

    private static final List<String> WEEKDAYS = List.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat");

    private final Installation here;

    public SystemdUnits(Installation here) {
        this.here = here;
    }

    /** {@code jibao schedule} as a service. */
    public String schedule(List<String> arguments) {
        return """
                # /etc/systemd/system/jibao.service
                # Install: jibao schedule --print-systemd | sudo tee /etc/systemd/system/jibao.service
                #          sudo systemctl daemon-reload && sudo systemctl enable --now jibao
                # Watch:   journalctl -u jibao -f
                # The mail server and its password are not here: they stand, one NAME=value a line, in EnvironmentFile, which
                # only root need read.
                [Unit]
                Description=Jibao: takes in returns and summarizes them every night
                Wants=network-online.target
                After=network-online.target

                [Service]
                Type=exec
                """ + common("schedule", arguments) + """
                # A chunk of files is finished first; SIGTERM then ends it with 143.
                KillMode=mixed
                TimeoutStopSec=90
                SuccessExitStatus=143
                Restart=on-failure
                RestartSec=60

                [Install]
                WantedBy=multi-user.target
                """;
    }

    /** A service and a timer for each job, each headed by the name of its file. */
    public String timers(List<ScheduledNight> nights) {
        return nights.stream()
                .map(night -> service(night) + "\n" + timer(night))
                .collect(Collectors.joining("\n"));
    }

    String service(ScheduledNight night) {
        return """
                # /etc/systemd/system/jibao-%1$s.service
                # The mail server and its password are not here: they stand, one NAME=value a line, in EnvironmentFile, which
                # only root need read.
                [Unit]
                Description=Jibao: one night of %1$s
                Wants=network-online.target
                After=network-online.target

                [Service]
                Type=oneshot
                """.formatted(night.job()) + common("nightly", List.of("--job", night.job())) + """
                TimeoutStopSec=90
                SuccessExitStatus=143
                """;
    }

    String timer(ScheduledNight night) {
        return """
                # /etc/systemd/system/jibao-%1$s.timer
                # Install: save both files, then sudo systemctl daemon-reload && sudo systemctl enable --now jibao-%1$s.timer
                [Unit]
                Description=Jibao: the times of %1$s

                [Timer]
                OnCalendar=%2$s
                AccuracySec=1s
                Persistent=true

                [Install]
                WantedBy=timers.target
                """.formatted(night.job(), calendar(night));
    }

    /** Weekday and day of month must both fit, as in the job's own expression: so every expression can be said. */
    static String calendar(ScheduledNight night) {
        CronFields fields = night.fields();
        String weekdays = fields.weekdays().every()
                ? ""
                : fields.weekdays().values().stream().map(WEEKDAYS::get).collect(Collectors.joining(",")) + " ";
        return weekdays + "*-" + field(fields.months()) + "-" + field(fields.days()) + " " + field(fields.hours()) + ":"
                + field(fields.minutes()) + ":" + field(fields.seconds()) + " " + night.zone();
    }

    private static String field(CronFields.Field field) {
        return field.every()
                ? "*"
                : field.values().stream()
                        .map(value -> String.format(java.util.Locale.ROOT, "%02d", value))
                        .collect(Collectors.joining(","));
    }

    private String common(String command, List<String> arguments) {
        return """
                User=%s
                UMask=0077
                WorkingDirectory=%s
                Environment=LC_ALL=C.UTF-8
                Environment="JAVA_HOME=%s"
                EnvironmentFile=-%s
                ExecStart=%s %s%s%s
                """.formatted(
                        here.user(),
                        percents(here.folder().toString()),
                        percents(here.java().toString()).replace("\\", "\\\\").replace("\"", "\\\""),
                        percents(here.mail().toString()),
                        quoted(here.launcher().toString()),
                        command,
                        words(arguments),
                        words(here.options()));
    }

    private static String words(List<String> words) {
        return words.stream().map(word -> " " + quoted(word)).collect(Collectors.joining());
    }

    private static String percents(String path) {
        return path.replace("%", "%%");
    }

    /** As systemd reads a command line: it knows quotes, backslashes, percents and dollars. */
    private static String quoted(String word) {
        String meant =
                percents(word).replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "$$");
        return meant.matches("[\\w./:=@+%-]+") ? meant : '"' + meant + '"';
    }
}
