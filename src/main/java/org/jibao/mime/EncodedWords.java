package org.jibao.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * Words in another character set within a header, {@code =?gb2312?B?...?=} (RFC 2047), read as leniently as mail
 * programs read them: within quotes, with blanks inside, and with a character cut in two by the end of a word.
 */
final class EncodedWords {

    private final String text;
    private final StringBuilder decoded = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private String charset = "";
    private int at;

    /** Whether no word can end any more. */
    private boolean endless;

    private EncodedWords(String text) {
        this.text = text;
    }

    static String decode(String text) {
        return text.contains("=?") ? new EncodedWords(text).decoded() : text;
    }

    private String decoded() {
        int plain = 0;
        for (int start = text.indexOf("=?");
                start >= 0 && !endless;
                start = text.indexOf("=?", Math.max(at, start + 1))) {
            String between = text.substring(plain, start);
            int before = plain;
            if (word(start, before > 0 && between.isBlank() ? "" : between)) {
                plain = at;
            }
        }
        flush();
        return decoded.append(text.substring(plain)).toString();
    }

    /** Takes the word that begins there, if one does; what stands before it goes first. */
    private boolean word(int start, String before) {
        int set = text.indexOf('?', start + 2);
        if (set < 0 || set + 2 >= text.length() || text.charAt(set + 2) != '?' || set - start > 60) {
            return false;
        }
        char encoding = Character.toUpperCase(text.charAt(set + 1));
        int end = text.indexOf("?=", set + 3);
        endless = end < 0;
        if (endless || encoding != 'B' && encoding != 'Q') {
            return false;
        }
        String named = text.substring(start + 2, set).toLowerCase(Locale.ROOT);
        int language = named.indexOf('*');
        named = language < 0 ? named : named.substring(0, language);
        if (!before.isEmpty() || !named.equals(charset)) {
            flush();
        }
        decoded.append(before);
        charset = named;
        bytes.writeBytes(encoding == 'B' ? base64(text.substring(set + 3, end)) : quoted(text.substring(set + 3, end)));
        at = end + 2;
        return true;
    }

    private void flush() {
        if (bytes.size() > 0) {
            decoded.append(HeaderText.decoded(bytes.toByteArray(), charset));
            bytes.reset();
        }
    }

    private static byte[] base64(String word) {
        String letters = word.replaceAll("[^A-Za-z0-9+/]", "");
        String whole = letters.length() % 4 == 1 ? letters.substring(0, letters.length() - 1) : letters;
        return Base64.getDecoder().decode(whole);
    }

    private static byte[] quoted(String word) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < word.length(); i++) {
            char sign = word.charAt(i);
            int value = sign == '=' ? Hex.pair(word, i + 1) : -1;
            if (value >= 0) {
                bytes.write(value);
                i += 2;
            } else {
                bytes.writeBytes(Character.toString(sign == '_' ? ' ' : sign)
                        .getBytes(sign < 0x100 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** Two digits to the base of sixteen. */
    static final class Hex {
        private Hex() {}

        /** Their value, or -1 where none stand there. */
        static int pair(String text, int at) {
            if (at + 1 >= text.length()) {
                return -1;
            }
            int high = digit(text.charAt(at));
            int low = digit(text.charAt(at + 1));
            return high < 0 || low < 0 ? -1 : high * 16 + low;
        }

        static int digit(int sign) {
            return sign < 0x80 ? Character.digit(sign, 16) : -1;
        }
    }
}
