package org.jibao.mime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail, opened. All of it is the word of strangers; no text holds a control character, a line break or a sign that
 * turns the order of letters round.
 *
 * @param from the one plain address of the sender, in lower case; empty where there is none, several, or no address
 * @param fromShown the sender as people are shown it, with personal numbers masked
 * @param subject decoded
 * @param messageId with its angle brackets; empty if there is none
 * @param inReplyTo likewise
 * @param references likewise, the newest last; older ones than the newest twenty are left out
 * @param date as the sender says it
 * @param automatic whether a program sent it: no person waits for an answer
 * @param failedRecipients addresses that a server could not deliver to, where this is its report
 * @param authenticationResults what servers found out about the sender, the last server first; the sender may have
 *     added the others
 * @param largeLink whether a text links to a large attachment that lies on a server
 * @param parts the files that may be returns
 * @param left what was not taken
 */
public record MailMessage(
        Optional<String> from,
        String fromShown,
        String subject,
        String messageId,
        String inReplyTo,
        List<String> references,
        Optional<Instant> date,
        boolean automatic,
        List<String> failedRecipients,
        List<String> authenticationResults,
        boolean largeLink,
        List<MailPart> parts,
        List<LeftPart> left) {

    public MailMessage {
        references = List.copyOf(references);
        failedRecipients = List.copyOf(failedRecipients);
        authenticationResults = List.copyOf(authenticationResults);
        parts = List.copyOf(parts);
        left = List.copyOf(left);
    }
}
