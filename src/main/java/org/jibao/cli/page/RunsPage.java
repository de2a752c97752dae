package org.jibao.cli.page;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jibao.delivery.OutgoingItem;
import org.jibao.finding.Language;
import org.jibao.run.ledger.RunRecord;
import org.jibao.status.RunsQuery.RunsReport;

/** The ledger of runs as text. */
public final class RunsPage {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Screen screen;
    private final int last;

    /** @param last how many runs are shown at most */
    public RunsPage(Screen screen, int last) {
        this.screen = screen;
        this.last = last;
    }

    public String of(RunsReport report) {
        StringBuilder page = new StringBuilder();
        List<RunRecord> shown = report.runs()
                .subList(Math.max(0, report.runs().size() - last), report.runs().size());
        page.append(shown.isEmpty() ? screen.say("runs.none", report.job()) + "\n" : table(report, shown));
        shown.stream()
                .filter(run -> run.state() == RunRecord.State.FAILED)
                .reduce((earlier, later) -> later)
                .ifPresent(run -> page.append(screen.say(
                                "runs.failure",
                                time(report, run.begunAt()),
                                java.util.Objects.requireNonNull(run.failure())))
                        .append('\n'));
        if (!report.missed().isEmpty()) {
            String times =
                    report.missed().stream().map(time -> time(report, time)).collect(Collectors.joining(", "));
            page.append(screen.say("runs.missed", report.missed().size(), times))
                    .append('\n');
        }
        report.alarms().forEach(alarm -> page.append(screen.say(alarm)).append('\n'));
        report.waiting().forEach(item -> page.append(waiting(report, item)).append('\n'));
        if (report.next() != null) {
            page.append(screen.say("runs.next", time(report, report.next()))).append('\n');
        }
        return page.toString();
    }

    private String table(RunsReport report, List<RunRecord> runs) {
        TextTable table = new TextTable(
                screen.say("table.begun"),
                screen.say("table.command"),
                screen.say("table.state"),
                screen.say("table.seconds"),
                screen.say("table.results"),
                screen.say("table.published"),
                screen.say("table.sent"),
                screen.say("table.memory"));
        for (RunRecord run : runs) {
            table.row(
                    time(report, run.begunAt()),
                    run.command(),
                    screen.say("run-state." + run.state().name().toLowerCase(Locale.ROOT)),
                    seconds(run),
                    verdicts(run),
                    run.published(),
                    run.undelivered() == 0 ? run.sent() : run.sent() + "/" + (run.sent() + run.undelivered()),
                    run.peakMebibytes() == 0 ? "—" : run.peakMebibytes());
        }
        return table.render();
    }

    private static String seconds(RunRecord run) {
        return run.endedAt() == null
                ? "—"
                : String.format(
                        Locale.ROOT,
                        "%.1f",
                        Duration.between(run.begunAt(), run.endedAt()).toMillis() / 1000.0);
    }

    private String verdicts(RunRecord run) {
        return run.verdicts().entrySet().stream()
                .map(count -> screen.say("verdict." + count.getKey()) + " " + count.getValue())
                .collect(Collectors.joining(screen.language() == Language.ZH ? "，" : ", "));
    }

    private String waiting(RunsReport report, OutgoingItem item) {
        Object why = item.why() == null ? "" : item.why();
        return screen.say(
                "runs.waiting", item.audience(), item.period(), time(report, item.queuedAt()), item.attempts(), why);
    }

    private static String time(RunsReport report, Instant instant) {
        return SECOND.format(instant.atZone(report.zone()));
    }
}
