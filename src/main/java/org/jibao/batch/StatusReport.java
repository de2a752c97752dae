package org.jibao.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.finding.Text;
import org.jibao.summary.ChaseList;
import org.jspecify.annotations.Nullable;

/**
 * Who owes a return for a period, and what became of it.
 *
 * @param title of the job
 * @param zone in which its due dates and times are meant
 * @param units those that owe one, in the order of the roster
 * @param rejected files that were nobody's return, or came after their own period's closing, received since the period
 *     ended and before the next one did
 * @param chase the units of these that still owe a return, the most urgent first
 */
public record StatusReport(
        String job,
        Text title,
        ZoneId zone,
        Period period,
        Instant asOf,
        LocalDate due,
        List<UnitLine> units,
        List<RejectedFile> rejected,
        ChaseList chase) {

    public StatusReport {
        units = List.copyOf(units);
        rejected = List.copyOf(rejected);
    }

    public long expected() {
        return units.size();
    }

    /** Units with an accepted return. */
    public long received() {
        return received(units);
    }

    /** Those of the units that have an accepted return; the others are in the chase list. */
    static long received(List<UnitLine> units) {
        return units.stream().filter(UnitLine::received).count();
    }

    public long count(State state) {
        return units.stream().filter(unit -> unit.state() == state).count();
    }

    /** Where a unit stands. */
    public enum State {
        /** Its first acceptable revision came by the end of the due date. */
        ON_TIME,
        LATE,
        /** Nothing counts; the newest revision was returned to it, or withdrawn. */
        RETURNED,
        /** Nothing counts; the newest revision came after the period had closed, and is kept. */
        AFTER_CLOSE,
        MISSING
    }

    /**
     * One unit.
     *
     * @param file the accepted revision's, else the newest returned one's, or null
     * @param receivedAt of that file
     * @param revisions how many were received
     */
    public record UnitLine(
            String code,
            String name,
            String kind,
            State state,
            @Nullable String file,
            @Nullable Instant receivedAt,
            long revisions,
            long errors,
            long warnings) {

        boolean received() {
            return state == State.ON_TIME || state == State.LATE;
        }
    }

    /** One file that was nobody's return or came too late to count, with the code of the reason. */
    public record RejectedFile(String file, Instant receivedAt, String reason) {}
}
