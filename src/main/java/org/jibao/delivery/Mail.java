package org.jibao.delivery;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jibao.summary.Letter;
import org.jspecify.annotations.Nullable;

/**
 * A mail before it is sent.
 *
 * @param id by which a mail program knows the same mail again, should it come twice: letters, digits and hyphens
 * @param from the sender's address
 * @param letter what it says
 * @param attachments files, under their own names
 * @param date when it was written
 * @param answer what a mail to a unit says to machines beside, or null
 */
public record Mail(
        String id,
        String from,
        List<String> to,
        Letter letter,
        List<Path> attachments,
        Instant date,
        @Nullable Answer answer) {

    public Mail {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
    }

    /** A mail to those whom a job names. */
    public Mail(String id, String from, List<String> to, Letter letter, List<Path> attachments, Instant date) {
        this(id, from, to, letter, attachments, date, null);
    }

    /**
     * A mail that no machine is to answer.
     *
     * @param replies whether another mail has caused it
     * @param thread Message-IDs of the mails that it belongs to, the one that it answers last; what is none is left out
     */
    public record Answer(boolean replies, List<String> thread) {

        /** One that we send by ourselves. */
        public static final Answer UNASKED = new Answer(false, List.of());

        public Answer {
            thread = List.copyOf(thread);
        }
    }
}
