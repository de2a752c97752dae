package org.jibao.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The time in which the opinion of a third party or of another body is sought.
 *
 * @param from the day the opinion was asked for
 * @param to the day it was received; null while it is still awaited
 */
public record Consultation(LocalDate from, @Nullable LocalDate to) {

    /** The consultation as known on the day: an opinion that comes later is still awaited. */
    Consultation knownOn(LocalDate day) {
        return to != null && to.isAfter(day) ? new Consultation(from, null) : this;
    }

    /** An opinion that never came is not sought any longer once the request is answered. */
    Consultation endedBy(LocalDate answered) {
        return to == null ? new Consultation(from, answered.isBefore(from) ? from : answered) : this;
    }
}
