package org.jibao.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jibao.mime.LeftPart.Why;

/** A message as bytes, whose header is measured before the library takes it in. */
final class MessageBytes {

    private static final Session SESSION = Session.getInstance(new Properties());

    private MessageBytes() {}

    static MimeMessage message(byte[] bytes, Gathering found) throws MessagingException, IOException {
        int begin = begin(bytes);
        return message(new SharedByteArrayInputStream(bytes, begin, bytes.length - begin), found);
    }

    /** @param stream that shares its bytes, so that nothing is copied */
    static MimeMessage message(SharedByteArrayInputStream stream, Gathering found)
            throws MessagingException, IOException {
        measure(stream.newStream(stream.getPosition(), -1), found);
        return new MimeMessage(SESSION, stream);
    }

    /** @throws PartDamage where the header is too long, or all headers of the mail together are */
    static void measure(InputStream stream, Gathering found) throws IOException {
        int length = headerLength(stream);
        if (length > MailLimits.HEADER_BYTES || !found.holdsHeader(length)) {
            throw new PartDamage(Why.TOO_LARGE);
        }
    }

    /** Up to the first empty line; one more than may be where it is longer than that. */
    private static int headerLength(InputStream stream) throws IOException {
        boolean empty = true;
        for (int length = 0; length <= MailLimits.HEADER_BYTES; length++) {
            int sign = stream.read();
            if (sign < 0 || sign == '\n' && empty) {
                return length;
            }
            empty = sign == '\n' || sign == '\r' && empty;
        }
        return MailLimits.HEADER_BYTES + 1;
    }

    /** Behind a mark of UTF-8, empty lines and the line that begins a mail in an mbox file. */
    static int begin(byte[] bytes) {
        int at = startsWith(bytes, 0, "\u00EF\u00BB\u00BF") ? 3 : 0;
        while (at < bytes.length && (bytes[at] == '\n' || bytes[at] == '\r')) {
            at++;
        }
        if (startsWith(bytes, at, "From ") || startsWith(bytes, at, ">From ")) {
            while (at < bytes.length && bytes[at] != '\n') {
                at++;
            }
            at = Math.min(bytes.length, at + 1);
        }
        return at;
    }

    private static boolean startsWith(byte[] bytes, int at, String mark) {
        byte[] letters = mark.getBytes(StandardCharsets.ISO_8859_1);
        boolean same = at + letters.length <= bytes.length;
        for (int i = 0; same && i < letters.length; i++) {
            same = bytes[at + i] == letters[i];
        }
        return same;
    }

    /** Whether this may be a message: it begins with the line of a header. */
    static boolean looksLike(byte[] bytes) {
        int at = begin(bytes);
        int start = at;
        while (at < bytes.length && at - start < 80 && bytes[at] > ' ' && bytes[at] < 0x7F && bytes[at] != ':') {
            at++;
        }
        return at > start && at < bytes.length && bytes[at] == ':';
    }
}
