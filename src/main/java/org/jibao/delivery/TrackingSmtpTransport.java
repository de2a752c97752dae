package org.jibao.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A conversation with a mail server that remembers whether a whole mail was handed over: from then on the server may have it. */
final class TrackingSmtpTransport extends SMTPTransport {

    private boolean handedOver;

    TrackingSmtpTransport(Session session) {
        super(session, null);
    }

    boolean handedOver() {
        return handedOver;
    }

    /** The final dot goes out, and the server's word on the mail is waited for. */
    @Override
    protected void finishData() throws IOException, MessagingException {
        handedOver = true;
        super.finishData();
    }
}
