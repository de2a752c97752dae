package org.jibao.delivery;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection with a mail server over which one mail after the other goes, each within its own time. */
final class MailConnection {

    private static final Logger LOG = LoggerFactory.getLogger(MailConnection.class);

    private final MailServer server;
    private final TimedSockets sockets;
    private final Session session;
    private final TrackingSmtpTransport conversation;
    private boolean connected;
    private boolean kept;

    /** The time for the first mail begins now; there is no connection yet. */
    MailConnection(MailServer server, Duration limit) {
        this.server = server;
        this.sockets = new TimedSockets(limit);
        Properties properties = server.properties();
        properties.put("mail.smtp.socketFactory", sockets);
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        this.session = Session.getInstance(properties);
        this.conversation = new TrackingSmtpTransport(session);
    }

    /** Sends a mail; a connection that has failed once is of no use any more. */
    void send(InputStream mail, Address[] recipients, Duration limit) throws MessagingException {
        kept = connected;
        conversation.handedOver = false;
        if (kept) {
            sockets.again(limit);
        }
        MimeMessage message = new MimeMessage(session, mail);
        if (!connected) {
            conversation.connect(server.host(), server.port(), server.user(), server.password());
            connected = true;
        }
        conversation.sendMessage(message, recipients);
        sockets.pause();
    }

    /**
     * Whether a server has ended a connection that it had used before: it has nothing of the last mail, and another may
     * do.
     */
    boolean isStale() {
        return kept && !handedOver() && !expired();
    }

    /** Whether the server may have the whole of the last mail. */
    boolean handedOver() {
        return conversation.handedOver;
    }

    /** Whether the time for the last mail was used up. */
    boolean expired() {
        return sockets.expired();
    }

    /** Ends it within some time. */
    void end(Duration limit) {
        sockets.again(limit);
        end();
    }

    /** What the server has taken has gone: how the conversation ends changes nothing. */
    void end() {
        try {
            conversation.close();
        } catch (MessagingException noGoodbye) {
            LOG.debug("the mail server did not say goodbye", noGoodbye);
        } finally {
            sockets.close();
        }
    }

    /** A conversation that remembers whether a whole mail was handed over: from then on the server may have it. */
    private static final class TrackingSmtpTransport extends SMTPTransport {

        private boolean handedOver;

        TrackingSmtpTransport(Session session) {
            super(session, null);
        }

        /** The final dot goes out, and the server's word on the mail is waited for. */
        @Override
        protected void finishData() throws IOException, MessagingException {
            handedOver = true;
            super.finishData();
        }
    }
}
