package org.jibao.calendar;

import java.time.LocalDate;

/**
 * When a return is due: a day of the month after the period's end, or of a day or week so many days after it, moved off
 * holidays.
 *
 * @param day 1 to 31; a day past the month's end is its last. With {@link Shift#NTH_WORKING_DAY} the n-th working day.
 */
public record DueRule(int day, Shift shift) {

    public DueRule {
        if (day < 1 || day > 31) {
            throw new IllegalArgumentException("day " + day + " is not between 1 and 31");
        }
    }

    /** What is done with a day on which nobody works. */
    public enum Shift {
        NONE,
        NEXT_WORKING_DAY,
        NTH_WORKING_DAY
    }

    public LocalDate dueDate(Period period, WorkingDays workingDays) {
        LocalDate month = period.end().plusDays(1);
        LocalDate date = period.kind().months() == 0
                ? period.end().plusDays(day)
                : month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
        return switch (shift) {
            case NONE -> date;
            case NEXT_WORKING_DAY -> workingDays.onOrAfter(date);
            case NTH_WORKING_DAY -> workingDays.plus(month.minusDays(1), day);
        };
    }
}
