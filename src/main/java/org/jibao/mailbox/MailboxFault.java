package org.jibao.mailbox;

import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/** The mailbox cannot be reached or read: what, where, why and what to do next, in both languages. */
final class MailboxFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text text;
    private final boolean passing;

    private MailboxFault(Text text, boolean passing, @Nullable Throwable cause) {
        super(text.en(), cause);
        this.text = text;
        this.passing = passing;
    }

    /** One that may be over when it is tried again. */
    static MailboxFault passing(Text text, @Nullable Throwable cause) {
        return new MailboxFault(text, true, cause);
    }

    /** One that a person must put right: trying again would only lock an account. */
    static MailboxFault lasting(Text text, @Nullable Throwable cause) {
        return new MailboxFault(text, false, cause);
    }

    Text text() {
        return text;
    }

    boolean isPassing() {
        return passing;
    }
}
