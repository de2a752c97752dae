package org.jibao.mailbook;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One mail that was taken note of. Texts are as people may be shown them: without signs that cannot be seen, and
 * without the numbers of persons.
 *
 * @param id 20 hexadecimal digits; the same mail in another folder, or after a folder was made anew, has the same
 * @param place where it lay when it was fetched
 * @param receivedAt when the server received it (INTERNALDATE)
 * @param fetchedAt when it was fetched
 * @param from the one address of {@code From}, in lower case; empty where there is none, or several
 * @param shownFrom {@code From} as people are shown it
 * @param proof what the receiving server says of that address
 * @param provenBy its words, such as {@code dmarc=pass (mx.example.cn)}; empty where it says nothing
 * @param subject at most 300 characters
 * @param messageId as the mail states it; empty where it states none
 * @param references of the mails that it answers, the newest last
 * @param kind what it brought
 * @param files that became files of the inbox
 * @param left what was not taken
 * @param failedRecipients addresses that a bounce says are wrong
 */
public record MailRecord(
        String id,
        Place place,
        Instant receivedAt,
        Instant fetchedAt,
        String from,
        String shownFrom,
        Proof proof,
        String provenBy,
        String subject,
        String messageId,
        List<String> references,
        Kind kind,
        List<MailFile> files,
        List<Left> left,
        List<String> failedRecipients) {

    public MailRecord {
        references = List.copyOf(references);
        files = List.copyOf(files);
        left = List.copyOf(left);
        failedRecipients = List.copyOf(failedRecipients);
    }

    /** What a mail brought. */
    public enum Kind {
        /** Files that may be returns. */
        RETURNS,
        /** No file, or none of a kind that can be a return. */
        NO_FILE,
        /** A link to a large attachment, and no file. */
        LINK,
        /** A machine's answer, a list's mail. */
        AUTOMATIC,
        /** The word of a server that a mail could not be delivered. */
        BOUNCE,
        /** From ourselves. */
        OWN,
        /** What cannot be read as a mail. */
        UNREADABLE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the receiving server says of the sender's address. */
    public enum Proof {
        /** It was authenticated. */
        PROVEN,
        /** Nothing, or nothing that counts. */
        CLAIMED,
        /** It does not come from there. */
        REFUTED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where a mail lay.
     *
     * @param mailbox the user and the server, such as {@code zwgk@imap.example.cn}
     * @param validity UIDVALIDITY of the folder
     * @param uid of the mail in it
     */
    public record Place(String mailbox, String folder, long validity, long uid) {}

    /**
     * A file of the inbox that came with a mail.
     *
     * @param number of the attachment in its mail, from 1
     * @param name its path inside the inbox, with {@code /}
     * @param given the name that the mail gives it
     * @param size in bytes
     * @param sha256 of its bytes
     */
    public record MailFile(int number, String name, String given, long size, String sha256) {}

    /**
     * What was not taken.
     *
     * @param name as people may be shown it
     * @param why a word of {@code mime}: {@code other_kind}, {@code too_large} …
     */
    public record Left(String name, String why) {}

    /** The file of this name inside the inbox; null where it is none of this mail's. */
    public @Nullable MailFile file(String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
