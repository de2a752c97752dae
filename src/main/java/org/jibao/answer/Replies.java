package org.jibao.answer;

import java.util.ArrayList;
import java.util.List;
import org.jibao.delivery.Mail;
import org.jibao.mailbook.MailRecord;

/** What ties an answer to the mail that it answers. */
final class Replies {

    private Replies() {}

    /** @param sender whether the answer goes to the mail's sender: others know nothing of that mail */
    static Mail.Answer to(MailRecord mail, boolean sender) {
        List<String> thread = new ArrayList<>();
        if (sender) {
            thread.addAll(mail.references());
            thread.add(mail.messageId().strip());
        }
        return new Mail.Answer(true, thread);
    }
}
