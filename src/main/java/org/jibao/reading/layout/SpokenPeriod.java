package org.jibao.reading.layout;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodKind;
import org.jibao.calendar.PeriodText;
import org.jibao.calendar.PlainText;
import org.jibao.calendar.Remembered;
import org.jspecify.annotations.Nullable;

/** Which time a word speaks of, seen from a return's own period: {@code 本季}, {@code 上年同期}, {@code 本年累计}, {@code 1-9月}. */
enum SpokenPeriod {
    /** The return's own. */
    CURRENT,
    PREVIOUS,
    NEXT,
    /** From the beginning of the year to the end of the period. */
    TO_DATE,
    LAST_YEAR,
    SAME_LAST_YEAR,
    /** A year around the return's own period, which contradicts nothing. */
    AROUND,
    OTHER;

    private static final int LONGEST = 24;

    private static final String SAME = "(?:上年度?|去年|上一年)?同期|same (?:period|quarter|month) (?:of )?last year";
    private static final String DATE =
            "(?:截至)?(?:本年度?|当年|今年|年度|全年)?累计|(?:自|从)?年初(?:起|至今)?(?:累计)?|year[ -]to[ -]date|ytd|cumulative";
    private static final String THIS = "[本当今这](?:一|个)?(期|日|天|周|月|季|半年|年)度?(?:累计)?"
            + "|(?:this|current) (period|day|week|month|quarter|half-year|year)";
    private static final String LAST =
            "[上去前昨](?:一|个|一个)?(期|日|天|周|月|季|年)度?|(?:previous|last|prior) (period|day|week|month|quarter|year)";
    private static final String AFTER = "下(?:一|个|一个)?(期|周|月|季|年)度?|next (period|day|week|month|quarter|year)";

    private static final Pattern WORD = Pattern.compile(
            "(?:(?<same>" + SAME + ")|(?<date>" + DATE + ")|(?:" + THIS + ")|(?:" + LAST + ")|(?:" + AFTER + "))");
    private static final Set<String> SHORT = Set.of("日", "天", "周", "day", "week");
    private static final Pattern SUFFIX = Pattern.compile("(?:发生)?(?:数|额|值|数量|金额|情况)?");

    private static final Pattern MONTHS =
            Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})月?(?:份)?[-—–~～至到]{1,2}(\\d{1,2})月(?:份)?");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})月(?:份)?");
    private static final Pattern QUARTER = Pattern.compile("第?([1-4一二三四])季度?");
    private static final Pattern HALF = Pattern.compile("([上下])半年");
    private static final Pattern PERIOD = Pattern.compile("\\d{4}(?:年|[-./q])[\\d年度第一二三四季月上下半至到份qh/.~—–-]*|\\d{4}年?");

    /** What remarks speak of, by the return's own period; the returns of a run have one, or few. */
    private static final Map<Period, Remembered<Optional<SpokenPeriod>>> KNOWN = new ConcurrentHashMap<>();

    private static final int MOST_PERIODS = 4;

    /** Null where the whole text is no period. */
    static @Nullable SpokenPeriod of(String text, Period own) {
        if (KNOWN.size() > MOST_PERIODS) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(
                        own, period -> new Remembered<>(remark -> Optional.ofNullable(read(remark, period))))
                .of(text)
                .orElse(null);
    }

    private static @Nullable SpokenPeriod read(String text, Period own) {
        String plain = PlainText.of(text).toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return null;
        }
        Matcher word = WORD.matcher(plain);
        boolean begins = word.lookingAt() && isOfTime(word, own.kind());
        if (begins && SUFFIX.matcher(plain.substring(word.end())).matches()) {
            return meaning(word, own.kind());
        }
        return ofCalendar(plain.replace(" ", ""), own);
    }

    /** All that a form's own words speak of; its own period where they speak of none. */
    static Set<SpokenPeriod> in(Iterable<String> words, PeriodKind kind) {
        Set<SpokenPeriod> found = EnumSet.noneOf(SpokenPeriod.class);
        for (String text : words) {
            Matcher word = WORD.matcher(PlainText.of(text).toLowerCase(Locale.ROOT));
            while (word.find()) {
                if (isOfTime(word, kind)) {
                    found.add(meaning(word, kind));
                }
            }
        }
        if (found.isEmpty()) {
            found.add(CURRENT);
        }
        return found;
    }

    /** In a return of longer periods a word such as {@code 当日} is part of what is counted: 当日办结. */
    private static boolean isOfTime(Matcher word, PeriodKind kind) {
        if (kind.months() == 0) {
            return true;
        }
        for (int group = 3; group <= word.groupCount(); group++) {
            String length = word.group(group);
            if (length != null && SHORT.contains(length)) {
                return false;
            }
        }
        return true;
    }

    private static SpokenPeriod meaning(Matcher word, PeriodKind kind) {
        boolean annual = kind == PeriodKind.YEAR;
        if (word.group("same") != null) {
            return annual ? PREVIOUS : SAME_LAST_YEAR;
        }
        if (word.group("date") != null) {
            return annual ? CURRENT : TO_DATE;
        }
        int from = 3;
        SpokenPeriod[] near = {CURRENT, PREVIOUS, NEXT};
        SpokenPeriod[] years = {TO_DATE, LAST_YEAR, OTHER};
        for (int which = 0; which < near.length; which++) {
            String chinese = word.group(from + 2 * which);
            String length = chinese == null ? word.group(from + 2 * which + 1) : chinese;
            if (length != null) {
                boolean year = length.equals("年") || length.equals("year");
                return isOf(length, kind) ? near[which] : year ? years[which] : OTHER;
            }
        }
        return OTHER;
    }

    private static boolean isOf(String length, PeriodKind kind) {
        return switch (length) {
            case "期", "period" -> true;
            case "日", "天", "day" -> kind == PeriodKind.DAY;
            case "周", "week" -> kind == PeriodKind.WEEK;
            case "月", "month" -> kind == PeriodKind.MONTH;
            case "季", "quarter" -> kind == PeriodKind.QUARTER;
            case "半年", "half-year" -> kind == PeriodKind.HALF_YEAR;
            default -> kind == PeriodKind.YEAR;
        };
    }

    private static @Nullable SpokenPeriod ofCalendar(String plain, Period own) {
        Matcher months = MONTHS.matcher(plain);
        Matcher month = MONTH.matcher(plain);
        Matcher quarter = QUARTER.matcher(plain);
        Matcher half = HALF.matcher(plain);
        if (months.matches()) {
            int from = Integer.parseInt(months.group(2));
            int year = months.group(1) == null ? yearOf(from, own) : Integer.parseInt(months.group(1));
            return ofMonths(year, from, Integer.parseInt(months.group(3)), own);
        }
        if (month.matches()) {
            int one = Integer.parseInt(month.group(1));
            return ofMonths(yearOf(one, own), one, one, own);
        }
        if (quarter.matches()) {
            int index = "1一2二3三4四".indexOf(quarter.group(1)) / 2;
            return ofYearPart(index * 3, 3, own);
        }
        if (half.matches()) {
            return ofYearPart(half.group(1).equals("上") ? 0 : 6, 6, own);
        }
        return PERIOD.matcher(plain).matches()
                ? own.calendar()
                        .readNamed(plain)
                        .or(() -> PeriodText.read(plain))
                        .map(period -> between(period.start(), period.end(), own))
                        .orElse(null)
                : null;
    }

    /** The calendar year of a month of the return's own reporting year. */
    private static int yearOf(int month, Period own) {
        return month < own.firstMonth() ? own.year() + 1 : own.year();
    }

    private static SpokenPeriod ofYearPart(int monthsBefore, int months, Period own) {
        LocalDate from = own.yearStart().plusMonths(monthsBefore);
        return between(from, from.plusMonths(months).minusDays(1), own);
    }

    private static SpokenPeriod ofMonths(int year, int from, int to, Period own) {
        boolean exists = from >= 1 && from <= to && to <= 12 && year >= 1949 && year <= 2999;
        return exists
                ? between(
                        LocalDate.of(year, from, 1),
                        LocalDate.of(year, to, 1).plusMonths(1).minusDays(1),
                        own)
                : OTHER;
    }

    private static SpokenPeriod between(LocalDate from, LocalDate to, Period own) {
        if (from.equals(own.start()) && to.equals(own.end())) {
            return CURRENT;
        }
        if (from.equals(own.yearStart()) && to.equals(own.end())) {
            return TO_DATE;
        }
        if (!from.isAfter(own.start()) && !to.isBefore(own.end())) {
            return AROUND;
        }
        boolean lastYear = from.equals(own.yearStart().minusYears(1))
                && to.equals(own.yearStart().minusDays(1));
        if (lastYear && own.kind() != PeriodKind.YEAR) {
            return LAST_YEAR;
        }
        return is(own.previous(), from, to) ? PREVIOUS : is(own.sameLastYear(), from, to) ? SAME_LAST_YEAR : OTHER;
    }

    private static boolean is(Period period, LocalDate from, LocalDate to) {
        return period.start().equals(from) && period.end().equals(to);
    }
}
