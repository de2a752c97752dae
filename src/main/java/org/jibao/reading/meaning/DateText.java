package org.jibao.reading.meaning;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.calendar.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A date that was typed as text: {@code 2026年7月3日}, {@code 2026.7.3}, {@code 2026-7-3}, {@code 2026/7/3}, {@code 20260703}, with or
 * without a time. A time that names its zone is one moment everywhere: its day is the one in the job's zone.
 */
final class DateText {

    /** Longer than any date with time and zone; what a pattern is given is bounded. */
    static final int LONGEST = 64;

    private static final int FIRST_YEAR = 1900;

    private static final Pattern PARTS = Pattern.compile("(\\d{4})(?:年|[-./])(\\d{1,2})(?:月|[-./])(\\d{1,2})[日号]?"
            + "(?:[T ]{0,3}(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?"
            + " ?(Z|(?:UTC|GMT)|(?:UTC|GMT)?[-+]\\d{1,2}(?::?\\d{2})?)?)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern ONLY_DIGITS = Pattern.compile("\\d+");
    private static final Pattern OFFSET = Pattern.compile("([-+])(\\d{1,2})(?::?(\\d{2}))?");

    private DateText() {}

    /**
     * Null where the text is no date, one that does not exist, or one before 1900.
     *
     * @param zone in which the day is taken of a time that names another
     */
    static @Nullable LocalDate read(String text, ZoneId zone) {
        if (text.length() > LONGEST) {
            return null;
        }
        String plain = PlainText.of(text);
        LocalDate date = dateAndTime(
                PARTS.matcher(plain.replaceAll(" {1,9}([年月日号])", "$1").replaceAll("([年月]) {1,9}", "$1")), zone);
        return date != null ? date : date(DIGITS.matcher(plain));
    }

    /** Whether the text is a date that no number could be. */
    static boolean isWritten(String text) {
        return !WesternDate.readings(text, null).isEmpty()
                || read(text, ZoneOffset.UTC) != null
                        && !ONLY_DIGITS.matcher(PlainText.of(text)).matches();
    }

    private static @Nullable LocalDate dateAndTime(Matcher matcher, ZoneId zone) {
        LocalDate date = date(matcher);
        if (date == null || matcher.group(4) == null) {
            return date;
        }
        try {
            LocalTime time = LocalTime.of(number(matcher.group(4)), number(matcher.group(5)), number(matcher.group(6)));
            String offset = matcher.group(7);
            return offset == null
                    ? date
                    : date.atTime(time)
                            .atOffset(offset(offset))
                            .atZoneSameInstant(zone)
                            .toLocalDate();
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    private static ZoneOffset offset(String text) {
        Matcher matcher = OFFSET.matcher(text);
        if (!matcher.find()) {
            return ZoneOffset.UTC;
        }
        int sign = matcher.group(1).equals("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * number(matcher.group(2)), sign * number(matcher.group(3)));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static @Nullable LocalDate date(Matcher matcher) {
        if (!matcher.matches()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.of(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)));
            return isDate(date) ? date : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** Excel has no day before 1900. */
    static boolean isDate(LocalDate date) {
        return date.getYear() >= FIRST_YEAR;
    }
}
