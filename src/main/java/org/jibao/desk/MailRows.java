package org.jibao.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jibao.answer.AnswersOnRecord.Line;
import org.jibao.app.Jibao;
import org.jibao.definition.Roster;
import org.jibao.definition.Senders;
import org.jibao.definition.Unit;
import org.jibao.desk.MailView.MailedReturn;
import org.jibao.desk.MailView.Row;
import org.jibao.finding.Text;
import org.jibao.inspect.NamedSubmission;
import org.jibao.mailbook.AnswerRecord;
import org.jibao.mailbook.MailRecord;
import org.jibao.mailbook.MailRecord.MailFile;
import org.jibao.mailbook.MailsOnRecord;
import org.jibao.run.OperationalFailure;
import org.jspecify.annotations.Nullable;

/** Finds the mails that are asked for, with what has become of their files and what was answered. */
final class MailRows {

    private final MailsOnRecord mails;
    private final Roster roster;
    private final Senders senders;
    private final Map<String, Set<Unit>> contacts = new HashMap<>();
    private final Map<String, List<AnswerRecord>> answers = new HashMap<>();
    private @Nullable Text why;

    MailRows(MailsOnRecord mails, Roster roster) {
        this.mails = mails;
        this.roster = roster;
        this.senders = new Senders(roster);
        for (Unit unit : roster.units()) {
            String address = Objects.requireNonNullElse(unit.contact().email(), "");
            contacts.computeIfAbsent(address.strip().toLowerCase(Locale.ROOT), any -> new LinkedHashSet<>())
                    .add(unit);
        }
        for (AnswerRecord answer : mails.answers()) {
            answers.computeIfAbsent(answer.mail(), mail -> new ArrayList<>()).add(answer);
        }
    }

    /** The newest first. */
    List<MailRecord> found(MailAsked asked) {
        return mails.mails().stream()
                .filter(mail -> asked.takes(mail, this::units))
                .sorted(Comparator.comparing(MailRecord::receivedAt).reversed())
                .toList();
    }

    /** Names and codes of the units that a mail has to do with, as far as the mails on record say. */
    private String units(MailRecord mail) {
        Set<Unit> units = new LinkedHashSet<>(senders.unitsOf(mail.from()));
        if (!mail.from().isEmpty()) {
            units.addAll(contacts.getOrDefault(mail.from(), Set.of()));
        }
        answers.getOrDefault(mail.id(), List.of())
                .forEach(answer -> roster.byCode(answer.unit()).ifPresent(units::add));
        return units.stream().map(unit -> unit.code() + " " + unit.name()).collect(Collectors.joining("\n"));
    }

    /** Mails as the page shows them. */
    List<Row> rows(List<MailRecord> shown, Jibao jibao) {
        Map<String, List<NamedSubmission>> returns = returns(shown, jibao);
        Map<String, List<Line>> lines = new HashMap<>();
        jibao.standing(shown.stream()
                        .flatMap(mail -> answers.getOrDefault(mail.id(), List.of()).stream())
                        .toList())
                .forEach(line -> lines.computeIfAbsent(line.record().mail(), mail -> new ArrayList<>())
                        .add(line));
        return shown.stream()
                .map(mail -> new Row(
                        mail,
                        mail.files().stream()
                                .map(file ->
                                        new MailedReturn(file.given(), returns.getOrDefault(file.name(), List.of())))
                                .toList(),
                        lines.getOrDefault(mail.id(), List.of())))
                .toList();
    }

    /** Why it is not known what has become of files, such as that nothing was collected yet; or null. */
    @Nullable
    Text why() {
        return why;
    }

    /** By the file of the inbox. */
    private Map<String, List<NamedSubmission>> returns(List<MailRecord> shown, Jibao jibao) {
        List<String> files = shown.stream()
                .flatMap(mail -> mail.files().stream())
                .map(MailFile::name)
                .toList();
        if (files.isEmpty()) {
            return Map.of();
        }
        try {
            return jibao.submissionsOf(files).stream().collect(Collectors.groupingBy(NamedSubmission::of));
        } catch (OperationalFailure notNow) {
            why = notNow.text();
            return Map.of();
        }
    }
}
