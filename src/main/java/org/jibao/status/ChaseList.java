package org.jibao.status;

import java.time.Instant;
import java.util.List;
import org.jibao.calendar.Deadline;
import org.jibao.definition.Unit.Contact;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * Which units still owe a return for a period, the most urgent first.
 *
 * @param expected units that owe a return
 * @param accepted of those, units with an accepted return
 * @param late of those accepted, the ones that came after the due date
 */
public record ChaseList(Deadline deadline, long expected, long accepted, long late, List<Line> lines) {

    public ChaseList {
        lines = List.copyOf(lines);
    }

    public long count(State state) {
        return lines.stream().filter(line -> line.state() == state).count();
    }

    /** Why a unit is chased, the most urgent first. */
    public enum State {
        /** Nothing has come. */
        MISSING,
        /** What came could not be read. */
        REJECTED,
        /** What came had errors, or was withdrawn, and went back to the unit. */
        RETURNED,
        /** What came is kept, but came after the period had closed: an officer decides. */
        AFTER_CLOSE,
        /** All that came is held, since it seems to come from somebody else: an officer decides. */
        HELD
    }

    /**
     * One unit.
     *
     * @param file its newest attempt, or null where nothing came
     * @param errors found in that file
     * @param first of those errors, or null where there is none
     * @param slip the file of its return slip, relative to the list, with forward slashes; or null
     */
    public record Line(
            String code,
            String name,
            Contact contact,
            State state,
            @Nullable String file,
            @Nullable Instant receivedAt,
            long errors,
            @Nullable FirstError first,
            History history,
            @Nullable String slip) {}

    /** What is to be mended first, and where. */
    public record FirstError(Place place, Text message, Text cure) {}

    /**
     * How reliable a unit was in the last eight periods that were due before this one.
     *
     * @param periods of those, the ones for which it owed a return
     * @param late for which its return came late
     * @param missing for which none was accepted
     */
    public record History(long periods, long late, long missing) {

        public static final History NONE = new History(0, 0, 0);

        public long failures() {
            return late + missing;
        }
    }
}
