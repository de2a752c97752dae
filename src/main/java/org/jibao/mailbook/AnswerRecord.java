package org.jibao.mailbook;

import java.time.Instant;
import java.util.Locale;

/**
 * What was done about one answer; a later record of the same id goes before an earlier one.
 *
 * @param id that of the delivery, by which the same answer is made once
 * @param mail id of the mail that it answers; empty for a reminder
 * @param kind as {@code answers:} of the job calls it, such as {@code returned}
 * @param unit code of the unit that it goes to; empty where the sender is none
 * @param period its code; empty where none is known
 * @param file of the inbox that it speaks of; empty where it speaks of none
 * @param to the address
 * @param state where it stands
 * @param at since when
 * @param by who let it go or dropped it; empty where no person did
 */
public record AnswerRecord(
        String id,
        String mail,
        String kind,
        String unit,
        String period,
        String file,
        String to,
        State state,
        Instant at,
        String by) {

    /** Where an answer stands. */
    public enum State {
        /** An officer is to look at it first. */
        HELD,
        /** It is among the deliveries, which say whether it has gone. */
        QUEUED,
        /** An officer does not want it to go. */
        DROPPED,
        /** It is not made: the unit has had its number for the day. */
        LIMITED,
        /** It is not made: the roster has no address to which it may go. */
        NO_ADDRESS;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same in another state. */
    public AnswerRecord now(State other, Instant when, String who) {
        return new AnswerRecord(id, mail, kind, unit, period, file, to, other, when, who);
    }
}
