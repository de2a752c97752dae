package org.jibao.calendar;

import java.text.Normalizer;

/**
 * Text as numbers, dates, periods and units are read from it: full-width forms as the characters that they are the wide form of, every
 * space as a plain one, and nothing that cannot be seen. A circled, raised or bracketed digit stays what it is: it is a mark, and no
 * digit of the figure beside it.
 */
public final class PlainText {

    private static final int FIRST_FULL_WIDTH = 0xFF01;
    private static final int LAST_FULL_WIDTH = 0xFF5E;
    private static final int TO_HALF_WIDTH = FIRST_FULL_WIDTH - '!';

    private PlainText() {}

    /** The text in half width, stripped, without invisible characters. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text.strip();
        }
        StringBuilder plain = new StringBuilder(text.length());
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        for (int i = 0; i < composed.length(); i += Character.charCount(composed.codePointAt(i))) {
            int sign = composed.codePointAt(i);
            if (!isInvisible(sign)) {
                plain.appendCodePoint(half(sign));
            }
        }
        return plain.toString().strip();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign >= 0x7F && !isCommonIdeograph(sign)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is one of the 20,902 Chinese characters of the first Unicode, none of which is a form of another. */
    public static boolean isCommonIdeograph(char sign) {
        return sign >= 0x4E00 && sign <= 0x9FA5;
    }

    private static int half(int sign) {
        if (sign >= FIRST_FULL_WIDTH && sign <= LAST_FULL_WIDTH) {
            return sign - TO_HALF_WIDTH;
        }
        return Character.isSpaceChar(sign) ? ' ' : sign;
    }

    /** The first character of a text that cannot be seen, such as a zero-width space or a soft hyphen; -1 where there is none. */
    public static int invisibleIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (!isSeen(sign)) {
                int whole = text.codePointAt(i);
                if (isInvisible(whole)) {
                    return whole;
                }
                i += Character.charCount(whole) - 1;
            }
        }
        return -1;
    }

    /** Of nearly every character of a return this is known without a look into the tables of Unicode. */
    private static boolean isSeen(char sign) {
        return sign < 0xAD || sign >= 0x3000 && sign < 0xA000;
    }

    /** The text as it is but for what cannot be seen. */
    public static String withoutInvisible(String text) {
        if (invisibleIn(text) < 0) {
            return text;
        }
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().filter(sign -> !isInvisible(sign)).forEach(seen::appendCodePoint);
        return seen.toString();
    }

    /** Formatting characters, a byte order mark among them, and the selectors of a glyph's variant. */
    public static boolean isInvisible(int sign) {
        boolean selector = sign >= 0xFE00 && sign <= 0xFE0F || sign >= 0xE0100 && sign <= 0xE01EF || sign == 0x034F;
        return selector || Character.getType(sign) == Character.FORMAT;
    }
}
