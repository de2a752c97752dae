package org.jibao.guard;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import org.jibao.calendar.PlainText;

/**
 * A text as digits are looked for in it: without what cannot be seen, every other character as the plain one that it is a form
 * of, each with its place in the text.
 */
final class DigitText {

    /** Numerals that are read one by one, as a telephone number is written out; the place of each is its value. */
    private static final String[] NUMERALS = {"〇零○", "一壹幺", "二贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"};

    private static final BitSet ARE_NUMERALS = new BitSet(1 << 16);

    static {
        for (String numeral : NUMERALS) {
            numeral.chars().forEach(ARE_NUMERALS::set);
        }
    }

    private char[] signs;
    private int[] from;
    private int[] to;
    private int length;

    private DigitText(int capacity) {
        signs = new char[capacity];
        from = new int[capacity];
        to = new int[capacity];
    }

    /** @param numerals whether Chinese numerals are digits, and then nothing else is */
    static DigitText of(String text, boolean numerals) {
        DigitText plain = new DigitText(text.length() + 8);
        int next;
        for (int i = 0; i < text.length(); i = next) {
            int sign = text.codePointAt(i);
            next = i + Character.charCount(sign);
            if (sign < 0x7F && sign > ' ') {
                plain.add(numerals && isDigit((char) sign) ? 'd' : (char) sign, i, next);
            } else if (!isUnseen(sign)) {
                plain.addForm(sign, numerals, i, next);
            }
        }
        return plain;
    }

    private void addForm(int sign, boolean numerals, int start, int end) {
        int numeral = numerals ? numeral(sign) : -1;
        if (numeral >= 0) {
            add((char) ('0' + numeral), start, end);
        } else if (Character.isWhitespace(sign) || Character.isSpaceChar(sign)) {
            add(' ', start, end);
        } else if (Character.isDigit(sign)) {
            add(numerals ? 'd' : (char) ('0' + Character.digit(sign, 10)), start, end);
        } else if (Character.isIdeographic(sign)) {
            add(sign < 0x10000 ? (char) sign : '字', start, end);
        } else {
            String form = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC);
            for (int i = 0; i < form.length(); i++) {
                char plain = form.charAt(i);
                if (i > 0 && Character.getType(plain) == Character.NON_SPACING_MARK) {
                    continue;
                }
                add(numerals && isDigit(plain) ? 'd' : plain, start, end);
            }
        }
    }

    private void add(char sign, int start, int end) {
        if (length == signs.length) {
            signs = Arrays.copyOf(signs, length * 2);
            from = Arrays.copyOf(from, length * 2);
            to = Arrays.copyOf(to, length * 2);
        }
        signs[length] = sign;
        from[length] = start;
        to[length++] = end;
    }

    /** Formatting and control characters, selectors, and marks that are set upon the character before; no line break or tab. */
    private static boolean isUnseen(int sign) {
        if (sign == '\t' || sign == '\n' || sign == '\r' || sign == 0x85) {
            return false;
        }
        return switch (Character.getType(sign)) {
            case Character.CONTROL, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.SURROGATE -> true;
            default -> PlainText.isInvisible(sign) || isFiller(sign);
        };
    }

    /** Letters that have no shape. */
    private static boolean isFiller(int sign) {
        return sign == 0x115F || sign == 0x1160 || sign == 0x3164 || sign == 0xFFA0 || sign == 0x2800;
    }

    /** Its value, or -1. Of nearly every character of a return it is -1. */
    static int numeral(int sign) {
        if (!ARE_NUMERALS.get(sign)) {
            return -1;
        }
        for (int value = 0; value < NUMERALS.length; value++) {
            if (NUMERALS[value].indexOf(sign) >= 0) {
                return value;
            }
        }
        return -1;
    }

    static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    int length() {
        return length;
    }

    /** The sign at a place; a blank outside of the text. */
    char at(int place) {
        return place < 0 || place >= length ? ' ' : signs[place];
    }

    boolean digitAt(int place) {
        return place >= 0 && place < length && isDigit(signs[place]);
    }

    int from(int place) {
        return from[place];
    }

    int to(int place) {
        return to[place];
    }

    /** Whether a word begins here in the plain text. */
    boolean startsWith(String word, int place) {
        for (int i = 0; i < word.length(); i++) {
            if (at(place + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
