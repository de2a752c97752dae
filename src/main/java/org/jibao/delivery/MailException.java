package org.jibao.delivery;

import java.io.IOException;
import java.util.List;
import org.jibao.finding.Text;

/** A mail did not go, or not to all: what, where, why and what to do next, in both languages. */
public final class MailException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Text text;
    private final transient List<String> remaining;

    /** @param remaining the addresses that it has still to reach */
    MailException(Text text, List<String> remaining, Throwable cause) {
        super(text.en(), cause);
        this.text = text;
        this.remaining = List.copyOf(remaining);
    }

    public Text text() {
        return text;
    }

    public List<String> remaining() {
        return remaining;
    }
}
