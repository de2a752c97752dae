package org.jibao.delivery;

import org.jibao.finding.Text;

/** What the environment says of the mail server is missing or wrong. */
public final class MailSettingsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    MailSettingsException(Text text) {
        super(text.en());
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
