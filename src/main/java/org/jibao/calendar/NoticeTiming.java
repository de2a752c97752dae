package org.jibao.calendar;

import java.time.LocalDate;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** Whether a correction was asked for within the limit of 2019 第三十条. */
public enum NoticeTiming {
    /** None was asked for, or the text in force sets no limit. */
    NONE("notice.none"),
    IN_TIME("notice.in-time"),
    LATE("notice.late");

    private final Text label;

    NoticeTiming(String key) {
        this.label = Wording.of(NoticeTiming.class).text(key);
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
