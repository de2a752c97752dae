package org.jibao.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.regex.Pattern;
import org.jibao.delivery.Mail.Answer;

/**
 * What tells machines that a mail is a machine's (RFC 3834), and to which mails it belongs. The ids of those come from
 * outside: what is no Message-ID is left out here.
 */
final class AnswerHeaders {

    /** Mails of one thread; programs look at the first and at the last few. */
    static final int MOST_IDS = 20;

    /** A sign of a Message-ID: visible, of ASCII, no bracket. */
    private static final Pattern ID = Pattern.compile("<[!-;=?A-~&&[^@]]{1,120}@[!-;=?A-~&&[^@]]{1,120}>");

    private AnswerHeaders() {}

    static void set(MimeMessage message, Answer answer) throws MessagingException {
        message.setHeader("X-Auto-Response-Suppress", "All");
        if (!answer.replies()) {
            return;
        }
        message.setHeader("Auto-Submitted", "auto-replied");
        List<String> ids = answer.thread().stream()
                .filter(id -> ID.matcher(id).matches())
                .distinct()
                .toList();
        int last = answer.thread().size() - 1;
        if (last >= 0 && ID.matcher(answer.thread().get(last)).matches()) {
            message.setHeader("In-Reply-To", answer.thread().get(last));
        }
        if (!ids.isEmpty()) {
            List<String> newest = ids.subList(Math.max(0, ids.size() - MOST_IDS), ids.size());
            message.setHeader("References", String.join("\r\n ", newest));
        }
    }
}
