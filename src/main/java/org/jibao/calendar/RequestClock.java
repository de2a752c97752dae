package org.jibao.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request judged on a day.
 *
 * @param regulation the text the request is under; null where it was received before the first
 * @param limit working days allowed, a lawful extension included; 0 where the request is {@link Standing#UNCLEAR}
 * @param due the last day for a reply without extension; null while the clock stands still, since a correction or an
 *     opinion is awaited
 * @param extendedDue the last day with the extension; null where there is none, it was told too late, or the clock
 *     stands still
 * @param daysUsed working days that count against the limit, to the answer or, without one, to the day judged; while a
 *     correction is awaited, to its notice
 * @param yearsWithoutCalendar years for which Monday to Friday were taken, a warning for each
 * @param contradictions why a request is {@link Standing#UNCLEAR}; else empty
 */
public record RequestClock(
        @Nullable Regulation regulation,
        Standing standing,
        int limit,
        @Nullable LocalDate due,
        @Nullable LocalDate extendedDue,
        int daysUsed,
        NoticeTiming notice,
        List<Integer> yearsWithoutCalendar,
        List<Contradiction> contradictions) {

    public RequestClock {
        yearsWithoutCalendar = List.copyOf(yearsWithoutCalendar);
        contradictions = List.copyOf(contradictions);
    }

    static RequestClock unclear(@Nullable Regulation regulation, List<Contradiction> contradictions) {
        return new RequestClock(
                regulation, Standing.UNCLEAR, 0, null, null, 0, NoticeTiming.NONE, List.of(), contradictions);
    }

    /** Whether the limit is one that was lawfully extended. */
    public boolean extended() {
        return regulation != null && limit > regulation.replyDays();
    }

    /** The day by which the answer is in time; null while the clock stands still. */
    public @Nullable LocalDate lastDay() {
        return extended() ? extendedDue : due;
    }
}
