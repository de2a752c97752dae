package org.jibao.calendar;

import java.util.Arrays;
import java.util.Optional;

/** The length of a reporting period; {@code months} divides a year evenly. */
public enum PeriodKind {
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

    public int months() {
        return months;
    }

    public int perYear() {
        return 12 / months;
    }

    public static Optional<PeriodKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
