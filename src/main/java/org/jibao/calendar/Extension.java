package org.jibao.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The one extension of the limit, approved and notified (2007 第二十四条, 2019 第三十三条).
 *
 * @param notified the day the applicant was told; null where a register says only that there was an extension, which is
 *     then taken to have been told in time
 */
public record Extension(@Nullable LocalDate notified) {

    /** The extension as known on the day; null if it was told later. */
    @Nullable
    Extension knownOn(LocalDate day) {
        return notified != null && notified.isAfter(day) ? null : this;
    }

    /** What has run out cannot be extended: the applicant is told by the due date at the latest. */
    boolean toldBy(@Nullable LocalDate due) {
        return notified == null || due == null || !notified.isAfter(due);
    }
}
