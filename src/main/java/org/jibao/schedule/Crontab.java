package org.jibao.schedule;

import java.util.List;
import java.util.stream.Collectors;
import org.jibao.finding.Wording;

/** Lines for {@code crontab -e}, one a job. */
public final class Crontab {
    private static final Wording WORDS = Wording.of(Crontab.class);

    private final Installation here;

    public Crontab(Installation here) {
        this.here = here;
    }

    /** @throws org.jibao.run.UnusableArgument where cron cannot be told exactly this */
    public String of(List<ScheduledNight> nights) {
        StringBuilder lines = new StringBuilder("""
                # Jibao: install with `crontab -e`. The mail server and its password are not here: they stand, one NAME=value a
                # line, in the file named below, which only its owner may read.
                """);
        nights.forEach(night -> lines.append('\n').append(of(night)));
        return lines.toString();
    }

    private String of(ScheduledNight night) {
        CronFields fields = night.fields();
        if (!fields.seconds().values().equals(java.util.Set.of(0))) {
            throw night.untranslatable("cron", WORDS.text("cron.seconds"));
        }
        if (!fields.days().every() && !fields.weekdays().every()) {
            throw night.untranslatable("cron", WORDS.text("cron.either-day"));
        }
        String times =
                List.of(fields.minutes(), fields.hours(), fields.days(), fields.months(), fields.weekdays()).stream()
                        .map(Crontab::field)
                        .collect(Collectors.joining(" "));
        return zone(night) + times + " " + command(night).replace("%", "\\%") + "\n";
    }

    private static String field(CronFields.Field field) {
        return field.every()
                ? "*"
                : field.values().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Where the machine's own time is the job's, every cron is right without it. */
    private String zone(ScheduledNight night) {
        return here.keepsTimeOf(night.zone()) ? "" : """
                # This machine is in another time zone than the job. cronie (RHEL, openEuler, Kylin) knows CRON_TZ; the cron of
                # Debian and Ubuntu does not: there use --print-systemd-timer.
                CRON_TZ=%s
                """.formatted(night.zone());
    }

    private String command(ScheduledNight night) {
        String mail = quoted(here.mail().toString());
        return "cd " + quoted(here.folder().toString()) + " && umask 077 && set -a && { [ ! -r " + mail + " ] || . "
                + mail
                + "; } && JAVA_HOME="
                + quoted(here.java().toString()) + " " + quoted(here.launcher().toString()) + " nightly --job "
                + night.job()
                + here.options().stream().map(option -> " " + quoted(option)).collect(Collectors.joining())
                + " >> "
                + quoted(here.folder().resolve("jibao-" + night.job() + ".log").toString()) + " 2>&1";
    }

    /** For a shell, where a word needs it. */
    private static String quoted(String word) {
        return word.matches("[\\w./:=@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
