package org.jibao.reading.meaning;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.calendar.PlainText;
import org.jibao.definition.Written.DateOrder;
import org.jspecify.annotations.Nullable;

/**
 * A date typed with the year last: {@code 30/09/2026}, {@code 30 Sep 2026}, {@code September 30, 2026}. Day and month in figures may
 * be read in two ways; years of two digits are not read.
 */
final class WesternDate {

    private static final Pattern TIME =
            Pattern.compile(",? {1,3}(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?(?: ?[ap]m)?\\z");
    private static final Pattern ORDERED = Pattern.compile("(\\d{1,2})([-./])(\\d{1,2})\\2(\\d{4})");
    private static final String WEEKDAY = "(?:([a-z]{3,9})\\.?,? ?)?";
    private static final Pattern DAY_FIRST =
            Pattern.compile(WEEKDAY + "(\\d{1,2})(?:st|nd|rd|th)?[- ./]?(?:of )?([a-z]{3,9})\\.?,?[- ./]?(\\d{4})");
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?:([a-z]{3,9})\\.?,? )?([a-z]{3,9})\\.?[- ./]?(\\d{1,2})(?:st|nd|rd|th)?(?:, ?|[- ./])(\\d{4})");
    private static final int SHORT = 3;

    private WesternDate() {}

    /**
     * The days that a text may be: none where it is no date, two where day and month may be exchanged.
     *
     * @param order of day and month, or null where nothing says it
     */
    static Set<LocalDate> readings(String text, @Nullable DateOrder order) {
        Set<LocalDate> days = new LinkedHashSet<>();
        if (text.length() > DateText.LONGEST) {
            return days;
        }
        String plain = PlainText.of(text)
                .toLowerCase(Locale.ROOT)
                .replaceAll(" {1,9}", " ")
                .replaceAll(" ?([-./]) ?", "$1");
        Matcher timed = TIME.matcher(plain);
        String date = timed.find() ? plain.substring(0, timed.start()) : plain;
        Matcher ordered = ORDERED.matcher(date);
        if (ordered.matches()) {
            if (order != DateOrder.MDY) {
                add(days, ordered.group(4), ordered.group(3), ordered.group(1));
            }
            if (order != DateOrder.DMY) {
                add(days, ordered.group(4), ordered.group(1), ordered.group(3));
            }
        } else {
            named(days, DAY_FIRST.matcher(date), 3, 2);
            named(days, MONTH_FIRST.matcher(date), 2, 3);
        }
        return days;
    }

    private static void named(Set<LocalDate> days, Matcher matcher, int monthGroup, int dayGroup) {
        if (!matcher.matches()) {
            return;
        }
        int month = month(matcher.group(monthGroup));
        Set<LocalDate> found = new LinkedHashSet<>();
        add(found, matcher.group(4), String.valueOf(month), matcher.group(dayGroup));
        found.stream().filter(day -> fits(day, matcher.group(1))).forEach(days::add);
    }

    /** A weekday beside the date is that date's, or one of them is wrong. */
    private static boolean fits(LocalDate day, @Nullable String word) {
        DayOfWeek weekday = day.getDayOfWeek();
        return word == null
                || word.equals(weekday.name().toLowerCase(Locale.ROOT))
                || word.length() == SHORT
                        && weekday.name().toLowerCase(Locale.ROOT).startsWith(word);
    }

    /** From 1 on; 0 where the word is no month. */
    private static int month(String word) {
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            boolean cut = word.length() == SHORT && name.startsWith(word);
            if (cut || name.equals(word) || month == Month.SEPTEMBER && word.equals("sept")) {
                return month.getValue();
            }
        }
        return 0;
    }

    private static void add(Set<LocalDate> days, String year, String month, String day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            if (DateText.isDate(date)) {
                days.add(date);
            }
        } catch (DateTimeException noSuchDay) {
            // not a day in this order
        }
    }
}
