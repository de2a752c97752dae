package org.jibao.answer;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jibao.definition.JobDefinition;
import org.jibao.delivery.Outbox;
import org.jibao.delivery.OutgoingItem;
import org.jibao.mailbook.AnswerRecord;
import org.jibao.mailbook.AnswerRecord.State;
import org.jibao.mailbook.MailBook;
import org.jibao.mailbook.MailsOnRecord;

/** Brings the outbox to what the book says that an officer wants, where a kill has come between the two. */
final class OutboxAndBook {

    private final JobDefinition job;
    private final MailBook book;
    private final Outbox outbox;
    private final Instant asOf;

    OutboxAndBook(JobDefinition job, MailBook book, Outbox outbox, Instant asOf) {
        this.job = job;
        this.book = book;
        this.outbox = outbox;
        this.asOf = asOf;
    }

    void agree() throws IOException {
        MailsOnRecord mails = book.read();
        for (OutgoingItem item : answers()) {
            Optional<State> wanted = mails.answer(item.id()).map(AnswerRecord::state);
            if (wanted.filter(State.QUEUED::equals).isPresent()) {
                outbox.release(item.id(), asOf);
            } else if (wanted.filter(State.DROPPED::equals).isPresent()) {
                outbox.drop(item.id());
            }
        }
    }

    /** The answers of the job in the outbox. */
    List<OutgoingItem> answers() throws IOException {
        List<OutgoingItem> answers = new ArrayList<>();
        for (OutgoingItem item : outbox.items()) {
            if (item.isAnswer() && item.job().equals(job.id())) {
                answers.add(item);
            }
        }
        return answers;
    }

    /** What the book has to say of an answer that is in the outbox. */
    static State state(OutgoingItem item) {
        return switch (item.state()) {
            case HELD -> State.HELD;
            case DROPPED -> State.DROPPED;
            default -> State.QUEUED;
        };
    }
}
