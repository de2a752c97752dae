package org.jibao.status;

import java.time.Instant;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * A return that counts nowhere because of who seems to have sent it, until somebody decides.
 *
 * @param number by which officers name it
 * @param unit the code of the unit that it states
 * @param name of that unit
 * @param proved the name of the unit from which it came by the evidence, or null where that names none
 * @param sender by the register of receipt, or null
 * @param why in words, with both units
 * @param cure what to do
 */
public record HeldFile(
        long number,
        String period,
        String unit,
        String name,
        @Nullable String proved,
        String file,
        Instant receivedAt,
        @Nullable String sender,
        Text why,
        Text cure) {}
