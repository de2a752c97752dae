package org.jibao.cli.page;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jibao.status.HeldFile;
import org.jibao.status.Replacement;
import org.jibao.status.StatusReport;

/** What the status of a period says of who sent what: what is held, what was replaced, who is in time only by what was replaced. */
final class StatusOfSenders {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Screen screen;

    StatusOfSenders(Screen screen) {
        this.screen = screen;
    }

    String of(StatusReport report) {
        return held(report) + inTime(report) + replaced(report);
    }

    private String held(StatusReport report) {
        StringBuilder text = new StringBuilder();
        for (HeldFile file : report.held()) {
            text.append(screen.say("verdict.held"))
                    .append("  #")
                    .append(file.number())
                    .append("  ")
                    .append(file.file())
                    .append("  ")
                    .append(MINUTE.format(file.receivedAt().atZone(report.zone())))
                    .append("\n    ")
                    .append(screen.say(file.why()))
                    .append("\n    ")
                    .append(screen.say(file.cure()))
                    .append("\n");
        }
        return text.isEmpty() ? "" : "\n" + text;
    }

    private String inTime(StatusReport report) {
        TextTable table = new TextTable(
                screen.say("table.in-time-by-replaced"),
                screen.say("table.in-time-file"),
                screen.say("table.received"),
                screen.say("table.counted-file"),
                screen.say("table.received"),
                screen.say("table.cells-changed"));
        report.inTimeByReplaced()
                .forEach(one -> table.row(
                        one.name(),
                        one.olderFile(),
                        time(one.olderAt(), report.zone()),
                        one.newerFile(),
                        time(one.newerAt(), report.zone()),
                        one.share()));
        return table.isEmpty() ? "" : "\n" + table.render();
    }

    private String replaced(StatusReport report) {
        StringBuilder text = new StringBuilder();
        for (Replacement one : report.replacements()) {
            text.append(screen.say("run.replaced"))
                    .append("  ")
                    .append(screen.say(one.words(report.zone())))
                    .append("\n");
        }
        return text.isEmpty() ? "" : "\n" + text;
    }

    private static String time(java.time.Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone));
    }
}
