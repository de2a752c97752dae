package org.jibao.schedule;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A run that is to be done now.
 *
 * @param time for which it was scheduled; of files that arrived, the moment when all was quiet
 * @param zone of the job
 */
public record Due(String job, Instant time, ZoneId zone, Cause cause) {

    /** Why it is due. */
    public enum Cause {
        ON_TIME,
        /** Its time passed while nobody was there to run it, the clock was set forward, or the run did not come to its end. */
        CAUGHT_UP,
        /** Files have arrived in the inbox. */
        ARRIVED
    }
}
