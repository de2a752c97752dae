package org.jibao.status;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.mailbook.AnswerRecord;
import org.jibao.mailbook.BouncedAddresses;
import org.jibao.mailbook.BouncedAddresses.Bounce;
import org.jibao.mailbook.MailBook;
import org.jibao.mailbook.MailsOnRecord;

/** What an officer should know of a unit's mails before calling: a wrong address, and when it was last written to. */
final class MailContacts {

    private static final Wording WORDS = Wording.of(MailContacts.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

    private final TreeMap<String, List<Text>> lines = new TreeMap<>();

    private MailContacts() {}

    /** Nothing of any unit. */
    static MailContacts none() {
        return new MailContacts();
    }

    /** @throws IOException where the book beside the store cannot be read */
    static MailContacts of(Path store, JobDefinition job, Period period) throws IOException {
        MailContacts contacts = new MailContacts();
        MailsOnRecord mails = MailBook.beside(store, job.id()).read();
        if (mails.mails().isEmpty() && mails.answers().isEmpty()) {
            return contacts;
        }
        BouncedAddresses bounced = BouncedAddresses.of(job.roster(), mails);
        for (Unit unit : job.roster().units()) {
            List<Text> of = new ArrayList<>();
            for (Bounce bounce : bounced.of(unit.code())) {
                of.add(WORDS.text("chase.bounced", bounce.address()));
            }
            written(mails, unit, period).ifPresent(at -> of.add(WORDS.text("chase.written", day(at, job.zone()))));
            if (!of.isEmpty()) {
                contacts.lines.put(unit.code(), List.copyOf(of));
            }
        }
        return contacts;
    }

    private static Optional<Instant> written(MailsOnRecord mails, Unit unit, Period period) {
        return mails.answers().stream()
                .filter(answer ->
                        answer.unit().equals(unit.code()) && answer.period().equals(period.code()))
                .filter(answer -> answer.state() == AnswerRecord.State.QUEUED)
                .map(AnswerRecord::at)
                .max(Instant::compareTo);
    }

    private static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    /** Short lines, the gravest first. */
    List<Text> of(String unit) {
        return lines.getOrDefault(unit, List.of());
    }

    /** The same lines, the same digest; empty where there is nothing of any unit. */
    String digest() {
        return lines.isEmpty() ? "" : lines.toString();
    }
}
