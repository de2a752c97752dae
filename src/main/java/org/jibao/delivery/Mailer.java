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
import org.jibao.guard.OwnFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the mails of one run to the server, for as long as its {@link MailTimeouts} lasts. */
public final class Mailer {

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
        return new Text(
                "邮件服务器 %s 太慢，本次送达用完了 %s 秒，这一封还没有轮到。邮件已保留，以后的运行先发它；可用 JIBAO_SMTP_TIMEOUT 放宽".formatted(server, seconds),
                "the mail server %s is slow: this run's %s s for mails were used up before this one's turn. It is kept and goes first in later runs; JIBAO_SMTP_TIMEOUT gives more time"
                        .formatted(server, seconds));
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

        private static final Text PASSWORD =
                new Text("请检查 JIBAO_SMTP_USER 和密码", "Check JIBAO_SMTP_USER and the password");

        private static final Text ADDRESSES = new Text(
                "请检查 job.yaml 中 delivery 的收件地址和发件地址",
                "Check the addresses under delivery in job.yaml, the sender's too");

        private static final Text CONNECTION = new Text(
                "请检查服务器是否可达，以及 JIBAO_SMTP_HOST、JIBAO_SMTP_PORT、JIBAO_SMTP_SECURITY",
                "Check that it can be reached, and JIBAO_SMTP_HOST, JIBAO_SMTP_PORT and JIBAO_SMTP_SECURITY");

        private static final Text PERHAPS_TAKEN = new Text(
                "整封信已交给服务器，它可能已经收下；再发的是同一个 Message-ID，邮件程序认得出是同一封",
                "The whole of it had been handed over, the server may have taken it; what is sent again has the same Message-ID, by which mail programs know it");

        MailException because(MessagingException e) {
            if (e instanceof AuthenticationFailedException) {
                return refused(recipients, e, PASSWORD);
            }
            if (e instanceof SendFailedException refused) {
                return refused(remaining(refused), e, ADDRESSES);
            }
            return refused(recipients, e, handedOver ? PERHAPS_TAKEN : CONNECTION);
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
                    new Text(
                            "邮件服务器 %s 没有收下给 %s 的邮件：%s。邮件已保留，以后的运行会再发；%s"
                                    .formatted(server, String.join("、", remaining), why.zh(), cure.zh()),
                            "the mail server %s did not take the mail to %s: %s. It is kept and tried again by later runs. %s"
                                    .formatted(server, String.join(", ", remaining), why.en(), cure.en())),
                    remaining,
                    e);
        }

        private Text why(Throwable inner) {
            if (expired) {
                String seconds = MailTimeouts.seconds(server.patience().mail());
                return new Text("一封信 %s 秒还没有发完".formatted(seconds), "one mail took more than %s s".formatted(seconds));
            }
            if (inner instanceof SocketTimeoutException) {
                String seconds = MailTimeouts.seconds(server.patience().answer());
                return new Text("%s 秒没有回答".formatted(seconds), "no answer within %s s".formatted(seconds));
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
