package org.jibao.definition;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox that a job's returns come to: {@code mailbox:} in {@code job.yaml}. Which server, and who logs in, is the
 * machine's business and stands in the environment.
 *
 * @param folder in which mails arrive, as the mail program shows it; with {@code /} between a folder and one inside it
 * @param since the first day of receipt that is looked at, by the job's clock; null for every mail that is there
 * @param authenticatedBy names under which the receiving server writes {@code Authentication-Results}; what others
 *     write is not believed, so that without a name no sender is ever proven
 * @param keyword that a mail gets once it is on record, or null
 * @param handled folder to which a mail with returns is moved, or null
 * @param notForUs folder to which any other mail is moved, or null
 * @param keepMails whether each mail with returns is kept whole beside the store
 */
public record MailboxDefinition(
        String folder,
        @Nullable LocalDate since,
        List<String> authenticatedBy,
        @Nullable String keyword,
        @Nullable String handled,
        @Nullable String notForUs,
        boolean keepMails) {

    /** The folder that every mailbox has. */
    public static final String INBOX = "INBOX";

    public MailboxDefinition {
        authenticatedBy = List.copyOf(authenticatedBy);
    }

    /** Whether anything is changed in the mailbox. */
    public boolean marks() {
        return keyword != null || handled != null || notForUs != null;
    }
}
