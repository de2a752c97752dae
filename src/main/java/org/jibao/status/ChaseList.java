package org.jibao.status;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Deadline;
import org.jibao.definition.Unit;
import org.jibao.definition.Unit.Contact;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.status.OpenWork.Effect;
import org.jspecify.annotations.Nullable;

/**
 * Which units still owe a return for a period, the most urgent first.
 *
 * @param expected units that owe a return
 * @param accepted of those, units with an accepted return
 * @param late of those accepted, the ones that came after the due date
 * @param withoutPackage offices below that owe a package and have sent none, in the order of the roster
 */
public record ChaseList(
        Deadline deadline, long expected, long accepted, long late, List<Line> lines, List<Unit> withoutPackage) {

    public ChaseList {
        lines = List.copyOf(lines);
        withoutPackage = List.copyOf(withoutPackage);
    }

    /** Of a job to which no office hands on what it has. */
    public ChaseList(Deadline deadline, long expected, long accepted, long late, List<Line> lines) {
        this(deadline, expected, accepted, late, lines, List.of());
    }

    public long count(State state) {
        return lines.stream().filter(line -> line.state() == state).count();
    }

    /** The same with the effects of what is open, by state and then the largest effect first. */
    public ChaseList with(OpenWork open) {
        Map<String, Effect> effects = open.effects();
        if (effects.isEmpty()) {
            return this;
        }
        List<Line> known = lines.stream()
                .map(line -> line.withEffect(effects.get(line.code())))
                .sorted(Comparator.comparing(Line::state)
                        .thenComparingDouble(line ->
                                line.effect() == null ? 0 : -line.effect().part()))
                .toList();
        return new ChaseList(deadline, expected, accepted, late, known, withoutPackage);
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
     * @param effect by how much its return would move a figure, or null where nothing is known of it
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
            @Nullable String slip,
            @Nullable Effect effect) {

        /** One of whose effect nothing is known. */
        public Line(
                String code,
                String name,
                Contact contact,
                State state,
                @Nullable String file,
                @Nullable Instant receivedAt,
                long errors,
                @Nullable FirstError first,
                History history,
                @Nullable String slip) {
            this(code, name, contact, state, file, receivedAt, errors, first, history, slip, null);
        }

        Line withSlip(@Nullable String name) {
            return new Line(code, this.name, contact, state, file, receivedAt, errors, first, history, name, effect);
        }

        private Line withEffect(@Nullable Effect known) {
            return new Line(code, name, contact, state, file, receivedAt, errors, first, history, slip, known);
        }
    }

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
