package org.jibao.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jibao.calendar.PeriodMeaning.DateOrder;
import org.jibao.calendar.PeriodMeaning.Day;
import org.jibao.calendar.PeriodMeaning.Days;
import org.jibao.calendar.PeriodMeaning.YearPart;
import org.jibao.calendar.PeriodText.Found;

/** The forms in which one period or date is written, over the text of {@link PlainPeriod}. */
final class PeriodForms {

    private static final String Y = "(?<y>\\d{4})";

    /** Of a date without anything between its numbers. */
    private static final String CLOSE = "(?<y>(?:19|20)\\d{2})";

    private static final String YEAR =
            "(?:(?<fy>FY|F\\.Y\\.|FINANCIAL YEAR|FISCAL YEAR) ?)?(?<y>\\d{4}|(?<=FY ?)\\d{2})(?:[-/](?<z>\\d{4}|\\d{2})(?!\\d))?"
                    + "(?<cn>财政年度|财年|年度|年)?";
    private static final String LATER_YEAR = YEAR + "(?!\\d|[-/]\\d)";
    private static final String ORDINAL = "(?<o>1ST|2ND|3RD|4TH|FIRST|SECOND|THIRD|FOURTH)";
    private static final String NAME = "(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?"
            + "|SEP(?:T(?:EMBER)?)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)(?![A-Z])\\.?";
    private static final String MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
    private static final String DAY = "(?<d>\\d{1,2})(?:ST|ND|RD|TH)?";
    private static final String OTHER_DAY = "(?<e>\\d{1,2})(?:ST|ND|RD|TH)?";
    private static final String NO_MORE = "(?!\\d|[./]\\d|-\\d{1,2}(?![\\d./]))";

    private static final List<Form> FORMS = Stream.of(
                    parts(PeriodKind.QUARTER, "第?(?<n>[1-4一二三四])季度?", "Q|QTR ?|QUARTER ?", "[1-4]", "Q", "QUARTER"),
                    parts(
                            PeriodKind.HALF_YEAR,
                            "(?<n>[上下前后])半年",
                            "H|HALF(?:[- ]?YEAR)? ?",
                            "[12]",
                            "H",
                            "HALF(?:[- ]?YEAR)?"),
                    weeks(),
                    months(),
                    days(),
                    stretches(),
                    List.of(new Form(
                            YEAR + "(?:全年)?(?!\\d|[-_./~]\\d|.*(?:[季月半周]|[QHW]\\d|\\dQ|\\dH|QUARTER|HALF|WEEK|MONTH|"
                                    + "(?<![A-Z])" + NAME + "))",
                            found -> part(PeriodKind.YEAR, 1, found))))
            .flatMap(List::stream)
            .toList();

    /** One form, and what it means. */
    private record Form(Pattern pattern, Function<Matcher, List<? extends PeriodMeaning>> meaning) {

        Form(String pattern, Function<Matcher, List<? extends PeriodMeaning>> meaning) {
            this(Pattern.compile(pattern), meaning);
        }
    }

    private PeriodForms() {}

    /** What stands at the beginning of a text; forms that name a period or day that does not exist are left out. */
    static List<Found> at(String plain) {
        List<Found> all = new ArrayList<>();
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(plain);
            if (matcher.lookingAt()) {
                List<? extends PeriodMeaning> meanings = form.meaning().apply(matcher);
                if (!meanings.isEmpty()) {
                    all.add(new Found(meanings, matcher.end()));
                }
            }
        }
        return all;
    }

    /** Quarters and half-years: in Chinese, and in English with the number behind or before the letter, or in words. */
    private static List<Form> parts(
            PeriodKind kind, String chinese, String word, String numbers, String letter, String noun) {
        Function<Matcher, List<? extends PeriodMeaning>> byNumber = found -> part(kind, index(found.group("n")), found);
        Function<Matcher, List<? extends PeriodMeaning>> byWord = found -> part(kind, ordinal(found.group("o")), found);
        String number = "(?<n>" + numbers + ")";
        return List.of(
                new Form(YEAR + "[-_./ ]?" + chinese, byNumber),
                new Form(YEAR + "[-_./ ]?(?:" + word + ")" + number + "(?!\\d)", byNumber),
                new Form(YEAR + "[-_./ ]?" + number + letter + "(?![A-Z0-9])", byNumber),
                new Form("(?:" + word + ")" + number + "[-_/ ]?(?:OF )?" + LATER_YEAR, byNumber),
                new Form(number + letter + "[-_/ ]?" + LATER_YEAR, byNumber),
                new Form(ORDINAL + " " + noun + "[- ](?:OF )?" + LATER_YEAR, byWord),
                new Form(YEAR + " " + ORDINAL + " " + noun, byWord));
    }

    private static List<Form> weeks() {
        Function<Matcher, List<? extends PeriodMeaning>> meaning =
                found -> List.of(new YearPart(PeriodKind.WEEK, number(found, "n"), number(found, "y"), -1, false));
        String number = "(?<n>\\d{1,2})(?!\\d)";
        String word = "(?:W|WK ?|WEEK ?)(?:NO\\.? ?)?";
        return List.of(
                new Form(Y + "[-_./ ]?" + word + number, meaning),
                new Form(Y + "年?度?第?(?<n>\\d{1,2})(?:周|星期)", meaning),
                new Form(word + number + "[-_/ ](?:OF )?" + Y + "(?!\\d|[-/]\\d)", meaning));
    }

    private static List<Form> months() {
        Function<Matcher, List<? extends PeriodMeaning>> byNumber =
                found -> months(found, number(found, "m"), number(found, "m"));
        Function<Matcher, List<? extends PeriodMeaning>> byName =
                found -> months(found, month(found.group("m")), month(found.group("m")));
        return List.of(
                new Form(Y + "年(?<m>\\d{1,2})(?:月份?(?!\\d|[-~]\\d{1,2}[月日号])|(?![\\d./月季周~-]))", byNumber),
                new Form(Y + "[-./](?<m>\\d{1,2})(?:月份?|(?!\\d|[./-]\\d|[月季周~-]))", byNumber),
                new Form(CLOSE + "(?<m>\\d{2})(?!\\d)", byNumber),
                new Form(Y + "M(?<m>\\d{1,2})(?!\\d)", byNumber),
                new Form("(?<m>\\d{1,2})[-./]" + Y + NO_MORE, byNumber),
                new Form("(?<m>" + NAME + ")[-./ ]?" + Y + NO_MORE, byName),
                new Form(Y + "[-./ ]?(?<m>" + NAME + ")(?![- ~]?\\d|[-~]" + NAME + ")", byName));
    }

    private static List<Form> days() {
        return List.of(
                new Form(
                        Y + "[-./](?<m>\\d{1,2})[-./](?<d>\\d{1,2})" + NO_MORE,
                        found -> day(found, number(found, "m"), number(found, "d"), DateOrder.CERTAIN)),
                new Form(
                        Y + "年(?<m>\\d{1,2})月(?<d>\\d{1,2})[日号](?![-~]\\d{1,2}[月日号])",
                        found -> day(found, number(found, "m"), number(found, "d"), DateOrder.CERTAIN)),
                new Form(
                        CLOSE + "(?<m>\\d{2})(?<d>\\d{2})(?!\\d)",
                        found -> day(found, number(found, "m"), number(found, "d"), DateOrder.CERTAIN)),
                new Form("(?<d>\\d{1,2})[-./](?<m>\\d{1,2})[-./]" + Y + NO_MORE, PeriodForms::eitherOrder),
                new Form(
                        DAY + "[- ]?(?:OF )?(?<m>" + NAME + ")[-./ ]?" + Y + NO_MORE,
                        found -> day(found, month(found.group("m")), number(found, "d"), DateOrder.CERTAIN)),
                new Form(
                        "(?<m>" + NAME + ")[- ]?" + DAY + "[-/ ]" + Y + NO_MORE,
                        found -> day(found, month(found.group("m")), number(found, "d"), DateOrder.CERTAIN)),
                new Form(
                        Y + "[- ](?<m>" + NAME + ")[- ]?" + DAY + "(?!\\d)",
                        found -> day(found, month(found.group("m")), number(found, "d"), DateOrder.CERTAIN)));
    }

    /** A first and a last whose year stands once. */
    private static List<Form> stretches() {
        String lastDay = "[-~](?:(?<n>\\d{1,2})[-./月])?(?<e>\\d{1,2})";
        return List.of(
                new Form(
                        Y + "[年.]?(?<m>\\d{1,2})(?:月份?)?[-~](?<n>\\d{1,2})月份?(?!\\d)",
                        found -> months(found, number(found, "m"), number(found, "n"))),
                new Form(
                        "(?<m>" + NAME + ")(?:[-~/]| AND )(?<n>" + NAME + ")[-./ ]?" + Y + NO_MORE,
                        found -> months(found, month(found.group("m")), month(found.group("n")))),
                new Form(
                        Y + "[- ]?(?<m>" + NAME + ")[-~](?<n>" + NAME + ")(?![- ]?\\d)",
                        found -> months(found, month(found.group("m")), month(found.group("n")))),
                new Form(
                        DAY + "[-~]" + OTHER_DAY + " ?(?<m>" + NAME + ")[- ]?" + Y + NO_MORE,
                        found -> days(found, month(found.group("m")), month(found.group("m")))),
                new Form(
                        DAY + " ?(?<m>" + NAME + ")[-~]" + OTHER_DAY + " ?(?<n>" + NAME + ")[- ]?" + Y + NO_MORE,
                        found -> days(found, month(found.group("m")), month(found.group("n")))),
                new Form(Y + "年(?<m>\\d{1,2})月(?<d>\\d{1,2})[日号]?" + lastDay + "[日号]", PeriodForms::daysByNumber),
                new Form(
                        Y + "(?<s>[-./])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})~(?<n>\\d{1,2})\\k<s>(?<e>\\d{1,2})"
                                + NO_MORE,
                        PeriodForms::daysByNumber));
    }

    private static List<YearPart> part(PeriodKind kind, int index, Matcher found) {
        String second = found.group("z");
        String chinese = found.group("cn");
        boolean fiscal = found.group("fy") != null || chinese != null && chinese.startsWith("财");
        int year = number(found, "y");
        int whole = year < 100 ? 2000 + year : year;
        return index < 1
                ? List.of()
                : List.of(new YearPart(kind, index, whole, second == null ? -1 : Integer.parseInt(second), fiscal));
    }

    private static List<Days> months(Matcher found, int from, int to) {
        boolean exist = from >= 1 && from <= to && to <= 12;
        return exist
                ? List.of(Days.of(
                        LocalDate.of(number(found, "y"), from, 1),
                        LocalDate.of(number(found, "y"), to, 1).plusMonths(1).minusDays(1)))
                : List.of();
    }

    private static List<Day> day(Matcher found, int month, int day, DateOrder order) {
        return date(found, month, day)
                .map(date -> List.of(new Day(new Days(date, date, order))))
                .orElse(List.of());
    }

    /** {@code 03/04/2026} may be either. */
    private static List<Day> eitherOrder(Matcher found) {
        int first = number(found, "d");
        int second = number(found, "m");
        if (first == second) {
            return day(found, first, second, DateOrder.CERTAIN);
        }
        List<Day> both = new ArrayList<>(day(found, second, first, DateOrder.DAY_FIRST));
        both.addAll(day(found, first, second, DateOrder.MONTH_FIRST));
        return both;
    }

    private static List<Days> days(Matcher found, int firstMonth, int lastMonth) {
        Optional<LocalDate> from = date(found, firstMonth, number(found, "d"));
        Optional<LocalDate> to = date(found, lastMonth, number(found, "e"));
        return from.isPresent() && to.isPresent() && from.get().isBefore(to.get())
                ? List.of(Days.of(from.get(), to.get()))
                : List.of();
    }

    private static List<Days> daysByNumber(Matcher found) {
        int month = number(found, "m");
        return days(found, month, found.group("n") == null ? month : number(found, "n"));
    }

    private static Optional<LocalDate> date(Matcher found, int month, int day) {
        try {
            return Optional.of(LocalDate.of(number(found, "y"), month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher found, String group) {
        return Integer.parseInt(found.group(group));
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.substring(0, 3)) / 3 + 1;
    }

    private static int index(String text) {
        return switch (text) {
            case "上", "前" -> 1;
            case "下", "后" -> 2;
            default -> PlainPeriod.number(text);
        };
    }

    private static int ordinal(String text) {
        return switch (text.charAt(0)) {
            case '1' -> 1;
            case '2', 'S' -> 2;
            case '3', 'T' -> 3;
            case '4' -> 4;
            default -> text.startsWith("FI") ? 1 : 4;
        };
    }
}
