package org.jibao.calendar;

import java.time.LocalDate;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/** Where a request, or an item to be disclosed, stands against its limit on a day. */
public enum Standing {
    /** Done by the last day of the limit, lawful extension included. */
    IN_TIME("按时", "in time"),
    /** Done after it. */
    LATE("逾期办结", "late"),
    /** Not done, not yet due. */
    OPEN("在办未到期", "open"),
    /** Not done, and the last day is over. */
    OVERDUE("逾期未办", "overdue"),
    /** The applicant has been asked for a correction: no limit runs (2019 第三十条). */
    AWAITING_CORRECTION("等待补正", "awaiting correction"),
    /** The dates contradict each other, and nothing is guessed. */
    UNCLEAR("日期矛盾", "contradictory dates");

    private final Text label;

    Standing(String zh, String en) {
        this.label = new Text(zh, en);
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
