package org.jibao.inspect;

import java.time.Instant;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.finding.Place;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * What was found in the returns that stand of one period: what each unit has sent last and, where that was rejected,
 * the return that counts still.
 *
 * @param codes errors first, then by how many units
 * @param units whom to call first: by errors, then by open warnings, then by code
 */
public record FindingsReport(
        String job, Text title, Period period, Instant asOf, List<CodeFindings> codes, List<UnitFindings> units) {

    public FindingsReport {
        codes = List.copyOf(codes);
        units = List.copyOf(units);
    }

    /**
     * The findings of one code.
     *
     * @param message of one of them, as a sample
     * @param cure of the same
     * @param units in which it was found; a file whose unit is not known is none
     * @param open those that a unit or an officer has still to answer: errors, and warnings that are not explained
     * @param openUnits units that have such
     */
    public record CodeFindings(
            String code,
            Severity severity,
            Text message,
            Text cure,
            long findings,
            long units,
            long open,
            long openUnits) {}

    /**
     * The findings of one unit.
     *
     * @param unit its code
     * @param open warnings that are not answered
     * @param answered warnings that are
     * @param submission the newest that stands
     * @param standing of that, such as {@code counted} or {@code returned}
     */
    public record UnitFindings(
            String unit,
            String name,
            long errors,
            long open,
            long answered,
            long notes,
            long submission,
            String standing) {}

    /**
     * Some of the findings of a code or a unit.
     *
     * @param from the number of the first, from 0
     * @param total how many there are
     */
    public record FindingsPage(Period period, List<FoundLine> findings, int from, long total) {

        public FindingsPage {
            findings = List.copyOf(findings);
        }
    }

    /**
     * One finding.
     *
     * @param unit the unit's code; null where the file names none
     * @param name the unit's name; null likewise
     * @param answered whether a unit or an officer has explained it
     */
    public record FoundLine(
            long submission,
            @Nullable String unit,
            @Nullable String name,
            String file,
            Place place,
            String code,
            Severity severity,
            Text message,
            Text cure,
            boolean answered) {}
}
