package org.jibao.calendar;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a period as people write it: {@code 2026年第三季度}, {@code 2026年三季度}, {@code 2026Q3}, {@code 2026年7-9月},
 * {@code 2026年上半年}, {@code 2026年9月}, {@code 2026年度}, {@code 二〇二六年第三季度}; words after it do not matter.
 */
public final class PeriodText {

    /** A period stands at the beginning. */
    private static final int LONGEST = 64;

    private static final String NUMERALS = "〇一二三四五六七八九";
    private static final Pattern CHINESE_YEAR = Pattern.compile("^[〇一二三四五六七八九]{4}(?=年)");
    private static final String YEAR = "^(\\d{4})(?:年度?|[-_./])?";

    private static final Pattern QUARTER = Pattern.compile(YEAR + "第?([1-4一二三四])季");
    private static final Pattern QUARTER_CODE = Pattern.compile(YEAR + "Q([1-4])(?!\\d)");
    private static final Pattern MONTHS = Pattern.compile("^(\\d{4})年?(\\d{1,2})月?(?:份)?(?:[-—–~～至到]|--)+(\\d{1,2})月");
    private static final Pattern HALF_YEAR = Pattern.compile(YEAR + "([上下])半年");
    private static final Pattern HALF_YEAR_CODE = Pattern.compile(YEAR + "H([12])(?!\\d)");
    private static final Pattern MONTH = Pattern.compile("^(\\d{4})(?:年|[-./])(\\d{1,2})(?:月份?|(?![\\d./月-]))");
    private static final Pattern WHOLE_YEAR = Pattern.compile("^(\\d{4})(?:年|全年)?(?!\\d|[-_./]\\d|.*[季月半QH])");

    private PeriodText() {}

    /** The period at the beginning of the text; empty where there is none, or one that does not exist such as 第五季度. */
    public static Optional<Period> read(String text) {
        String plain = plain(text);
        return quarter(plain)
                .or(() -> months(plain))
                .or(() -> halfYear(plain))
                .or(() -> month(plain))
                .or(() -> year(plain));
    }

    private static String plain(String text) {
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String half = PlainText.of(head)
                .replaceAll("\\s+", "")
                .replace('零', '〇')
                .replace('○', '〇')
                .toUpperCase(Locale.ROOT);
        Matcher year = CHINESE_YEAR.matcher(half);
        return year.find() ? digits(year.group()) + half.substring(4) : half;
    }

    private static String digits(String numerals) {
        StringBuilder digits = new StringBuilder();
        numerals.chars().forEach(numeral -> digits.append(NUMERALS.indexOf(numeral)));
        return digits.toString();
    }

    private static Optional<Period> quarter(String text) {
        return first(text, QUARTER, QUARTER_CODE)
                .flatMap(found -> period(PeriodKind.QUARTER, found.group(1), number(found.group(2))));
    }

    private static Optional<Period> months(String text) {
        return first(text, MONTHS).flatMap(found -> {
            int from = Integer.parseInt(found.group(2));
            int to = Integer.parseInt(found.group(3));
            for (PeriodKind kind : PeriodKind.values()) {
                boolean fits = to - from + 1 == kind.months() && to % kind.months() == 0;
                if (fits) {
                    return period(kind, found.group(1), to / kind.months());
                }
            }
            return Optional.empty();
        });
    }

    private static Optional<Period> halfYear(String text) {
        return first(text, HALF_YEAR, HALF_YEAR_CODE).flatMap(found -> {
            boolean firstHalf = found.group(2).equals("上") || found.group(2).equals("1");
            return period(PeriodKind.HALF_YEAR, found.group(1), firstHalf ? 1 : 2);
        });
    }

    private static Optional<Period> month(String text) {
        if (first(text, MONTHS).isPresent()) {
            return Optional.empty();
        }
        return first(text, MONTH)
                .flatMap(found -> period(PeriodKind.MONTH, found.group(1), Integer.parseInt(found.group(2))));
    }

    private static Optional<Period> year(String text) {
        return first(text, WHOLE_YEAR).flatMap(found -> period(PeriodKind.YEAR, found.group(1), 1));
    }

    private static Optional<Matcher> first(String text, Pattern... patterns) {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                return Optional.of(matcher);
            }
        }
        return Optional.empty();
    }

    private static int number(String digitOrNumeral) {
        int numeral = NUMERALS.indexOf(digitOrNumeral);
        return numeral >= 0 ? numeral : Integer.parseInt(digitOrNumeral);
    }

    private static Optional<Period> period(PeriodKind kind, String year, int index) {
        int number = Integer.parseInt(year);
        boolean exists = number >= 1949 && number <= 2999 && index >= 1 && index <= kind.perYear();
        return exists ? Optional.of(new Period(kind, number, index)) : Optional.empty();
    }
}
