package org.jibao.cli.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jibao.answer.AnswersOnRecord.AnswersReport;
import org.jibao.answer.AnswersOnRecord.Line;
import org.jibao.answer.AnswersOnRecord.Standing;
import org.jibao.guard.VisibleText;
import org.jibao.mailbook.BouncedAddresses;
import org.jibao.mailbook.MailRecord;
import org.jibao.mailbook.MailsOnRecord;
import org.jibao.status.HistoryReport;
import org.jibao.status.HistoryReport.OfPeriod;
import org.jibao.status.HistoryReport.SubmissionLine;
import org.jibao.status.StatusReport.UnitLine;
import org.jspecify.annotations.Nullable;

/** What status and history say of mails: who sent a file, when its mail came, and what was answered when. */
public final class MailLines {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final MailsOnRecord mails;
    private final AnswersReport answers;
    private final BouncedAddresses bounced;

    /** @param answers all of them, those that have gone too */
    public MailLines(MailsOnRecord mails, AnswersReport answers, BouncedAddresses bounced) {
        this.mails = mails;
        this.answers = answers;
        this.bounced = bounced;
    }

    private boolean isEmpty() {
        return mails.mails().isEmpty() && answers.lines().isEmpty();
    }

    /** One paragraph; empty where nothing came by mail and nothing was answered. */
    public String status(List<UnitLine> units, Screen screen) {
        if (isEmpty()) {
            return "";
        }
        Optional<Instant> newest =
                mails.mails().stream().map(MailRecord::receivedAt).max(Comparator.naturalOrder());
        String arrived = newest.map(at -> screen.say(
                        "mail.arrived", mails.mails().size(), MINUTE.format(at.atZone(answers.zone())), returnless()))
                .orElse("");
        String answered = screen.say(
                "mail.answers",
                count(Standing.SENT),
                count(Standing.HELD),
                count(Standing.WAITING) + count(Standing.UNDELIVERED),
                count(Standing.LIMITED) + count(Standing.NO_ADDRESS));
        String wrong = units.stream()
                .map(unit -> wrong(unit.code(), unit.name(), screen))
                .collect(Collectors.joining());
        return "\n"
                + (arrived.isEmpty() ? "" : arrived + "\n")
                + (answers.lines().isEmpty() ? "" : answered + "\n")
                + wrong;
    }

    private String wrong(String code, String name, Screen screen) {
        return bounced.of(code).stream()
                .map(bounce -> screen.say(
                                "mail.bounced",
                                code,
                                name,
                                VisibleText.line(bounce.address()),
                                MINUTE.format(bounce.since().atZone(answers.zone())))
                        + "\n")
                .collect(Collectors.joining());
    }

    private long returnless() {
        return mails.mails().stream().filter(mail -> mail.files().isEmpty()).count();
    }

    private long count(Standing standing) {
        return answers.lines().stream()
                .filter(line -> line.standing() == standing)
                .count();
    }

    /** The same for a program; null where there is nothing. */
    public @Nullable Map<String, Object> status() {
        if (isEmpty()) {
            return null;
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("mails", (long) mails.mails().size());
        object.put("without_file", returnless());
        for (Standing standing : Standing.values()) {
            object.put("answers_" + standing.word().replace('-', '_'), count(standing));
        }
        return object;
    }

    /** A table of the unit's files that came by mail, and of what was answered; empty where there is none. */
    public String history(HistoryReport report, Screen screen) {
        TextTable table = new TextTable(
                screen.say("table.number"),
                screen.say("table.mail-received"),
                screen.say("table.sender"),
                screen.say("table.proof"),
                screen.say("table.answered"));
        for (OfPeriod period : report.periods()) {
            for (SubmissionLine line : period.submissions()) {
                mails.ofFile(line.file())
                        .ifPresent(mail -> table.row(
                                line.number(),
                                MINUTE.format(mail.receivedAt().atZone(report.zone())),
                                VisibleText.line(mail.shownFrom()),
                                screen.say("mail-proof." + mail.proof().word()),
                                answered(mail.id(), report.unit().code(), report.zone(), screen)));
            }
        }
        String reminded = answers.lines().stream()
                .filter(line -> line.record().mail().isEmpty())
                .filter(line -> line.record().unit().equals(report.unit().code()))
                .map(line -> one(line, report.zone(), screen))
                .collect(Collectors.joining(screen.say("list.comma")));
        return (table.isEmpty() ? "" : "\n" + screen.say("mail.by-mail") + "\n" + table.render())
                + (reminded.isEmpty() ? "" : "\n" + screen.say("mail.reminded", reminded) + "\n")
                + wrong(report.unit().code(), report.unit().name(), screen);
    }

    private String answered(String mail, String unit, ZoneId zone, Screen screen) {
        return of(mail, unit).stream()
                .map(line -> one(line, zone, screen))
                .collect(Collectors.joining(screen.say("list.comma")));
    }

    private List<Line> of(String mail, String unit) {
        return answers.lines().stream()
                .filter(line -> line.record().mail().equals(mail)
                        && line.record().unit().equals(unit))
                .toList();
    }

    private static String one(Line line, ZoneId zone, Screen screen) {
        return screen.say(
                "mail.answer",
                screen.say("answer-kind." + line.record().kind()),
                screen.say("answer-state." + line.standing().word()),
                MINUTE.format(at(line).atZone(zone)));
    }

    private static Instant at(Line line) {
        return line.item() != null && line.item().sentAt() != null
                ? line.item().sentAt()
                : line.record().at();
    }

    /** What is known of one file for a program; null where it did not come by mail. */
    @Nullable
    Map<String, @Nullable Object> file(String name, String unit) {
        return mails.ofFile(name).map(mail -> members(mail, unit)).orElse(null);
    }

    private Map<String, @Nullable Object> members(MailRecord mail, String unit) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("from", mail.from());
        object.put("proof", mail.proof().word());
        object.put("received_at", mail.receivedAt());
        object.put("message_id", mail.messageId());
        List<Map<String, Object>> answered = new ArrayList<>();
        for (Line line : of(mail.id(), unit)) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("kind", line.record().kind());
            answer.put("state", line.standing().word());
            answer.put("at", at(line));
            answered.add(answer);
        }
        object.put("answered", answered);
        return object;
    }
}
