package org.jibao.mime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Mails as they are sent, written line by line. */
final class Eml {

    static final MailLimits LIMITS = new MailLimits(1 << 20, 8 << 20);
    static final byte[] CSV = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);

    private Eml() {}

    /** Lines with the ends that mails have; one byte a character. */
    static byte[] bytes(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    static MailMessage read(String text) {
        return MailReader.read(bytes(text), LIMITS);
    }

    /** A mail with one multipart of these parts, each with its header. */
    static String mixed(String... parts) {
        return "From: a@x.cn\nSubject: s\nMIME-Version: 1.0\n" + multipart("mixed", "b1", parts);
    }

    static String multipart(String kind, String boundary, String... parts) {
        StringBuilder text =
                new StringBuilder("Content-Type: multipart/" + kind + "; boundary=\"" + boundary + "\"\n\npreamble\n");
        for (String part : parts) {
            text.append("--").append(boundary).append('\n').append(part).append('\n');
        }
        return text.append("--").append(boundary).append("--\n").toString();
    }

    static String file(String name, byte[] content) {
        return "Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"" + name
                + "\"\nContent-Transfer-Encoding: base64\n\n" + base64(content);
    }

    static String base64(byte[] content) {
        return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(content);
    }

    /** UTF-8 as a header has it that breaks the rules. */
    static String raw(String text, String charset) {
        return new String(text.getBytes(java.nio.charset.Charset.forName(charset)), StandardCharsets.ISO_8859_1);
    }

    static List<String> parts(MailMessage mail) {
        return mail.parts().stream()
                .map(part -> part.number() + " " + part.name())
                .toList();
    }

    static List<String> left(MailMessage mail) {
        return mail.left().stream().map(part -> part.name() + " " + part.why()).toList();
    }

    static byte[] content(MailPart part) {
        try (InputStream stream = part.open()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
