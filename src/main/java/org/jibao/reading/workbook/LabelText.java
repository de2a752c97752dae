package org.jibao.reading.workbook;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.calendar.PlainText;
import org.jibao.calendar.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a label when everything is taken away in which units differ from the form: width of letters, spaces,
 * punctuation, brackets and quotes.
 *
 * @param full with its number: {@code （一）予以公开} is {@code 一予以公开}
 * @param bare without number and without remarks in brackets at its end: {@code 予以公开}
 */
public record LabelText(String full, String bare) {

    private static final Pattern NUMBER =
            Pattern.compile("^\\s*(?:[(]\\s*[一二三四五六七八九十\\d]{1,3}\\s*[)]|[一二三四五六七八九十\\d]{1,3}\\s*[、.．:)])[、.]?\\s*");
    private static final Pattern ONLY_NUMBER =
            Pattern.compile("\\A[\\s\\p{P}]*+(\\d(?:[\\d\\s.,()\\[\\]/:_-]*\\d)?)[\\s\\p{P}]*");
    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_NUMBER = 24;

    /** The same few hundred labels come with every return. */
    private static final Remembered<LabelText> KNOWN = new Remembered<>(LabelText::make);

    public static LabelText of(String text) {
        return isLettersAlone(text) ? new LabelText(text, text) : KNOWN.of(text);
    }

    /**
     * Whether there is nothing to take away: common Chinese characters, small Latin letters and digits, and not digits alone. Most
     * texts of a register are so, and come once.
     */
    private static boolean isLettersAlone(String text) {
        boolean letters = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean letter = PlainText.isCommonIdeograph(sign) || sign >= 'a' && sign <= 'z';
            if (!letter && (sign < '0' || sign > '9')) {
                return false;
            }
            letters |= letter;
        }
        return letters && text.length() <= LONGEST_LABEL;
    }

    private static LabelText make(String text) {
        String head = text.length() > LONGEST_LABEL ? text.substring(0, LONGEST_LABEL) : text;
        String half = half(head);
        String number = number(half);
        if (number != null) {
            return new LabelText(number, number);
        }
        String full = letters(half);
        String words = NUMBER.matcher(Remarks.of(half).head()).replaceFirst("");
        String bare = letters(withoutMarks(words));
        return new LabelText(full, bare.isEmpty() ? full : bare);
    }

    /** In one width and without what cannot be seen; a mark such as ① stays one. */
    private static String half(String text) {
        if (Normalizer.isNormalized(text, Normalizer.Form.NFKC) && PlainText.invisibleIn(text) < 0) {
            return text;
        }
        StringBuilder half = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int sign = text.codePointAt(i);
            if (!PlainText.isInvisible(sign)) {
                boolean mark = UnusualDigits.isMark(sign) && Character.getType(sign) != Character.LETTER_NUMBER;
                String one = Character.toString(sign);
                half.append(mark ? one : Normalizer.normalize(one, Normalizer.Form.NFKC));
            }
        }
        return half.toString();
    }

    /** A label that is a number, such as {@code 28}, {@code 2023}, {@code 25(1)} or {@code 1.2}; null for any other. */
    private static @Nullable String number(String half) {
        Matcher digits = half.length() > LONGEST_NUMBER ? null : ONLY_NUMBER.matcher(half);
        if (digits == null || !digits.matches()) {
            return null;
        }
        String number = digits.group(1).replaceAll("\\s", "");
        return number.replaceFirst("^(\\d+)\\.0+$", "$1");
    }

    /** The marks of an enumeration in front and those that point to a note behind. */
    private static String withoutMarks(String words) {
        int from = 0;
        int to = words.length();
        while (from < to && UnusualDigits.isMark(words.codePointAt(from))) {
            from += Character.charCount(words.codePointAt(from));
        }
        while (to > from && UnusualDigits.isMark(words.codePointBefore(to))) {
            to -= Character.charCount(words.codePointBefore(to));
        }
        return words.substring(from, to);
    }

    /** {@code full} of the text. */
    public static String normalise(String text) {
        return of(text).full();
    }

    private static String letters(String half) {
        StringBuilder letters = new StringBuilder(half.length());
        for (int i = 0; i < half.length(); i += Character.charCount(half.codePointAt(i))) {
            int sign = half.codePointAt(i);
            if (counts(sign)) {
                letters.appendCodePoint(sign);
            }
        }
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    /** Letters, digits and marks, and 〇, which Unicode calls a number. */
    private static boolean counts(int sign) {
        int type = Character.getType(sign);
        return Character.isLetterOrDigit(sign) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    /** Spaces of any width and characters that cannot be seen, and nothing else. */
    public static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (!Character.isWhitespace(sign) && !Character.isSpaceChar(sign) && !PlainText.isInvisible(sign)) {
                return false;
            }
        }
        return true;
    }
}
