package org.jibao.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jibao.guard.InvisibleCharacters;
import org.jibao.guard.VisibleText;
import org.jspecify.annotations.Nullable;

/** Texts of headers: from bytes in whatever character set, to what may be shown. */
final class HeaderText {

    static final Charset CHINESE = Charset.forName("GB18030");

    /** Of a value that is decoded; what is shown of it is far shorter. */
    private static final int LONGEST = 1 << 15;

    private HeaderText() {}

    /**
     * A header's value as the library gives it, bytes as Latin-1: those that are UTF-8, else GB18030, are read as such.
     */
    static String raw(String value) {
        boolean plain = true;
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > 0xFF) {
                return value;
            }
            plain &= value.charAt(i) < 0x80;
        }
        return plain ? value : guessed(value.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** UTF-8 where every byte fits it, else GB18030, else Latin-1. */
    static String guessed(byte[] bytes) {
        String text = strict(bytes, StandardCharsets.UTF_8);
        text = text == null ? strict(bytes, CHINESE) : text;
        return text == null ? new String(bytes, StandardCharsets.ISO_8859_1) : text;
    }

    /** By the set that is named, where it is known and every byte fits it. */
    static String decoded(byte[] bytes, String charset) {
        Charset known = charset(charset);
        String text = known == null ? null : strict(bytes, known);
        return text == null ? guessed(bytes) : text;
    }

    /** A text that may end within a character. */
    static String roughly(byte[] bytes, String charset) {
        Charset known = charset(charset);
        if (known != null) {
            return new String(bytes, known);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 || text.indexOf('\uFFFD') > text.length() - 4
                ? text
                : new String(bytes, CHINESE);
    }

    static @Nullable String strict(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException another) {
            return null;
        }
    }

    /**
     * Names of the smaller Chinese sets stand for the one that holds them all; null where the name is unknown or says
     * nothing.
     */
    private static @Nullable Charset charset(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        if (plain.startsWith("gb") || plain.equals("x-gbk") || plain.equals("cp936") || plain.equals("ms936")) {
            return CHINESE;
        }
        if (plain.isEmpty() || plain.endsWith("ascii")) {
            return null;
        }
        try {
            Charset charset = Charset.forName(plain);
            return charset.canEncode() ? charset : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    /** A header's value in words: on one line, decoded. */
    static String words(String value) {
        return EncodedWords.decode(raw(unfolded(value.substring(0, Math.min(value.length(), LONGEST)))));
    }

    static String unfolded(String value) {
        return value.replace("\r", "").replace("\n", "");
    }

    /** As people may be shown it. */
    static String shown(String words, int most) {
        StringBuilder line = new StringBuilder();
        words.codePoints()
                .map(sign -> Character.isWhitespace(sign) || Character.isSpaceChar(sign) ? ' ' : sign)
                .filter(sign -> sign != ' ' || line.length() > 0 && line.charAt(line.length() - 1) != ' ')
                .limit(4L * most)
                .forEach(line::appendCodePoint);
        return cut(VisibleText.line(line.toString().strip()), most);
    }

    /** Without what cannot be seen. */
    static String seen(String words) {
        StringBuilder seen = new StringBuilder(words.length());
        words.codePoints().filter(sign -> !InvisibleCharacters.include(sign)).forEach(seen::appendCodePoint);
        return seen.toString();
    }

    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
