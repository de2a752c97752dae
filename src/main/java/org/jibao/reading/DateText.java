package org.jibao.reading;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A date that was typed as text: {@code 2026年7月3日}, {@code 2026.7.3}, {@code 2026-7-3}, {@code 2026/7/3}, {@code 20260703}. */
final class DateText {

    private static final Pattern PARTS = Pattern.compile(
            "(\\d{4})(?:年|[-./])(\\d{1,2})(?:月|[-./])(\\d{1,2})[日号]?(?:[T ]*\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?Z?)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private DateText() {}

    /** Null where the text is no date, or one that does not exist. */
    static @Nullable LocalDate read(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        LocalDate date =
                date(PARTS.matcher(plain.replaceAll("\\s*([年月日号])", "$1").replaceAll("([年月])\\s+", "$1")));
        return date != null ? date : date(DIGITS.matcher(plain));
    }

    /** Whether the text is a date that no number could be. */
    static boolean isWritten(String text) {
        return read(text) != null && !text.strip().matches("[\\d０-９]+");
    }

    private static @Nullable LocalDate date(Matcher matcher) {
        if (!matcher.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
