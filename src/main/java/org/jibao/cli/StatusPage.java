package org.jibao.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jibao.batch.StatusReport;
import org.jibao.batch.StatusReport.State;
import org.jspecify.annotations.Nullable;

/** The status of a period as text. */
final class StatusPage {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private final Screen screen;

    StatusPage(Screen screen) {
        this.screen = screen;
    }

    String of(StatusReport report) {
        return screen.say(
                        "status.title",
                        screen.say(report.title()),
                        screen.say(report.period().label()),
                        report.due(),
                        time(report.asOf(), report.zone()))
                + "\n" + counts(report) + "\n\n" + units(report) + rejected(report);
    }

    private String counts(StatusReport report) {
        return screen.say(
                report.count(State.AFTER_CLOSE) == 0 ? "status.counts" : "status.counts.after_close",
                report.expected(),
                report.received(),
                percentage(report.received(), report.expected()),
                report.count(State.ON_TIME),
                report.count(State.LATE),
                report.count(State.RETURNED),
                report.rejected().size(),
                report.count(State.MISSING),
                report.count(State.AFTER_CLOSE));
    }

    /** Two decimals, half up; no value where nothing is expected. */
    private static String percentage(long part, long whole) {
        return whole == 0
                ? "—"
                : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP) + "%";
    }

    private String units(StatusReport report) {
        TextTable table = new TextTable(
                screen.say("table.unit"),
                screen.say("table.state"),
                screen.say("table.received"),
                screen.say("table.revision"),
                screen.say("table.errors"),
                screen.say("table.warnings"),
                screen.say("table.file"));
        for (StatusReport.UnitLine unit : report.units()) {
            table.row(
                    unit.name(),
                    screen.say("state." + unit.state().name().toLowerCase(Locale.ROOT)),
                    time(unit.receivedAt(), report.zone()),
                    unit.revisions(),
                    unit.errors(),
                    unit.warnings(),
                    unit.file() == null ? "" : unit.file());
        }
        return table.render();
    }

    private String rejected(StatusReport report) {
        TextTable table =
                new TextTable(screen.say("table.rejected"), screen.say("table.received"), screen.say("table.finding"));
        report.rejected()
                .forEach(file -> table.row(file.file(), time(file.receivedAt(), report.zone()), file.reason()));
        return table.isEmpty() ? "" : "\n" + table.render();
    }

    private static String time(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "" : MINUTE.format(instant.atZone(zone));
    }
}
