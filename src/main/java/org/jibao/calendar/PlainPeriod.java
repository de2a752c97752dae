package org.jibao.calendar;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as periods are read from it: upper case, one sign for all dashes, {@code ~} for every word between a first and a last, digits for
 * the numerals of years, months, days and weeks, and a space only between two Latin words or numbers.
 */
final class PlainPeriod {

    /** A period stands at the beginning. */
    private static final int LONGEST = 64;

    private static final String NUMERALS = "〇一二三四五六七八九";
    private static final Pattern CHINESE_YEAR = Pattern.compile("[〇一二三四五六七八九]{4}(?=年)");
    private static final Pattern CHINESE_NUMBER = Pattern.compile("[一二三四五六七八九十]{1,3}(?=个?(?:月|日|号|周|星期))");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,4}");
    private static final Pattern BETWEEN = Pattern.compile(" (?:TO|UNTIL|TILL|THROUGH|THRU) |[~～〜∼至到]+");
    private static final Pattern DASHES = Pattern.compile("[-‐‑‒–—―−]+");
    private static final Pattern COMMA = Pattern.compile("(?<=[A-Z0-9])[,，]");
    private static final Pattern LOOSE_SPACE = Pattern.compile("(?<![A-Z0-9]) | (?![A-Z0-9])");

    private PlainPeriod() {}

    static String of(String text) {
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String plain = PlainText.of(head)
                .replace('零', '〇')
                .replace('○', '〇')
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .replaceFirst("^(?:截至|截止到?)", "ENDED ");
        plain = BETWEEN.matcher(plain).replaceAll("~");
        plain = COMMA.matcher(DASHES.matcher(plain).replaceAll("-")).replaceAll(" ");
        String close = plain.replaceAll(" +", " ");
        String tight = LOOSE_SPACE.matcher(close).replaceAll("");
        String years = CHINESE_YEAR.matcher(tight).replaceAll(match -> digits(match.group()));
        return CHINESE_NUMBER.matcher(years).replaceAll(match -> String.valueOf(number(match.group())));
    }

    private static String digits(String numerals) {
        StringBuilder digits = new StringBuilder();
        numerals.chars().forEach(numeral -> digits.append(NUMERALS.indexOf(numeral)));
        return digits.toString();
    }

    /** {@code 3}, {@code 三}, {@code 十二}, {@code 三十一}; 0 where it is no number. */
    static int number(String text) {
        if (DIGITS.matcher(text).matches()) {
            return Integer.parseInt(text);
        }
        int ten = text.indexOf('十');
        if (ten < 0) {
            return text.length() == 1 ? NUMERALS.indexOf(text) : 0;
        }
        int tens = ten == 0 ? 1 : number(text.substring(0, ten));
        int ones = ten == text.length() - 1 ? 0 : number(text.substring(ten + 1));
        return 10 * tens + ones;
    }
}
