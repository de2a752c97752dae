package org.jibao.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item to be disclosed on the body's own initiative, judged on a day.
 *
 * @param regulation the text in force when it was formed or changed; null before the first
 * @param due the last day for disclosure; null where the item is {@link Standing#UNCLEAR}
 * @param daysUsed working days to the disclosure or, without one, to the day judged
 * @param yearsWithoutCalendar years for which Monday to Friday were taken, a warning for each
 * @param contradictions why an item is {@link Standing#UNCLEAR}; else empty
 */
public record DisclosureClock(
        @Nullable Regulation regulation,
        Standing standing,
        @Nullable LocalDate due,
        int daysUsed,
        List<Integer> yearsWithoutCalendar,
        List<Contradiction> contradictions) {

    public DisclosureClock {
        yearsWithoutCalendar = List.copyOf(yearsWithoutCalendar);
        contradictions = List.copyOf(contradictions);
    }
}
