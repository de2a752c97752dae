package org.jibao.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The name of a part of a ZIP. UTF-8 where the ZIP says so or every byte fits it, as macOS and Office write without saying so;
 * else GB18030, in which a Chinese Windows writes names.
 */
final class PartName {

    /** The general purpose bit by which a ZIP says that its names are in UTF-8. */
    private static final int SAYS_UTF8 = 1 << 11;

    private static final Charset GB18030 = Charset.forName("GB18030");

    private PartName() {}

    static String of(byte[] bytes, int at, int length, int flags) {
        if ((flags & SAYS_UTF8) != 0) {
            return new String(bytes, at, length, StandardCharsets.UTF_8);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, at, length))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, at, length, GB18030);
        }
    }
}
