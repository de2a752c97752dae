package org.jibao.delivery;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.delivery.MailServer.MailTimeouts;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.guard.OwnFiles;
import org.jspecify.annotations.Nullable;

/**
 * Hands the mails of one run to the server, one after the other over one connection while the server allows it, for as long
 * as its {@link MailTimeouts} lasts. Not thread-safe.
 */
public final class Mailer implements AutoCloseable {
    private static final Wording WORDS = Wording.of(Mailer.class);

    private final MailServer server;
    private final long begun = System.nanoTime();
    private @Nullable MailConnection open;

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
        MailConnection kept = open;
        open = null;
        if (kept == null || !taken(kept, file, recipients)) {
            taken(new MailConnection(server, limit()), file, recipients);
        }
    }

    /** @return false where a connection that was kept is of no use any more, and the server has nothing of the mail */
    private boolean taken(MailConnection connection, Path file, List<String> recipients) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            connection.send(stream, addresses(recipients), limit());
            open = connection;
            return true;
        } catch (MessagingException e) {
            if (connection.isStale()) {
                return false;
            }
            throw new NotSent(server, recipients, connection.handedOver(), connection.expired()).because(e);
        } finally {
            if (open == null) {
                connection.end();
            }
        }
    }

    private Duration limit() {
        Duration mail = server.patience().mail();
        return left().compareTo(mail) < 0 ? left() : mail;
    }

    /** Ends the conversation with the server. */
    @Override
    public void close() {
        if (open != null) {
            open.end(limit());
            open = null;
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
