package org.jibao.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jibao.mime.EncodedWords.Hex;
import org.jibao.mime.LeftPart.Why;

/**
 * Quoted-printable, line by line; blanks at the end of a line are not those of the sender. A stray sign of equality is
 * damage.
 */
final class QuotedPrintableStream extends DecodingStream {

    /** The standard says 76 characters; some programs break no line. */
    private static final int LONGEST_LINE = 1 << 20;

    private byte[] line = {};
    private int at;

    QuotedPrintableStream(InputStream encoded) {
        super(encoded);
    }

    @Override
    public int read() throws IOException {
        while (at == line.length) {
            ByteArrayOutputStream next = new ByteArrayOutputStream();
            boolean more = nextLine(next);
            line = more ? decoded(next.toByteArray()) : new byte[0];
            at = 0;
            if (!more) {
                return -1;
            }
        }
        return line[at++] & 0xFF;
    }

    /** With its end; false where the stream has ended. */
    private boolean nextLine(ByteArrayOutputStream next) throws IOException {
        int sign = encoded.read();
        while (sign >= 0) {
            next.write(sign);
            if (sign == '\n') {
                return true;
            }
            if (next.size() > LONGEST_LINE) {
                throw new PartDamage(Why.DAMAGED);
            }
            sign = encoded.read();
        }
        return next.size() > 0;
    }

    private static byte[] decoded(byte[] raw) throws PartDamage {
        int content = raw.length;
        while (content > 0 && (raw[content - 1] == '\n' || raw[content - 1] == '\r')) {
            content--;
        }
        int end = content;
        while (end > 0 && (raw[end - 1] == ' ' || raw[end - 1] == '\t')) {
            end--;
        }
        boolean soft = end > 0 && raw[end - 1] == '=';
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < (soft ? end - 1 : end); i++) {
            if (raw[i] == '=') {
                decoded.write(pair(raw, i + 1));
                i += 2;
            } else {
                decoded.write(raw[i]);
            }
        }
        decoded.write(raw, content, soft ? 0 : raw.length - content);
        return decoded.toByteArray();
    }

    private static int pair(byte[] raw, int at) throws PartDamage {
        int high = at < raw.length ? Hex.digit(raw[at] & 0xFF) : -1;
        int low = at + 1 < raw.length ? Hex.digit(raw[at + 1] & 0xFF) : -1;
        if (high < 0 || low < 0) {
            throw new PartDamage(Why.DAMAGED);
        }
        return high * 16 + low;
    }
}
