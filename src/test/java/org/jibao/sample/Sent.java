package org.jibao.sample;

import java.time.OffsetDateTime;
import org.jibao.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * One file in the inbox.
 *
 * @param unit code of the unit that the file can be credited to, or null where it cannot
 * @param path inside the inbox
 * @param receivedAt or null for what nobody sent, such as a lock file
 */
record Sent(
        @Nullable String unit,
        Period period,
        String path,
        byte[] bytes,
        @Nullable OffsetDateTime receivedAt,
        Expectation expectation) {}
