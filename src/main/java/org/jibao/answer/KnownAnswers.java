package org.jibao.answer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jibao.definition.AnswersDefinition.Kind;
import org.jibao.definition.JobDefinition;
import org.jibao.mailbook.AnswerRecord;
import org.jibao.mailbook.AnswerRecord.State;
import org.jibao.mailbook.MailRecord;
import org.jibao.mailbook.MailsOnRecord;

/** What has been answered so far, and which mails may still be. */
final class KnownAnswers {

    private final JobDefinition job;
    private final MailsOnRecord mails;
    private final LocalDate today;
    private final Instant first;
    private final Instant asOf;
    private final Map<String, AnswerRecord> added = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> completed = new HashSet<>();
    private final Set<String> sentBack = new HashSet<>();

    KnownAnswers(JobDefinition job, MailsOnRecord mails, Instant asOf) {
        this.job = job;
        this.mails = mails;
        this.asOf = asOf;
        this.today = asOf.atZone(job.zone()).toLocalDate();
        this.first = asOf.minus(Duration.ofDays(Answers.ANSWERED_DAYS));
        mails.answers().forEach(this::count);
    }

    MailsOnRecord mails() {
        return mails;
    }

    /** Whether a mail came lately, and not after the run's time. */
    boolean isRecent(MailRecord mail) {
        return !mail.receivedAt().isBefore(first) && !mail.receivedAt().isAfter(asOf);
    }

    Instant first() {
        return first;
    }

    /** Whether the occasion is settled; one without an address is not, as the roster may have one now. */
    boolean isSettled(String id) {
        return mails.answer(id)
                        .filter(record -> record.state() != State.NO_ADDRESS)
                        .isPresent()
                || added.containsKey(id);
    }

    /** Whether a record says more than the book does. */
    boolean isNew(AnswerRecord record) {
        return !added.containsKey(record.id())
                && mails.answer(record.id())
                        .filter(known -> known.state() == record.state() || known.state() != State.NO_ADDRESS)
                        .isEmpty();
    }

    void add(AnswerRecord record) {
        added.put(record.id(), record);
        count(record);
    }

    private void count(AnswerRecord record) {
        if (record.kind().equals(AnswerDraft.word(Kind.COMPLETE)) && record.state() != State.NO_ADDRESS) {
            completed.add(record.unit() + "\n" + record.period());
        }
        boolean back = record.kind().equals(AnswerDraft.word(Kind.RETURNED))
                || record.kind().equals(AnswerDraft.word(Kind.REJECTED));
        if (back && !day(record).isBefore(today.minusDays(Reminders.LATEST_DAYS))) {
            sentBack.add(record.unit());
        }
        boolean goes = record.state() == State.QUEUED || record.state() == State.HELD;
        if (goes && day(record).equals(today)) {
            counts.merge(whose(record.unit(), record.to()), 1, Integer::sum);
        }
    }

    private LocalDate day(AnswerRecord record) {
        return record.at().atZone(job.zone()).toLocalDate();
    }

    /** Whether the unit was told in the last days to mend a return: a reminder would say less. */
    boolean isSentBack(String unit) {
        return sentBack.contains(unit);
    }

    /** How many answers the unit, or where it is about none the address, has had today. */
    int today(AnswerDraft draft) {
        return counts.getOrDefault(whose(draft.unit(), draft.to()), 0);
    }

    private static String whose(String unit, String to) {
        return unit.isEmpty() ? "to " + to : "unit " + unit;
    }

    /** Whether the unit was told that its return for the period is complete. */
    boolean isCompleted(String unit, String period) {
        return completed.contains(unit + "\n" + period);
    }
}
