package org.jibao.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import org.jibao.mime.LeftPart.Why;
import org.jspecify.annotations.Nullable;

/** Undoes what {@code Content-Transfer-Encoding} says. What does not fit the encoding is damage; nothing is guessed. */
final class TransferDecoding {

    private static final Set<String> AS_IT_IS =
            Set.of("", "7bit", "8bit", "binary", "7-bit", "8-bit", "7bits", "8bits", "none", "utf-8");
    private static final Set<String> UUENCODED = Set.of("uuencode", "x-uuencode", "x-uue");

    private TransferDecoding() {}

    /** @throws PartDamage where the encoding is unknown; also while reading */
    static InputStream decode(InputStream raw, @Nullable String header) throws IOException {
        String encoding = name(header);
        if (AS_IT_IS.contains(encoding)) {
            return raw;
        }
        if (encoding.equals("base64")) {
            return new Base64Stream(raw);
        }
        if (encoding.equals("quoted-printable")) {
            return new QuotedPrintableStream(raw);
        }
        if (UUENCODED.contains(encoding)) {
            return uudecoded(raw);
        }
        raw.close();
        throw new PartDamage(Why.DAMAGED);
    }

    static boolean isBase64(@Nullable String header) {
        return name(header).equals("base64");
    }

    /** The first word, in lower case: some programs put a comment or a sign behind it. */
    private static String name(@Nullable String header) {
        String plain = header == null ? "" : HeaderText.unfolded(header).strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < plain.length() && "; \t(,".indexOf(plain.charAt(end)) < 0) {
            end++;
        }
        return plain.substring(0, end).replace("\"", "");
    }

    private static InputStream uudecoded(InputStream raw) throws IOException {
        try {
            return new Strict(MimeUtility.decode(raw, "uuencode"));
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    /** The library's own complaint about what it decodes is damage. */
    private static final class Strict extends FilterInputStream {
        Strict(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (IOException e) {
                if (LostConnection.caused(e)) {
                    throw e;
                }
                throw new PartDamage(Why.DAMAGED);
            } catch (RuntimeException e) {
                throw new PartDamage(Why.DAMAGED);
            }
        }
    }
}
