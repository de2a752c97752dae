package org.jibao.delivery;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jibao.delivery.MailServer.MailTimeouts;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.guard.OwnFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the mails of one run to the server, for as long as its {@link MailTimeouts} lasts. */
public final class Mailer {
    private static final Wording WORDS = Wording.of(Mailer.class);

    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);

    private final MailServer server;
    private final long begun = System.nanoTime();

    /** The time for the run's mails begins now. */
    public Mailer(MailServer server) {
        this.server = server;
    }

    /** Whether there is time for another mail. */
    public boolean hasTime() {
        return !left().isNegative() && !left().isZero();
    }

    private Duration left() {
        return server.patience().run().minusNanos(System.nanoTime() - begun);
    }

    /** Why a mail is not even tried once the time is used up. */
    public Text noTime() {
        String seconds = MailTimeouts.seconds(server.patience().run());
        return WORDS.text("mail.no-time", server, seconds);
    }

    /** Writes a mail to a file, whole or not at all: what {@link #send} takes. */
    public static void write(Mail mail, Path file) throws IOException {
        OwnFiles.folders(java.util.Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            MimeFile.write(mail, draft);
            Files.move(
                    draft,
                    file,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(draft);
            throw DeliveryException.of(file, e);
        }
    }

    /**
     * Sends a mail that was written to a file.
     *
     * @throws MailException where the server did not take it for everybody, or not in time; it names those left
     * @throws IOException where the file cannot be read
     */
    public void send(Path file, List<String> recipients) throws IOException {
        try (InputStream stream = Files.newInputStream(file);
                TimedSockets sockets = new TimedSockets(limit())) {
            Session session = session(sockets);
            TrackingSmtpTransport conversation = new TrackingSmtpTransport(session);
            try {
                MimeMessage message = new MimeMessage(session, stream);
                conversation.connect(server.host(), server.port(), server.user(), server.password());
                conversation.sendMessage(message, addresses(recipients));
            } catch (MessagingException e) {
                throw new NotSent(server, recipients, conversation.handedOver(), sockets.expired()).because(e);
            } finally {
                end(conversation);
            }
        }
    }

    private Duration limit() {
        Duration mail = server.patience().mail();
        return left().compareTo(mail) < 0 ? left() : mail;
    }

    private Session session(TimedSockets sockets) {
        Properties properties = server.properties();
        properties.put("mail.smtp.socketFactory", sockets);
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        return Session.getInstance(properties);
    }

    /** What the server has taken has gone: how the conversation ends changes nothing. */
    private static void end(TrackingSmtpTransport conversation) {
        try {
            conversation.close();
        } catch (MessagingException noGoodbye) {
            LOG.debug("the mail server did not say goodbye", noGoodbye);
        }
    }

    private static Address[] addresses(List<String> recipients) throws MessagingException {
        Address[] addresses = new Address[recipients.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = new InternetAddress(recipients.get(i));
        }
        return addresses;
    }

    /**
     * A mail that did not go, put into words.
     *
     * @param handedOver whether the server may have the whole of it: it was silent after the last byte
     * @param expired whether the mail's time was used up
     */
    record NotSent(MailServer server, List<String> recipients, boolean handedOver, boolean expired) {

        MailException because(MessagingException e) {
            if (e instanceof AuthenticationFailedException) {
                return refused(recipients, e, WORDS.text("mail.check-password"));
            }
            if (e instanceof SendFailedException refused) {
                return refused(remaining(refused), e, WORDS.text("mail.check-addresses"));
            }
            return refused(recipients, e, WORDS.text(handedOver ? "mail.perhaps-taken" : "mail.check-server"));
        }

        private List<String> remaining(SendFailedException e) {
            Set<String> sent = Stream.of(e.getValidSentAddresses() == null ? new Address[0] : e.getValidSentAddresses())
                    .map(Address::toString)
                    .collect(Collectors.toSet());
            return recipients.stream()
                    .filter(address -> !sent.contains(address))
                    .toList();
        }

        private MailException refused(List<String> remaining, MessagingException e, Text cure) {
            Text why = why(innermost(e));
            return new MailException(
                    WORDS.text(
                            "mail.not-taken",
                            server,
                            new Text(String.join("、", remaining), String.join(", ", remaining)),
                            why,
                            cure),
                    remaining,
                    e);
        }

        private Text why(Throwable inner) {
            if (expired) {
                String seconds = MailTimeouts.seconds(server.patience().mail());
                return WORDS.text("mail.too-slow", seconds);
            }
            if (inner instanceof SocketTimeoutException) {
                String seconds = MailTimeouts.seconds(server.patience().answer());
                return WORDS.text("mail.no-answer", seconds);
            }
            return Text.same(String.valueOf(inner.getMessage())
                    .strip()
                    .lines()
                    .findFirst()
                    .orElse(inner.toString()));
        }

        /** The outer words only say that sending failed. */
        private static Throwable innermost(MessagingException e) {
            Throwable inner = e;
            while (inner instanceof MessagingException outer && outer.getNextException() != null) {
                inner = outer.getNextException();
            }
            return inner;
        }
    }

    /** A conversation with a mail server that remembers whether a whole mail was handed over: from then on the server may have it. */
    static final class TrackingSmtpTransport extends SMTPTransport {

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

    /** A mail did not go, or not to all: what, where, why and what to do next, in both languages. */
    public static final class MailException extends IOException {
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
}
