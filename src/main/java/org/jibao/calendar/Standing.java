package org.jibao.calendar;

import java.time.LocalDate;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** Where a request, or an item to be disclosed, stands against its limit on a day. */
public enum Standing {
    /** Done by the last day of the limit, lawful extension included. */
    IN_TIME("standing.in-time"),
    /** Done after it. */
    LATE("standing.late"),
    /** Not done, not yet due. */
    OPEN("standing.open"),
    /** Not done, and the last day is over. */
    OVERDUE("standing.overdue"),
    /** The applicant has been asked for a correction: no limit runs (2019 第三十条). */
    AWAITING_CORRECTION("standing.awaiting-correction"),
    /** The dates contradict each other, and nothing is guessed. */
    UNCLEAR("standing.unclear");

    private final Text label;

    Standing(String key) {
        this.label = Wording.of(Standing.class).text(key);
    }

    public Text label() {
        return label;
    }

    /** @param lastDay the last day of the limit; null while none can be given */
    static Standing of(@Nullable LocalDate lastDay, @Nullable LocalDate done, LocalDate asOf) {
        LocalDate day = done == null ? asOf : done;
        boolean past = lastDay != null && day.isAfter(lastDay);
        if (done == null) {
            return past ? OVERDUE : OPEN;
        }
        return past ? LATE : IN_TIME;
    }
}
