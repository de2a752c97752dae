package org.jibao.reading;

import java.text.Normalizer;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What is left of a label when everything is taken away in which units differ from the form: width of letters, spaces,
 * punctuation, brackets and quotes.
 *
 * @param full with its number: {@code （一）予以公开} is {@code 一予以公开}
 * @param bare without number and without a remark in brackets at its end: {@code 予以公开}
 */
record LabelText(String full, String bare) {

    private static final Pattern NUMBER =
            Pattern.compile("^\\s*(?:[(]\\s*[一二三四五六七八九十\\d]{1,3}\\s*[)]|[一二三四五六七八九十\\d]{1,3}\\s*[、.．:)])[、.]?\\s*");
    private static final Pattern REMARK = Pattern.compile("[(\\[【〔][^()\\[\\]【】〔〕]*[)\\]】〕]\\s*$");
    private static final int LONGEST_LABEL = 200;

    private static final int REMEMBERED = 20_000;
    private static final ConcurrentHashMap<String, LabelText> MEMORY = new ConcurrentHashMap<>();

    static LabelText of(String text) {
        LabelText known = MEMORY.get(text);
        return known != null ? known : remember(text);
    }

    /** The same few hundred labels come with every return; what is not a label must not fill the memory. */
    private static LabelText remember(String text) {
        LabelText made = make(text);
        if (text.length() <= LONGEST_LABEL && MEMORY.size() < REMEMBERED) {
            MEMORY.put(text, made);
        }
        return made;
    }

    private static LabelText make(String text) {
        String head = text.length() > LONGEST_LABEL ? text.substring(0, LONGEST_LABEL) : text;
        String half = Normalizer.normalize(head, Normalizer.Form.NFKC);
        String full = letters(half);
        String bare =
                letters(REMARK.matcher(NUMBER.matcher(half).replaceFirst("")).replaceFirst(""));
        return new LabelText(full, bare.isEmpty() ? full : bare);
    }

    /** {@code full} of the text. */
    static String normalise(String text) {
        return of(text).full();
    }

    private static String letters(String half) {
        StringBuilder letters = new StringBuilder(half.length());
        half.codePoints().filter(LabelText::counts).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    /** Letters and digits, and 〇, which Unicode calls a number. */
    private static boolean counts(int sign) {
        return Character.isLetterOrDigit(sign) || Character.getType(sign) == Character.LETTER_NUMBER;
    }

    /** Spaces of any width, and nothing else. */
    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (!Character.isWhitespace(sign) && !Character.isSpaceChar(sign) && sign != '\u200B' && sign != '\uFEFF') {
                return false;
            }
        }
        return true;
    }
}
