package org.jibao.schedule;

import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jibao.finding.Wording;
import org.jibao.run.UnusableArgument;

/** A task for {@code schtasks /Create /XML}. All ASCII, so that no code page can spoil it. */
public final class WindowsTask {
    private static final Wording WORDS = Wording.of(WindowsTask.class);

    /** What the Task Scheduler takes. */
    private static final int MOST_TRIGGERS = 48;

    private final Installation here;

    public WindowsTask(Installation here) {
        this.here = here;
    }

    /** @throws org.jibao.run.UnusableArgument where a task cannot be told exactly this */
    public String of(ScheduledNight night) {
        List<LocalTime> times = night.fields().times();
        if (times.size() > MOST_TRIGGERS) {
            throw night.untranslatable("Task Scheduler", WORDS.text("windows.too-often"));
        }
        String days = days(night);
        String triggers = times.stream()
                .map(time -> """
                            <CalendarTrigger>
                              <StartBoundary>2026-01-01T%s%s</StartBoundary>
                        %s    </CalendarTrigger>
                        """.formatted(second(time), offset(night), days))
                .collect(Collectors.joining());
        return TASK.formatted(
                "jibao-" + night.job(),
                triggers,
                xml(here.launcher().toString()),
                xml(arguments(night)),
                xml(here.folder().toString()));
    }

    private static final String TASK = """
            <?xml version="1.0"?>
            <!-- Save as %1$s.xml, then: schtasks /Create /TN %1$s /XML %1$s.xml /RU account /RP
                 What it writes has the rights of its folder: give that to the account alone, with icacls FOLDER /inheritance:r
                 /grant:r "account:(OI)(CI)F".
                 The mail server and its password are not here: set JIBAO_SMTP_HOST and the others for the account with setx. -->
            <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
              <RegistrationInfo>
                <Description>Jibao: takes in returns and summarizes them every night</Description>
              </RegistrationInfo>
              <Triggers>
            %2$s  </Triggers>
              <Settings>
                <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
                <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
                <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
                <StartWhenAvailable>true</StartWhenAvailable>
                <ExecutionTimeLimit>PT6H</ExecutionTimeLimit>
              </Settings>
              <Actions>
                <Exec>
                  <Command>%3$s</Command>
                  <Arguments>%4$s</Arguments>
                  <WorkingDirectory>%5$s</WorkingDirectory>
                </Exec>
              </Actions>
            </Task>
            """;

    private static String second(LocalTime time) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
    }

    /** A time with its offset is the same moment everywhere, but a weekday or a day of the month would still be the machine's. */
    private String offset(ScheduledNight night) {
        if (here.keepsTimeOf(night.zone())) {
            return "";
        }
        CronFields fields = night.fields();
        boolean daily = fields.weekdays().every()
                && fields.days().every()
                && fields.months().every();
        if (!daily || !night.zone().getRules().isFixedOffset() && hasChangesToCome(night)) {
            throw night.untranslatable("Task Scheduler", WORDS.text("windows.zone", here.zone(), night.zone()));
        }
        return night.zone()
                .getRules()
                .getOffset(java.time.Instant.parse("2026-01-01T00:00:00Z"))
                .toString();
    }

    private static boolean hasChangesToCome(ScheduledNight night) {
        return night.zone().getRules().nextTransition(java.time.Instant.parse("2026-01-01T00:00:00Z")) != null;
    }

    private static String days(ScheduledNight night) {
        CronFields fields = night.fields();
        boolean everyDate = fields.days().every() && fields.months().every();
        if (!everyDate && !fields.weekdays().every()) {
            throw night.untranslatable("Task Scheduler", WORDS.text("windows.two-days"));
        }
        if (!fields.weekdays().every()) {
            return weekly(fields);
        }
        return everyDate ? "      <ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>\n" : monthly(fields);
    }

    private static String weekly(CronFields fields) {
        String days = fields.weekdays().values().stream()
                .map(day -> java.time.DayOfWeek.of(day == 0 ? 7 : day))
                .map(day -> "<" + day.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "/>")
                .collect(Collectors.joining());
        return "      <ScheduleByWeek><WeeksInterval>1</WeeksInterval><DaysOfWeek>" + days
                + "</DaysOfWeek></ScheduleByWeek>\n";
    }

    private static String monthly(CronFields fields) {
        String days = fields.days().values().stream()
                .map(day -> "<Day>" + day + "</Day>")
                .collect(Collectors.joining());
        String months = fields.months().values().stream()
                .map(month -> "<" + java.time.Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "/>")
                .collect(Collectors.joining());
        return "      <ScheduleByMonth><DaysOfMonth>" + days + "</DaysOfMonth><Months>" + months
                + "</Months></ScheduleByMonth>\n";
    }

    private String arguments(ScheduledNight night) {
        return "nightly --job " + night.job()
                + here.options().stream().map(option -> " " + quoted(option)).collect(Collectors.joining());
    }

    /** For cmd.exe, which runs the launcher: between quotation marks it leaves all but percents and quotation marks alone. */
    private static String quoted(String word) {
        if (word.indexOf('%') >= 0 || word.indexOf('"') >= 0) {
            throw new UnusableArgument(WORDS.text("windows.quoted", word));
        }
        if (word.matches("[\\w./:\\\\=@+$-]+")) {
            return word;
        }
        // A backslash before the closing quotation mark would take it for a character.
        return '"' + word + (word.endsWith("\\") ? "\\" : "") + '"';
    }

    private static String xml(String text) {
        return text.codePoints()
                .mapToObj(c -> c < 128 && "&<>\"".indexOf(c) < 0 ? Character.toString(c) : "&#" + c + ";")
                .collect(Collectors.joining());
    }
}
