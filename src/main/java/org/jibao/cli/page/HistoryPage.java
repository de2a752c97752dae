package org.jibao.cli.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jibao.finding.Place;
import org.jibao.status.HistoryReport;
import org.jibao.status.HistoryReport.CellChange;
import org.jibao.status.HistoryReport.Changes;
import org.jibao.status.HistoryReport.DecisionLine;
import org.jibao.status.HistoryReport.EntryChange;
import org.jibao.status.HistoryReport.FieldChange;
import org.jibao.status.HistoryReport.OfPeriod;
import org.jibao.status.HistoryReport.SubmissionLine;
import org.jspecify.annotations.Nullable;

/** A unit's history as text, period by period. */
public final class HistoryPage {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Screen screen;

    public HistoryPage(Screen screen) {
        this.screen = screen;
    }

    public String of(HistoryReport report) {
        StringBuilder page = new StringBuilder();
        page.append(screen.say(
                        "history.title",
                        report.unit().code(),
                        report.unit().name(),
                        screen.say(report.title()),
                        time(report.asOf(), report.zone())))
                .append('\n');
        if (report.periods().isEmpty()) {
            page.append(screen.say("history.none")).append('\n');
        }
        report.periods().forEach(period -> page.append('\n').append(period(period, report.zone())));
        return page.toString();
    }

    private String period(OfPeriod period, ZoneId zone) {
        return screen.say(period.period().label()) + " (" + period.period() + ")\n"
                + submissions(period.submissions(), zone)
                + decisions(period.decisions(), zone)
                + period.changes().stream().map(this::changes).collect(Collectors.joining());
    }

    private String submissions(List<SubmissionLine> submissions, ZoneId zone) {
        TextTable table = new TextTable(
                screen.say("table.number"),
                screen.say("table.revision"),
                screen.say("table.received"),
                screen.say("table.result"),
                screen.say("table.standing"),
                screen.say("table.file"));
        submissions.forEach(line -> table.row(
                line.number(),
                line.revision() == null ? "" : line.revision(),
                time(line.receivedAt(), zone),
                screen.say("verdict." + line.verdict()),
                standing(line),
                line.file()));
        return table.isEmpty() ? "" : table.render();
    }

    private String standing(SubmissionLine line) {
        String word = screen.say("standing." + line.standing());
        return line.other() == null ? word : screen.say("history.other", word, String.valueOf(line.other()));
    }

    private String decisions(List<DecisionLine> decisions, ZoneId zone) {
        TextTable table = new TextTable(
                screen.say("table.decision"),
                screen.say("table.number"),
                screen.say("table.finding"),
                screen.say("table.by"),
                screen.say("table.at"),
                screen.say("table.reason"));
        decisions.forEach(line -> table.row(
                screen.say("decision." + line.kind()),
                line.submission() == null ? "" : line.submission(),
                finding(line.code(), line.place()),
                by(line),
                time(line.at(), zone),
                line.reason()));
        return table.isEmpty() ? "" : "\n" + table.render();
    }

    /** The account is named where it is not the name that was given. */
    private static String by(DecisionLine line) {
        return line.account() == null || line.account().equals(line.by())
                ? line.by()
                : line.by() + " (" + line.account() + "@" + line.machine() + ")";
    }

    private static String finding(@Nullable String code, Place place) {
        return code == null ? "" : (code + " " + place).strip();
    }

    private String changes(Changes changes) {
        String title = "\n"
                + screen.say("history.changes", String.valueOf(changes.from()), String.valueOf(changes.to())) + "\n";
        if (changes.none()) {
            return title + screen.say("history.unchanged") + "\n";
        }
        String more = changes.more() == 0 ? "" : screen.say("history.more", changes.more()) + "\n";
        return title + cells(changes.cells()) + entries(changes.entries()) + more;
    }

    private String cells(List<CellChange> cells) {
        TextTable table = new TextTable(
                screen.say("table.form"),
                screen.say("table.row"),
                screen.say("table.column"),
                screen.say("table.cell"),
                screen.say("table.before"),
                screen.say("table.after"));
        cells.forEach(cell -> table.row(
                screen.say(cell.form()),
                screen.say(cell.row()),
                screen.say(cell.column()),
                cell.place(),
                shown(cell.before()),
                shown(cell.after())));
        return table.isEmpty() ? "" : table.render();
    }

    private String entries(List<EntryChange> entries) {
        TextTable table = new TextTable(
                screen.say("table.form"),
                screen.say("table.entry"),
                screen.say("table.cell"),
                screen.say("table.change"),
                screen.say("table.fields"));
        entries.forEach(entry -> table.row(
                screen.say(entry.form()),
                entry.key(),
                entry.place(),
                screen.say("change." + entry.kind().name().toLowerCase(Locale.ROOT)),
                entry.fields().stream().map(field -> field(entry.kind(), field)).collect(Collectors.joining("; "))));
        return table.isEmpty() ? "" : table.render();
    }

    private String field(EntryChange.Kind kind, FieldChange change) {
        String before = shown(change.before().in(screen.language()));
        String after = shown(change.after().in(screen.language()));
        return screen.say(change.field()) + " "
                + switch (kind) {
                    case ADDED -> after;
                    case REMOVED -> before;
                    case CHANGED -> before + " → " + after;
                };
    }

    private static String shown(String value) {
        return value.isBlank() ? "—" : value;
    }

    private static String time(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone));
    }
}
