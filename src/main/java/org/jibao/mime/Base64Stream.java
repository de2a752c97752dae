package org.jibao.mime;

import java.io.IOException;
import java.io.InputStream;
import org.jibao.mime.LeftPart.Why;

/**
 * Base64 as it is sent: blanks and line ends anywhere, and the last signs of equality may be missing. Any other sign,
 * letters after the end, and an end that leaves bits over are damage: such bytes have been cut off or changed on their
 * way.
 */
final class Base64Stream extends DecodingStream {

    private static final int BITS = 6;

    private int held;
    private int bits;
    private int letters;
    private boolean ended;

    Base64Stream(InputStream encoded) {
        super(encoded);
    }

    @Override
    public int read() throws IOException {
        while (bits < Byte.SIZE) {
            int sign = ended ? -1 : next();
            if (sign < 0) {
                end(sign == -1);
                return -1;
            }
            held = held << BITS | sign;
            bits += BITS;
            letters++;
        }
        bits -= Byte.SIZE;
        int value = held >> bits & 0xFF;
        held &= (1 << bits) - 1;
        return value;
    }

    /** The value of the next letter; -1 at the end of the stream, -2 at a sign of equality. */
    private int next() throws IOException {
        int sign = encoded.read();
        while (isBlank(sign)) {
            sign = encoded.read();
        }
        if (sign == '=') {
            return -2;
        }
        int value = sign < 0 ? -1 : value(sign);
        if (sign >= 0 && value < 0) {
            throw new PartDamage(Why.DAMAGED);
        }
        return value;
    }

    private void end(boolean withoutPadding) throws IOException {
        if (ended) {
            return;
        }
        ended = true;
        boolean cut = letters % 4 == 1 || withoutPadding && held != 0;
        for (int sign = withoutPadding ? -1 : encoded.read(); sign >= 0; sign = encoded.read()) {
            cut |= sign != '=' && !isBlank(sign);
        }
        if (cut) {
            throw new PartDamage(Why.DAMAGED);
        }
    }

    private static boolean isBlank(int sign) {
        return sign == ' ' || sign == '\t' || sign == '\r' || sign == '\n';
    }

    private static int value(int sign) {
        if (sign >= 'A' && sign <= 'Z') {
            return sign - 'A';
        }
        if (sign >= 'a' && sign <= 'z') {
            return sign - 'a' + 26;
        }
        if (sign >= '0' && sign <= '9') {
            return sign - '0' + 52;
        }
        return sign == '+' ? 62 : sign == '/' ? 63 : -1;
    }
}
