package org.jibao.delivery;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.finding.Text;

/** Hands mails to the server. */
public final class Mailer {

    private final MailServer server;

    public Mailer(MailServer server) {
        this.server = server;
    }

    /** Writes a mail to a file, whole or not at all: what {@link #send} takes. */
    public static void write(Mail mail, Path file) throws IOException {
        Files.createDirectories(
                java.util.Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        MimeFile.write(mail, draft);
        Files.move(
                draft,
                file,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Sends a mail that was written to a file.
     *
     * @throws MailException where the server did not take it for everybody; it names those left
     * @throws IOException where the file cannot be read
     */
    public void send(Path file, List<String> recipients) throws IOException {
        Session session = Session.getInstance(server.properties());
        try (InputStream stream = Files.newInputStream(file);
                Transport transport = session.getTransport("smtp")) {
            MimeMessage message = new MimeMessage(session, stream);
            transport.connect(server.host(), server.port(), server.user(), server.password());
            transport.sendMessage(message, addresses(recipients));
        } catch (AuthenticationFailedException e) {
            throw refused(recipients, e, new Text("请检查 JIBAO_SMTP_USER 和密码", "Check JIBAO_SMTP_USER and the password"));
        } catch (SendFailedException e) {
            throw refused(
                    remaining(recipients, e),
                    e,
                    new Text(
                            "请检查 job.yaml 中 delivery 的收件地址和发件地址",
                            "Check the addresses under delivery in job.yaml, the sender's too"));
        } catch (MessagingException e) {
            throw refused(
                    recipients,
                    e,
                    new Text(
                            "请检查服务器是否可达，以及 JIBAO_SMTP_HOST、JIBAO_SMTP_PORT、JIBAO_SMTP_SECURITY",
                            "Check that it can be reached, and JIBAO_SMTP_HOST, JIBAO_SMTP_PORT and JIBAO_SMTP_SECURITY"));
        }
    }

    private static Address[] addresses(List<String> recipients) throws MessagingException {
        Address[] addresses = new Address[recipients.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = new InternetAddress(recipients.get(i));
        }
        return addresses;
    }

    private static List<String> remaining(List<String> recipients, SendFailedException e) {
        Set<String> sent = Stream.of(e.getValidSentAddresses() == null ? new Address[0] : e.getValidSentAddresses())
                .map(Address::toString)
                .collect(Collectors.toSet());
        return recipients.stream().filter(address -> !sent.contains(address)).toList();
    }

    private MailException refused(List<String> remaining, MessagingException e, Text cure) {
        String why = firstLine(e);
        String whom = String.join("、", remaining);
        return new MailException(
                new Text(
                        "邮件服务器 %s 没有收下给 %s 的邮件：%s。邮件已保留，以后的运行会再发；%s".formatted(server, whom, why, cure.zh()),
                        "the mail server %s did not take the mail to %s: %s. It is kept and tried again by later runs. %s"
                                .formatted(server, String.join(", ", remaining), why, cure.en())),
                remaining,
                e);
    }

    /** The innermost words: the outer ones only say that sending failed. */
    private static String firstLine(MessagingException e) {
        Throwable inner = e;
        while (inner instanceof MessagingException outer && outer.getNextException() != null) {
            inner = outer.getNextException();
        }
        return String.valueOf(inner.getMessage()).strip().lines().findFirst().orElse(inner.toString());
    }
}
