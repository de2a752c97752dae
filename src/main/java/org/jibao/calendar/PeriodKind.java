package org.jibao.calendar;

import java.util.Arrays;
import java.util.Optional;

/** The length of a reporting period, the shortest first; {@code months} divides a year evenly and is 0 for a day and a week. */
public enum PeriodKind {
    DAY("day", 0),
    WEEK("week", 0),
    MONTH("month", 1),
    QUARTER("quarter", 3),
    HALF_YEAR("half-year", 6),
    YEAR("year", 12);

    private final String word;
    private final int months;

    PeriodKind(String word, int months) {
        this.word = word;
        this.months = months;
    }

    /** The word in {@code job.yaml}. */
    public String word() {
        return word;
    }

    /** Whole months in the period; 0 for a day and a week. */
    public int months() {
        return months;
    }

    /** Periods in a year: 366 days and 53 weeks at most. */
    public int perYear() {
        return switch (this) {
            case DAY -> 366;
            case WEEK -> 53;
            default -> 12 / months;
        };
    }

    /** Whether periods of this kind fill one of the other kind without a rest. A week runs on over the ends of all longer kinds. */
    public boolean fills(PeriodKind longer) {
        return this == longer || compareTo(longer) < 0 && this != WEEK;
    }

    /** Whether the kind's periods count from the first month of a reporting year, so that their codes name that year. */
    public boolean dividesYear() {
        return compareTo(QUARTER) >= 0;
    }

    public static Optional<PeriodKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
