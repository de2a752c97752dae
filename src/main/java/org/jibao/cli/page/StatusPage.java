package org.jibao.cli.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.calendar.Deadline;
import org.jibao.run.Approvals.Approval;
import org.jibao.status.ChaseList;
import org.jibao.status.HeldQuery.HeldFile;
import org.jibao.status.ReplacementQuery.Replacement;
import org.jibao.status.StatusReport;
import org.jibao.status.StatusReport.PackageLine;
import org.jibao.status.StatusReport.State;
import org.jspecify.annotations.Nullable;

/** The status of a period as text. */
public final class StatusPage {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** What a terminal shows without breaking lines. */
    private static final int COLUMNS = 100;

    /** Offices that a line names. */
    private static final int NAMED = 10;

    private final Screen screen;

    public StatusPage(Screen screen) {
        this.screen = screen;
    }

    public String of(StatusReport report) {
        return screen.say(
                        "status.title",
                        screen.say(report.title()),
                        screen.say(report.period().label()),
                        report.due(),
                        time(report.asOf(), report.zone()))
                + "\n" + counts(report) + "\n" + files(report.files()) + "\n" + deadline(report) + packages(report)
                + approval(report)
                + "\n"
                + open(report) + "\n"
                + units(report) + owing(report)
                + rejected(report) + new StatusOfSenders(screen).of(report);
    }

    private String deadline(StatusReport report) {
        Deadline deadline = report.chase().deadline();
        return screen.say(
                deadline.isClosed() ? "status.closed" : "status.open",
                screen.say(deadline.words()),
                deadline.closes().toString());
    }

    /** How many figures are to be asked about, and what to settle first. */
    private String open(StatusReport report) {
        int unlikely = report.open().unlikely().size();
        String figures = unlikely == 0 ? "" : screen.say("status.unlikely", unlikely) + "\n";
        return figures
                + report.open().sentence().map(text -> screen.say(text) + "\n").orElse("");
    }

    /** Of how many offices below a package has come, and of which not. */
    private String packages(StatusReport report) {
        if (report.packages().isEmpty()) {
            return "";
        }
        List<String> missing =
                report.withoutPackage().stream().map(PackageLine::name).toList();
        String names =
                missing.stream().limit(NAMED).collect(Collectors.joining(", ")) + (missing.size() > NAMED ? " …" : "");
        int expected = report.packages().size();
        return "\n"
                + screen.say(
                        missing.isEmpty() ? "status.packages" : "status.packages.missing",
                        expected - missing.size(),
                        expected,
                        names);
    }

    private String approval(StatusReport report) {
        Approval approval = report.approval();
        return approval == null
                ? ""
                : "\n"
                        + screen.say(
                                approval.stands() ? "approval.stands" : "approval.void",
                                approval.by(),
                                time(approval.at(), report.zone()));
    }

    private String counts(StatusReport report) {
        return screen.say(
                report.count(State.AFTER_CLOSE) + report.count(State.HELD) == 0
                        ? "status.counts"
                        : "status.counts.after_close",
                report.expected(),
                report.received(),
                percentage(report.received(), report.expected()),
                report.count(State.ON_TIME),
                report.count(State.LATE),
                report.count(State.RETURNED),
                report.count(State.REJECTED),
                report.count(State.MISSING),
                report.count(State.AFTER_CLOSE),
                report.count(State.HELD));
    }

    private String files(StatusReport.Files files) {
        return screen.say(
                files.held() == 0 ? "status.files" : "status.files.held",
                files.received(),
                files.counted(),
                files.superseded(),
                files.returned(),
                files.rejected(),
                files.rejectedWithoutUnit(),
                files.afterClose(),
                files.withdrawn(),
                files.duplicates(),
                files.held());
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
                screen.say("table.counting"),
                screen.say("table.files-received"),
                screen.say("table.errors"),
                screen.say("table.warnings"),
                screen.say("table.file"));
        for (StatusReport.UnitLine unit : report.units()) {
            table.row(
                    unit.name(),
                    screen.say("state." + unit.state().name().toLowerCase(Locale.ROOT)),
                    time(unit.receivedAt(), report.zone()),
                    unit.revision() == null ? "" : unit.revision(),
                    unit.revisions(),
                    unit.errors(),
                    unit.warnings(),
                    unit.file() == null ? "" : unit.file());
        }
        return table.within(COLUMNS).render();
    }

    /** Those to be called, the most urgent first. */
    private String owing(StatusReport report) {
        TextTable table = new TextTable(
                screen.say("table.owing"),
                screen.say("table.state"),
                screen.say("table.deadline"),
                screen.say("table.contact"),
                screen.say("table.periods-before"));
        String deadline = screen.say(report.chase().deadline().shortWords());
        for (ChaseList.Line line : report.chase().lines()) {
            table.row(
                    line.name(),
                    screen.say("state." + line.state().name().toLowerCase(Locale.ROOT)),
                    deadline,
                    Stream.of(line.contact().name(), line.contact().phone())
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(" ")),
                    history(line.history()));
        }
        return table.isEmpty() ? "" : "\n" + table.within(COLUMNS).render();
    }

    private String history(ChaseList.History history) {
        return history.periods() == 0
                ? "—"
                : screen.say("status.before", history.late(), history.missing(), history.periods());
    }

    private String rejected(StatusReport report) {
        TextTable table = new TextTable(
                screen.say("table.rejected"),
                screen.say("table.unit"),
                screen.say("table.received"),
                screen.say("table.finding"));
        for (StatusReport.RejectedFile file : report.rejected()) {
            table.row(
                    file.file(),
                    file.unit() == null ? "—" : name(report, file.unit()),
                    time(file.receivedAt(), report.zone()),
                    file.reason());
        }
        return table.isEmpty() ? "" : "\n" + table.render();
    }

    private static String name(StatusReport report, String code) {
        return report.units().stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .map(StatusReport.UnitLine::name)
                .orElse(code);
    }

    private static String time(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "" : MINUTE.format(instant.atZone(zone));
    }

    /**
     * What the status of a period says of who sent what: what is held, what was replaced, who is in time only by what
     * was replaced.
     */
    static final class StatusOfSenders {

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
}
