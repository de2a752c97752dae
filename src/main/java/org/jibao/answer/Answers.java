package org.jibao.answer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jibao.definition.AnswersDefinition.When;
import org.jibao.definition.JobDefinition;
import org.jibao.delivery.Mail;
import org.jibao.delivery.Outbox;
import org.jibao.delivery.OutgoingItem;
import org.jibao.mailbook.AnswerRecord;
import org.jibao.mailbook.MailBook;
import org.jibao.run.Failures;
import org.jibao.store.Sql;

/**
 * Puts what a job's {@code answers:} asks for among the outgoing deliveries, once each. An answer is in the outbox
 * first and in the book next; a run that finds it in the outbox only adds it to the book, so that a kill in between
 * changes nothing.
 */
public final class Answers {

    /** Days after its receipt for which a mail is answered: a clerk has forgotten an older one. */
    static final int ANSWERED_DAYS = 14;

    /** Days for which the outbox knows what became of an answer: a quarter of a year. */
    static final int KEPT_DAYS = 92;

    /** Answers that one write to the book takes. */
    private static final int BATCH = 50;

    private final JobDefinition job;
    private final MailBook book;
    private final Outbox outbox;
    private final Path out;
    private final Instant asOf;

    /** @param out the folder of outputs, in which return slips lie */
    public Answers(JobDefinition job, MailBook book, Outbox outbox, Path out, Instant asOf) {
        this.job = job;
        this.book = book;
        this.outbox = outbox;
        this.out = out;
        this.asOf = asOf;
    }

    /** Makes every answer that is due. */
    public void make(Sql sql) {
        String from = AnswerSender.of(job);
        if (!job.receipt().answers().answersAnything() || from.isEmpty()) {
            return;
        }
        try {
            new OutboxAndBook(job, book, outbox, asOf).agree();
            outbox.forgetAnswers(job.id(), asOf.minus(Duration.ofDays(KEPT_DAYS)));
            KnownAnswers known = new KnownAnswers(job, book.read(), asOf);
            put(new FileAnswers(job, sql, known, out, asOf).drafts(), known, from);
            put(new MailAnswers(job, known).drafts(), known, from);
            put(new Reminders(job, sql, known, asOf).drafts(), known, from);
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    private void put(List<AnswerDraft> drafts, KnownAnswers known, String from) throws IOException {
        List<AnswerRecord> records = new ArrayList<>();
        for (AnswerDraft draft : drafts) {
            AnswerRecord record = draft.record(state(draft, known), asOf);
            if (known.isNew(record)) {
                if (record.state() == AnswerRecord.State.QUEUED || record.state() == AnswerRecord.State.HELD) {
                    outbox.add(item(draft, record), mail(draft, from));
                }
                known.add(record);
                records.add(record);
            }
            if (records.size() >= BATCH) {
                book.addAnswers(records);
                records.clear();
            }
        }
        book.addAnswers(records);
    }

    /** What is in the outbox already was let through by an earlier run. */
    private AnswerRecord.State state(AnswerDraft draft, KnownAnswers known) throws IOException {
        OutgoingItem put = outbox.item(draft.id()).orElse(null);
        if (put != null) {
            return OutboxAndBook.state(put);
        }
        if (draft.to().isEmpty()) {
            return AnswerRecord.State.NO_ADDRESS;
        }
        if (known.today(draft) >= job.receipt().answers().limit()) {
            return AnswerRecord.State.LIMITED;
        }
        return isReviewed(draft) ? AnswerRecord.State.HELD : AnswerRecord.State.QUEUED;
    }

    private boolean isReviewed(AnswerDraft draft) {
        return job.receipt().answers().kinds().get(draft.kind()) == When.AFTER_REVIEW;
    }

    private OutgoingItem item(AnswerDraft draft, AnswerRecord record) {
        OutgoingItem item = OutgoingItem.waiting(
                draft.id(), job.id(), draft.period(), OutgoingItem.ANSWER, List.of(draft.to()), asOf);
        return record.state() == AnswerRecord.State.HELD ? item.held() : item;
    }

    private Mail mail(AnswerDraft draft, String from) {
        return new Mail(
                draft.id(),
                from,
                List.of(draft.to()),
                new AnswerLetter(job, draft.words()).letter(draft.subject()),
                draft.attachments(),
                asOf,
                draft.machine());
    }
}
