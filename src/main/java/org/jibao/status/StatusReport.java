package org.jibao.status;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jibao.calendar.Period;
import org.jibao.finding.Text;
import org.jibao.run.Approvals.Approval;
import org.jibao.status.HeldQuery.HeldFile;
import org.jibao.status.ReplacementQuery.Replacement;
import org.jspecify.annotations.Nullable;

/**
 * Who owes a return for a period, and what became of it.
 *
 * @param title of the job
 * @param zone in which its due dates and times are meant
 * @param units those that owe one, in the order of the roster
 * @param rejected files that were no return, or came after their own period's closing; those that name no period were
 *     received since the period ended and before the next one did
 * @param files how many files came for the period, and what became of them; units and files are counted apart
 * @param chase the units of these that still owe a return, the most urgent first
 * @param held files that count nowhere because of who seems to have sent them
 * @param replacements every revision that took another's place
 * @param open what is still to be settled, as far as it is known
 * @param packages of the offices below that owe one, in the order of the roster
 * @param approval of the period's figures, whether or not it still stands; null where none was given
 * @param inTimeByReplaced units in time only by a revision that was replaced after the due date, and the one that
 *     counts
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
        Files files,
        ChaseList chase,
        List<HeldFile> held,
        List<Replacement> replacements,
        List<Replacement> inTimeByReplaced,
        OpenWork open,
        List<PackageLine> packages,
        @Nullable Approval approval) {

    public StatusReport {
        units = List.copyOf(units);
        rejected = List.copyOf(rejected);
        held = List.copyOf(held);
        replacements = List.copyOf(replacements);
        inTimeByReplaced = List.copyOf(inTimeByReplaced);
        packages = List.copyOf(packages);
    }

    /**
     * An office below that owes a package.
     *
     * @param asOf the moment of which the package speaks that holds, or null where none has come
     * @param approvedBy null also where its office needs no approval
     */
    public record PackageLine(
            String office,
            String name,
            @Nullable Instant asOf,
            @Nullable String approvedBy) {

        public boolean taken() {
            return asOf != null;
        }
    }

    /** Of these offices, the ones of which no package has come. */
    public List<PackageLine> withoutPackage() {
        return packages.stream().filter(line -> !line.taken()).toList();
    }

    public long expected() {
        return units.size();
    }

    /** Units with an accepted return. */
    public long received() {
        return received(units);
    }

    /** Those of the units that have an accepted return; the others are in the chase list. */
    public static long received(List<UnitLine> units) {
        return units.stream().filter(UnitLine::received).count();
    }

    /** Codes of those of the units that have none. */
    static Set<String> owing(List<UnitLine> units) {
        return units.stream()
                .filter(unit -> !unit.received())
                .map(UnitLine::code)
                .collect(Collectors.toSet());
    }

    public long count(State state) {
        return units.stream().filter(unit -> unit.state() == state).count();
    }

    /**
     * Where a unit stands. Each unit is in one of these states, so that their counts add up to all that owe a return.
     */
    public enum State {
        /** Its first acceptable revision came by the end of the due date. */
        ON_TIME,
        LATE,
        /** Nothing counts; the newest revision was returned to it, or withdrawn. */
        RETURNED,
        /** Nothing counts; the newest file that is the unit's by what it, its name or its folder says was no return. */
        REJECTED,
        /** Nothing counts; the newest revision came after the period had closed, and is kept. */
        AFTER_CLOSE,
        /** Nothing counts; all that came is held, as it seems to come from somebody else. */
        HELD,
        MISSING
    }

    /**
     * One unit.
     *
     * @param file the accepted revision's, else the newest returned one's, or null
     * @param receivedAt of that file
     * @param revision the number of the revision that counts, or null where none does
     * @param revisions how many files were received
     */
    public record UnitLine(
            String code,
            String name,
            String kind,
            State state,
            @Nullable String file,
            @Nullable Instant receivedAt,
            @Nullable Long revision,
            long revisions,
            long errors,
            long warnings) {

        boolean received() {
            return state == State.ON_TIME || state == State.LATE;
        }
    }

    /**
     * One file that was no return or came too late to count, with the code of the reason.
     *
     * @param unit the code of the unit whose it is, or null where nothing says so
     */
    public record RejectedFile(
            String file,
            Instant receivedAt,
            String reason,
            @Nullable String unit) {}

    /**
     * How many files came for a period.
     *
     * @param received all of them; the others but one add up to it
     * @param rejectedWithoutUnit those of the rejected that are nobody's
     */
    public record Files(
            long received,
            long counted,
            long superseded,
            long returned,
            long rejected,
            long rejectedWithoutUnit,
            long afterClose,
            long withdrawn,
            long duplicates,
            long held) {

        /** None of which is held. */
        public Files(
                long received,
                long counted,
                long superseded,
                long returned,
                long rejected,
                long rejectedWithoutUnit,
                long afterClose,
                long withdrawn,
                long duplicates) {
            this(
                    received,
                    counted,
                    superseded,
                    returned,
                    rejected,
                    rejectedWithoutUnit,
                    afterClose,
                    withdrawn,
                    duplicates,
                    0);
        }
    }
}
