package org.jibao.delivery;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jibao.summary.Letter;

/**
 * A mail before it is sent.
 *
 * @param id by which a mail program knows the same mail again, should it come twice: letters, digits and hyphens
 * @param from the sender's address
 * @param letter what it says
 * @param attachments files, under their own names
 * @param date when it was written
 */
public record Mail(String id, String from, List<String> to, Letter letter, List<Path> attachments, Instant date) {

    public Mail {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
    }
}
