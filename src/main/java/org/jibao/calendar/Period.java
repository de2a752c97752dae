package org.jibao.calendar;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/**
 * A reporting period.
 *
 * @param year 1949 to 2999
 * @param index 1 to {@link PeriodKind#perYear()}
 */
public record Period(PeriodKind kind, int year, int index) implements Comparable<Period> {

    private static final Wording WORDS = Wording.of(Period.class);
    private static final Pattern CODE = Pattern.compile("(\\d{4})(?:Q([1-4])|H([12])|-(\\d{2}))?");
    private static final String NUMERALS = "一二三四";

    public Period {
        if (year < 1949 || year > 2999) {
            throw new IllegalArgumentException("year " + year + " is not between 1949 and 2999");
        }
        if (index < 1 || index > kind.perYear()) {
            throw new IllegalArgumentException(kind + " " + index + " is not between 1 and " + kind.perYear());
        }
    }

    /** {@code 2026Q3}, {@code 2026-09}, {@code 2026H1} or {@code 2026}; empty for anything else. */
    public static Optional<Period> parse(String code) {
        Matcher matcher = CODE.matcher(code.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) != null) {
            return valid(PeriodKind.QUARTER, year, Integer.parseInt(matcher.group(2)));
        }
        if (matcher.group(3) != null) {
            return valid(PeriodKind.HALF_YEAR, year, Integer.parseInt(matcher.group(3)));
        }
        if (matcher.group(4) != null) {
            return valid(PeriodKind.MONTH, year, Integer.parseInt(matcher.group(4)));
        }
        return valid(PeriodKind.YEAR, year, 1);
    }

    private static Optional<Period> valid(PeriodKind kind, int year, int index) {
        boolean inRange = year >= 1949 && year <= 2999 && index >= 1 && index <= kind.perYear();
        return inRange ? Optional.of(new Period(kind, year, index)) : Optional.empty();
    }

    public static Period containing(PeriodKind kind, LocalDate date) {
        return new Period(kind, date.getYear(), (date.getMonthValue() - 1) / kind.months() + 1);
    }

    public LocalDate start() {
        return LocalDate.of(year, (index - 1) * kind.months() + 1, 1);
    }

    /** The last day of the period. */
    public LocalDate end() {
        return start().plusMonths(kind.months()).minusDays(1);
    }

    public Period previous() {
        return containing(kind, start().minusDays(1));
    }

    public Period next() {
        return containing(kind, end().plusDays(1));
    }

    public Period sameLastYear() {
        return new Period(kind, year - 1, index);
    }

    /** The code that {@link #parse} reads; codes of one kind sort in time. */
    public String code() {
        return switch (kind) {
            case MONTH -> year + (index < 10 ? "-0" : "-") + index;
            case QUARTER -> year + "Q" + index;
            case HALF_YEAR -> year + "H" + index;
            case YEAR -> String.valueOf(year);
        };
    }

    /** {@code 2026年第三季度}; {@code Q3 2026}. */
    public Text label() {
        return switch (kind) {
            case MONTH -> WORDS.text("period.month", year, new Text(String.valueOf(index), "%02d".formatted(index)));
            case QUARTER ->
                WORDS.text(
                        "period.quarter",
                        year,
                        new Text(String.valueOf(NUMERALS.charAt(index - 1)), String.valueOf(index)));
            case HALF_YEAR -> WORDS.text(index == 1 ? "period.first-half" : "period.second-half", year);
            case YEAR -> WORDS.text("period.year", year);
        };
    }

    @Override
    public int compareTo(Period other) {
        int byStart = start().compareTo(other.start());
        return byStart != 0 ? byStart : kind.compareTo(other.kind);
    }

    @Override
    public String toString() {
        return code();
    }
}
