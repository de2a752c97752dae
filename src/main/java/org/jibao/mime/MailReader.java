package org.jibao.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jibao.mime.LeftPart.Why;

/** Opens mails. Whatever a stranger has put into one, a message comes back, which says what was left of it and why. */
public final class MailReader {

    private MailReader() {}

    /**
     * A message. Of one on a server only what is asked for is fetched: its header, the description of its parts, the
     * beginning of its texts, mails in it. One that the server describes in a way that leads nowhere is fetched whole.
     * It is not marked as seen.
     *
     * @throws MessagingException where the way to the server is lost, and for nothing else
     */
    public static MailMessage read(MimeMessage message, MailLimits limits) throws MessagingException {
        if (message instanceof IMAPMessage onServer) {
            onServer.setPeek(true);
            return onServer(onServer, limits);
        }
        try {
            return read(bytes(message, limits), limits);
        } catch (IOException tooLargeOrStrange) {
            return unread(limits, tooLargeOrStrange instanceof PartDamage damage ? damage.why() : Why.DAMAGED);
        }
    }

    /** The bytes of a {@code .eml} file. */
    public static MailMessage read(byte[] bytes, MailLimits limits) {
        return read(bytes, new Gathering(limits));
    }

    private static MailMessage read(byte[] bytes, Gathering found) {
        MailLimits limits = found.limits;
        if (bytes.length > limits.fileBytes()) {
            return unread(limits, Why.TOO_LARGE);
        }
        try {
            if (!MessageBytes.looksLike(bytes)) {
                return unread(limits, Why.DAMAGED);
            }
            MimeMessage message = MessageBytes.message(bytes, found);
            new EntityWalk(found).walk(message, Place.TOP);
            return new MailHeader(values(message)).message(found);
        } catch (MessagingException | IOException | RuntimeException e) {
            return unread(limits, e instanceof PartDamage damage ? damage.why() : Why.DAMAGED);
        }
    }

    /** @throws IOException where the file itself cannot be read */
    public static MailMessage read(Path eml, MailLimits limits) throws IOException {
        return Files.size(eml) > limits.fileBytes()
                ? unread(limits, Why.TOO_LARGE)
                : read(Files.readAllBytes(eml), limits);
    }

    /** The bytes of a file that Outlook has saved. */
    public static MailMessage msg(byte[] bytes, MailLimits limits) {
        return msg(bytes, new Gathering(limits));
    }

    private static MailMessage msg(byte[] bytes, Gathering found) {
        MailLimits limits = found.limits;
        if (bytes.length > limits.fileBytes()) {
            return unread(limits, Why.TOO_LARGE);
        }
        try {
            LeafSorter leaves = new LeafSorter(found, new EntityWalk(found));
            return new OutlookFile(found, leaves).read(bytes, Place.TOP).message(found);
        } catch (MessagingException | IOException | RuntimeException e) {
            return unread(limits, e instanceof PartDamage damage ? damage.why() : Why.DAMAGED);
        }
    }

    /** @throws IOException where the file itself cannot be read */
    public static MailMessage msg(Path file, MailLimits limits) throws IOException {
        return Files.size(file) > limits.fileBytes()
                ? unread(limits, Why.TOO_LARGE)
                : msg(Files.readAllBytes(file), limits);
    }

    /**
     * One file of a mail, without the others being looked at.
     *
     * @param outlook whether the mail is a file that Outlook has saved
     * @param number of the file among the parts of the mail
     * @return empty where the mail has no such file any more, or it is damaged
     */
    public static Optional<MailPart> part(byte[] mail, boolean outlook, int number, MailLimits limits) {
        Gathering found = new Gathering(limits, number);
        MailMessage message = outlook ? msg(mail, found) : read(mail, found);
        return message.parts().stream().findFirst();
    }

    /** Whether bytes may be a message: they begin with the line of a header. */
    public static boolean mayBeMail(byte[] beginning) {
        return MessageBytes.looksLike(beginning);
    }

    /** Whether bytes begin as a message does: with the line of a header, which may be the first of an mbox file. */
    public static boolean looksLikeMail(byte[] beginning) {
        return MailLook.isMail(beginning);
    }

    private static MailMessage onServer(IMAPMessage message, MailLimits limits) throws MessagingException {
        Gathering found = new Gathering(limits);
        new EntityWalk(found).walk(message, Place.TOP);
        try {
            if (found.strange && message.getSize() <= limits.fileBytes()) {
                return read(bytes(message, limits), limits);
            }
            message.getAllHeaders();
            return new MailHeader(values(message)).message(found);
        } catch (MessagingException | IOException | RuntimeException e) {
            if (LostConnection.caused(e)) {
                throw LostConnection.of(e);
            }
            return unread(limits, Why.DAMAGED);
        }
    }

    private static MailHeader.Values values(MimeMessage message) {
        return name -> {
            try {
                String[] values = message.getHeader(name);
                return values == null ? List.of() : List.of(values);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static byte[] bytes(MimeMessage message, MailLimits limits) throws MessagingException, IOException {
        Held held = new Held(limits.fileBytes());
        try {
            message.writeTo(held);
        } catch (MessagingException e) {
            if (LostConnection.caused(e)) {
                throw e;
            }
            throw new IOException(e);
        }
        return held.bytes.toByteArray();
    }

    static MailMessage unread(MailLimits limits, Why why) {
        Gathering nothing = new Gathering(limits);
        nothing.leave("", why);
        return new MailHeader(name -> List.of()).message(nothing);
    }

    /** Takes no more bytes than may be. */
    private static final class Held extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final long most;

        Held(long most) {
            this.most = most;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            if (bytes.size() + (long) length > most) {
                throw new PartDamage(Why.TOO_LARGE);
            }
            bytes.write(source, offset, length);
        }
    }
}
