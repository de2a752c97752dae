package org.jibao.reading.workbook;

import java.text.Normalizer;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Characters that look like digits or letters and are marks: circled, bracketed, dotted, raised and lowered ones, fractions and Roman
 * numerals, and the digits of other scripts. They number an item or point to a note, and are no part of a figure beside them.
 */
public final class UnusualDigits {

    /** What the name of a character says of it, as Unicode words it; the first that fits. */
    private static final Map<String, String> KINDS = Map.of(
            "SUPERSCRIPT", "raised",
            "MODIFIER LETTER", "raised",
            "SUBSCRIPT", "lowered",
            "FRACTION", "fraction",
            "ROMAN NUMERAL", "roman",
            "PARENTHESIZED", "bracketed",
            "FULL STOP", "dotted",
            "COMMA", "dotted",
            "CIRCLED", "circled",
            "COMBINING", "combining");

    private UnusualDigits() {}

    /**
     * A mark.
     *
     * @param kind a word of the messages
     * @param sign the character
     */
    public record Mark(String kind, String sign) {}

    /** The first mark in a text, or null. */
    static @Nullable public Mark in(String text) {
        int sign = text.codePoints().filter(UnusualDigits::isMark).findFirst().orElse(-1);
        return sign < 0 ? null : new Mark(kind(sign), Character.toString(sign));
    }

    static boolean isMark(int sign) {
        return switch (Character.getType(sign)) {
            case Character.OTHER_NUMBER, Character.ENCLOSING_MARK, Character.NON_SPACING_MARK -> true;
            case Character.LETTER_NUMBER -> sign != '〇';
            case Character.DECIMAL_DIGIT_NUMBER -> !isDigit(sign);
            case Character.MODIFIER_LETTER -> standsForAnother(sign);
            case Character.OTHER_SYMBOL -> named(sign, "CIRCLED") || named(sign, "PARENTHESIZED") || isDigitLike(sign);
            default -> false;
        };
    }

    private static boolean isDigit(int sign) {
        return sign >= '0' && sign <= '9' || sign >= '０' && sign <= '９';
    }

    private static boolean standsForAnother(int sign) {
        String one = Character.toString(sign);
        return !Normalizer.normalize(one, Normalizer.Form.NFKC).equals(one);
    }

    private static boolean isDigitLike(int sign) {
        String other = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC);
        return other.codePointAt(0) != sign && Character.isDigit(other.codePointAt(0));
    }

    private static boolean named(int sign, String word) {
        return Objects.requireNonNullElse(Character.getName(sign), "").contains(word);
    }

    private static String kind(int sign) {
        return KINDS.entrySet().stream()
                .filter(kind -> named(sign, kind.getKey()))
                .map(Map.Entry::getValue)
                .min(java.util.Comparator.naturalOrder())
                .orElse("other-digit");
    }
}
