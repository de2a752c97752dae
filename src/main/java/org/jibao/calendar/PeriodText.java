package org.jibao.calendar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.calendar.PeriodMeaning.Day;
import org.jibao.calendar.PeriodMeaning.Days;
import org.jibao.calendar.PeriodMeaning.Edge;
import org.jspecify.annotations.Nullable;

/**
 * Reads a period as people write it: {@code 2026年第三季度}, {@code 2026年7-9月}, {@code 2026年上半年}, {@code 二〇二六年第三季度},
 * {@code Q3 2026}, {@code July to September 2026}, {@code 2025/26}, {@code quarter ended 30/09/2026}; words after it do not matter.
 */
public final class PeriodText {

    private static final String NOUN =
            "(?<kind>REPORTING PERIOD|PERIOD|(?:3|THREE) MONTHS|(?:6|SIX) MONTHS|(?:12|TWELVE) MONTHS"
                    + "|QUARTER|QTR|MONTH|WEEK|HALF[- ]?YEAR|FINANCIAL YEAR|FISCAL YEAR|YEAR|DAY)?";
    private static final String LEAD = "(?:RETURN )?(?:FOR )?(?:THE )?" + NOUN;
    private static final Pattern EDGE =
            Pattern.compile(LEAD + "[: ]?(?:(?<last>ENDED|ENDING|END)|COMMENCING|BEGINNING|STARTING)(?: ON)?[: ]");
    private static final Pattern LEADING = Pattern.compile("(?=[A-Z])" + LEAD + " ?(?:OF\\b|:)? ?");

    /** A second period without a year, or the end of a stretch that cannot be read: the first alone is not what is meant. */
    private static final Pattern MORE =
            Pattern.compile("~|(?:[-/+、,，和及与& ]| AND )第?(?:[QHW]\\d|[一二三四1-4]季|[上下]半年|\\d{1,2}(?:月(?!\\d)|周|季))");

    /** The same few texts come with every return, in its name, on its cover and in its titles. */
    private static final Remembered<List<PeriodMeaning>> KNOWN =
            new Remembered<>(text -> List.copyOf(meaningsOf(text)));

    /** What stands at the beginning of a text, and where it ends. */
    record Found(List<? extends PeriodMeaning> meanings, int end) {}

    private PeriodText() {}

    /**
     * The period at the beginning of the text, of whatever length, of a year that begins in January; empty where there is none, one that
     * does not exist such as 第五季度, or a date, with which several may end.
     */
    public static Optional<Period> read(String text) {
        List<Period> found = Arrays.stream(PeriodKind.values())
                .flatMap(kind -> new PeriodCalendar(kind).read(text).stream())
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** All that the beginning of a text may mean. */
    static List<PeriodMeaning> meanings(String text) {
        return KNOWN.of(text);
    }

    private static List<PeriodMeaning> meaningsOf(String text) {
        String plain = PlainPeriod.of(text);
        List<PeriodMeaning> found = plainMeanings(plain);
        if (!found.isEmpty()) {
            return found;
        }
        Matcher edge = EDGE.matcher(plain);
        if (edge.lookingAt()) {
            PeriodKind kind = kind(edge.group("kind"));
            return edges(plain.substring(edge.end()), edge.group("last") != null, kind);
        }
        Matcher leading = LEADING.matcher(plain);
        return leading.lookingAt() ? plainMeanings(plain.substring(leading.end())) : found;
    }

    private static List<PeriodMeaning> plainMeanings(String plain) {
        List<PeriodMeaning> meanings = new ArrayList<>();
        for (Found found : PeriodForms.at(plain)) {
            meanings.addAll(withRest(found, plain.substring(found.end())));
        }
        return meanings;
    }

    /** With a second period behind it the two are a stretch of time, and not the first of them. */
    private static List<? extends PeriodMeaning> withRest(Found first, String rest) {
        boolean further = rest.startsWith("~") || rest.startsWith("-");
        List<Found> seconds = further ? PeriodForms.at(rest.substring(1)) : List.of();
        if (seconds.isEmpty()) {
            return MORE.matcher(rest).lookingAt() ? List.of() : first.meanings();
        }
        List<PeriodMeaning> stretches = new ArrayList<>();
        for (Found second : seconds) {
            for (PeriodMeaning from : first.meanings()) {
                second.meanings().forEach(to -> days(from)
                        .flatMap(begin -> days(to).flatMap(begin::until))
                        .ifPresent(stretches::add));
            }
        }
        return stretches;
    }

    private static Optional<Days> days(PeriodMeaning meaning) {
        if (meaning instanceof Day one) {
            return Optional.of(one.day());
        }
        return meaning instanceof Days days ? Optional.of(days) : Optional.empty();
    }

    private static List<PeriodMeaning> edges(String plain, boolean last, @Nullable PeriodKind kind) {
        List<PeriodMeaning> edges = new ArrayList<>();
        for (Found found : PeriodForms.at(plain)) {
            for (PeriodMeaning meaning : found.meanings()) {
                if (meaning instanceof Day day) {
                    edges.add(new Edge(day.day().to(), last, kind));
                }
            }
        }
        return edges;
    }

    private static @Nullable PeriodKind kind(@Nullable String noun) {
        if (noun == null || noun.endsWith("PERIOD")) {
            return null;
        }
        return switch (noun.charAt(0)) {
            case 'Q', '3' -> PeriodKind.QUARTER;
            case 'W' -> PeriodKind.WEEK;
            case 'D' -> PeriodKind.DAY;
            case 'M' -> PeriodKind.MONTH;
            case 'H', '6', 'S' -> PeriodKind.HALF_YEAR;
            case 'T' -> noun.startsWith("TW") ? PeriodKind.YEAR : PeriodKind.QUARTER;
            default -> PeriodKind.YEAR;
        };
    }
}
