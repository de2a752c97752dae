package org.jibao.cli.page;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jibao.answer.AnswersOnRecord.AnswersReport;
import org.jibao.answer.AnswersOnRecord.Line;
import org.jibao.answer.AnswersOnRecord.ShownAnswer;
import org.jibao.delivery.KeptMail;
import org.jibao.finding.Text;

/** Answers to units as text. */
public final class AnswersPage {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Screen screen;

    public AnswersPage(Screen screen) {
        this.screen = screen;
    }

    /** All that somebody may have to look at. */
    public String of(AnswersReport report) {
        if (report.lines().isEmpty()) {
            return screen.say("answers.none", report.job()) + "\n";
        }
        TextTable table = new TextTable(
                screen.say("table.answer"),
                screen.say("table.state"),
                screen.say("table.kind"),
                screen.say("table.unit"),
                screen.say("table.to"),
                screen.say("table.at"));
        report.lines().forEach(line -> add(table, line, report.zone()));
        StringBuilder page = new StringBuilder(table.render());
        report.lines().stream()
                .filter(line -> line.item() != null && line.item().why() != null)
                .forEach(line -> page.append(why(line)).append('\n'));
        return page.toString();
    }

    private void add(TextTable table, Line line, ZoneId zone) {
        table.row(
                line.record().id(),
                state(line),
                screen.say("answer-kind." + line.record().kind()),
                line.unit(),
                line.record().to().isEmpty() ? "—" : line.record().to(),
                MINUTE.format(line.record().at().atZone(zone)));
    }

    private String state(Line line) {
        return screen.say("answer-state." + line.standing().word());
    }

    private String why(Line line) {
        Object why = line.item() == null || line.item().why() == null
                ? ""
                : line.item().why();
        return screen.say("answers.undelivered", line.record().id(), why);
    }

    /** One with its words; what a mail says is on lines of its own. */
    public String of(ShownAnswer answer) {
        Line line = answer.line();
        StringBuilder page = new StringBuilder();
        page.append(screen.say(
                        "answers.shown",
                        line.record().id(),
                        state(line),
                        line.record().to(),
                        line.unit()))
                .append('\n');
        if (answer.mail().isEmpty()) {
            return page.append(screen.say("answers.not-kept")).append('\n').toString();
        }
        KeptMail mail = answer.mail().get();
        page.append(screen.say("answers.subject", mail.subject())).append('\n');
        mail.attachments().forEach(name -> page.append(screen.say("answers.attachment", name))
                .append('\n'));
        return page.append('\n')
                .append(screen.say(Text.same("    " + mail.text().strip())))
                .append('\n')
                .toString();
    }

    public String released(List<Line> lines) {
        StringBuilder page = new StringBuilder();
        lines.forEach(line -> page.append(say("answers.released", line)).append('\n'));
        return lines.isEmpty() ? screen.say("answers.none-held") + "\n" : page.toString();
    }

    public String dropped(Line line) {
        return say("answers.dropped", line) + "\n";
    }

    private String say(String key, Line line) {
        return screen.say(key, line.record().id(), line.record().to());
    }
}
