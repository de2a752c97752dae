package org.jibao.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jibao.calendar.RequestDates.Consultation;
import org.jspecify.annotations.Nullable;

/**
 * The working days on which a limit runs: those after its start, less those of the consultations. A consultation is
 * itself a span of time and counted like one, from the day after it was begun to the day it ended: on its first day
 * the limit still runs, on its last day it does not yet. Days that lie in two consultations are left out once.
 *
 * @param consultations in the order of their beginning
 */
record RunningDays(WorkingDays workingDays, LocalDate start, List<Consultation> consultations) {

    /** The day on which the limit is used up; null if a consultation that has not ended comes first. */
    @Nullable
    LocalDate day(int limit) {
        LocalDate cursor = start;
        int left = limit;
        for (Consultation stop : consultations) {
            LocalDate to = stop.to();
            if (to != null && !to.isAfter(cursor)) {
                continue;
            }
            int run = workingDays.between(cursor, later(cursor, stop.from()));
            if (run >= left) {
                break;
            }
            if (to == null) {
                return null;
            }
            left -= run;
            cursor = to;
        }
        return workingDays.plus(cursor, left);
    }

    /** The days used up at the end of the day, which is not before the start. */
    int until(LocalDate day) {
        LocalDate cursor = start;
        int used = 0;
        for (Consultation stop : consultations) {
            LocalDate to = stop.to();
            if (to != null && !to.isAfter(cursor)) {
                continue;
            }
            LocalDate from = later(cursor, stop.from());
            if (!from.isBefore(day)) {
                break;
            }
            used += workingDays.between(cursor, from);
            if (to == null || !to.isBefore(day)) {
                return used;
            }
            cursor = to;
        }
        return used + workingDays.between(cursor, day);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
