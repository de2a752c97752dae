package org.jibao.mime;

/**
 * What a mail may cost. What is past a bound is left, and said to be.
 *
 * @param partBytes of one file, decoded
 * @param fileBytes of a whole mail as a file, and of a mail that is sent as a file
 */
public record MailLimits(long partBytes, long fileBytes) {

    /** A mail in a mail; forwards of forwards of a quarter reach four. */
    static final int DEEPEST = 8;

    /** Of parts in parts, over all mails in the mail. Each level is searched for its own boundaries. */
    static final int DEEPEST_LEVEL = 24;

    /** Parts of all kinds that are looked at. */
    static final int MOST_VISITED = 1000;

    /** Files that are taken from one mail. */
    static final int MOST_PARTS = 200;

    /** Header of a message or of a part. */
    static final int HEADER_BYTES = 256 << 10;

    /** All headers of one mail; as objects they take some thirty times as much. */
    static final int ALL_HEADER_BYTES = 2 << 20;

    /** So much of a text is searched for links. */
    static final int TEXT_BYTES = 256 << 10;

    /** Mails in one mbox file. */
    static final int MOST_MAILS = 1000;
}
