package org.jibao.calendar;

import java.time.LocalDate;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/** Whether a correction was asked for within the limit of 2019 第三十条. */
public enum NoticeTiming {
    /** None was asked for, or the text in force sets no limit. */
    NONE("—", "—"),
    IN_TIME("按时", "in time"),
    LATE("逾期", "late");

    private final Text label;

    NoticeTiming(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }

    static NoticeTiming of(@Nullable LocalDate asked, @Nullable LocalDate due) {
        if (asked == null || due == null) {
            return NONE;
        }
        return asked.isAfter(due) ? LATE : IN_TIME;
    }
}
