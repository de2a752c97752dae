package org.jibao.guard;

import java.util.List;
import java.util.Set;

/** A mobile telephone number of China: eleven digits from 13 to 19 on, with or without the country's code. */
final class PhoneNumber {

    private static final int DIGITS = 11;
    private static final List<String> CODES = List.of("0086", "86");

    /** Groups in which such a number is spoken and written: known as one whatever stands beside it. */
    private static final Set<String> SPOKEN = Set.of("11", "3-4-4", "3-8");

    /** Behind a figure: it is an amount. */
    private static final List<String> UNITS = List.of("元", "万元", "亿", "万件", "件", "条", "份", "%", "平方米", "吨", "公里", "km");

    /** So many commas part a list of numbers. */
    private static final int LIST = 4;

    private static final int LOOK_BACK = 200;

    private PhoneNumber() {}

    /** The place after the number with which a run begins, or -1. */
    static int end(DigitRun run) {
        for (String code : CODES) {
            int end = run.digits().startsWith(code) ? end(run, code.length()) : -1;
            if (end >= 0) {
                return end;
            }
        }
        return end(run, 0);
    }

    private static int end(DigitRun run, int first) {
        int last = first + DIGITS;
        if (!run.endsAfter(last)) {
            return -1;
        }
        boolean mobile = run.digits().charAt(first) == '1' && run.digits().charAt(first + 1) >= '3';
        if (!mobile || isAmount(run, first, last)) {
            return -1;
        }
        String groups = run.groups(first, last);
        boolean odd =
                first == 0 && !SPOKEN.contains(groups) && (isChained(run, last) || holdsYear(run) || inAddress(run));
        return odd ? -1 : run.endOf(last);
    }

    /** With a currency before or a unit behind, with thousands parted, or the decimals of a number below one. */
    private static boolean isAmount(DigitRun run, int first, int last) {
        DigitText text = run.text();
        if (first > 0) {
            return false;
        }
        int start = run.start();
        boolean decimals = text.at(start - 1) == '.' && text.at(start - 2) == '0' && !text.digitAt(start - 3);
        boolean currency = "¥$€£".indexOf(text.at(start - 1)) >= 0;
        return isWritten(run, last) || decimals || currency || hasUnit(run, last);
    }

    /**
     * As figures are written and telephone numbers are not: {@code 138,123,456.78}, {@code 138123456.78}, or a list of small
     * ones such as {@code 13,14,15,16,17,8}.
     */
    private static boolean isWritten(DigitRun run, int last) {
        String separators = separators(run, last);
        String groups = run.groups(0, last);
        boolean cents = separators.equals(".") && (groups.equals("9-2") || groups.equals("10-1"));
        boolean list = separators.length() >= LIST && isAll(separators, ',') && groups.contains("2");
        String whole = separators.endsWith(".") ? groups.substring(0, groups.lastIndexOf('-')) : groups;
        String commas = separators.endsWith(".") ? separators.substring(0, separators.length() - 1) : separators;
        boolean thousands = !commas.isEmpty()
                && isAll(commas, ',')
                && whole.substring(whole.indexOf('-')).equals("-3".repeat(commas.length()))
                && whole.charAt(0) <= '3';
        return cents || list || thousands;
    }

    private static String separators(DigitRun run, int last) {
        StringBuilder separators = new StringBuilder();
        for (int index = 1; index < last; index++) {
            if (run.parted(index)) {
                separators.append(run.separator(index));
            }
        }
        return separators.toString();
    }

    private static boolean isAll(String text, char sign) {
        return text.chars().allMatch(one -> one == sign);
    }

    private static boolean hasUnit(DigitRun run, int last) {
        DigitText text = run.text();
        int after = run.endOf(last);
        int decimals = 0;
        if (text.at(after) == '.') {
            while (decimals < 3 && text.digitAt(after + 1 + decimals)) {
                decimals++;
            }
        }
        int end = decimals > 0 ? after + 1 + decimals : after;
        boolean cents =
                decimals == 2 && !text.digitAt(end) && run.groups(0, last).equals("11");
        int unit = text.at(end) == ' ' ? end + 1 : end;
        return cents || UNITS.stream().anyMatch(word -> text.startsWith(word, unit));
    }

    /** Whether it is a piece of a longer row of digits that one separator parts, such as a card's number. */
    private static boolean isChained(DigitRun run, int last) {
        DigitText text = run.text();
        String separators = separators(run, last);
        boolean oneKind = !separators.isEmpty() && isAll(separators, separators.charAt(0));
        if (!oneKind) {
            return false;
        }
        char inner = separators.charAt(0);
        int start = run.start();
        int end = run.endOf(last);
        boolean before = text.at(start - 1) == inner && text.digitAt(start - 2);
        boolean after = text.at(end) == inner && text.digitAt(end + 1);
        return before || after;
    }

    /** A number of a file or a case: {@code 13-2026-00001}. */
    private static boolean holdsYear(DigitRun run) {
        for (int index = 1; index + 4 < DIGITS; index++) {
            boolean group = run.parted(index)
                    && !run.parted(index + 1)
                    && !run.parted(index + 2)
                    && !run.parted(index + 3)
                    && run.parted(index + 4);
            String year = run.digits().substring(index, index + 2);
            if (group && (year.equals("20") || year.equals("19"))) {
                return true;
            }
        }
        return false;
    }

    /** Pages of the web are numbered so: {@code art_1384_2345678.html}. */
    private static boolean inAddress(DigitRun run) {
        DigitText text = run.text();
        for (int place = run.start(); place > Math.max(2, run.start() - LOOK_BACK); place--) {
            char sign = text.at(place - 1);
            if (sign <= ' ' || sign >= 0x80) {
                return false;
            }
            if (text.startsWith("://", place - 3) || text.startsWith("www.", place - 4)) {
                return true;
            }
        }
        return false;
    }
}
