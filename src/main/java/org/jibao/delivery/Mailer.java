package org.jibao.delivery;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
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
}
