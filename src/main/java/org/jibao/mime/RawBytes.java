package org.jibao.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jibao.mime.LeftPart.Why;

/** The body of a part as it was sent, without its transfer encoding undone. */
final class RawBytes {
    private RawBytes() {}

    static InputStream of(MimePart part) throws MessagingException {
        if (part instanceof MimeMessage message) {
            return message.getRawInputStream();
        }
        return ((MimeBodyPart) part).getRawInputStream();
    }

    /** The same of a part on a server, too. Where the server refuses it, the library gives no bytes and no fault. */
    static InputStream opened(MimePart part, boolean onServer) throws IOException {
        try {
            InputStream raw = of(part);
            return onServer && part.getSize() > 0 ? notEmpty(raw) : raw;
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private static InputStream notEmpty(InputStream raw) throws IOException {
        PushbackInputStream stream = new PushbackInputStream(raw);
        int first = stream.read();
        if (first < 0) {
            throw new PartDamage(Why.DAMAGED);
        }
        stream.unread(first);
        return stream;
    }
}
