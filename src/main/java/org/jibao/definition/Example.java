package org.jibao.definition;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jibao.calendar.Period;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * {@code examples/<case>/example.yaml}: returns that are given, and figures that must come out of them.
 *
 * @param id the case's folder
 * @param source where the figures were published, or why they are so
 * @param period for which the metrics are computed
 * @param roster the example's own units: a job's examples hold whatever its roster is
 */
public record Example(
        String id,
        Text title,
        Text source,
        Period period,
        Roster roster,
        List<GivenReturn> returns,
        List<Expectation> expectations) {

    public Example {
        returns = List.copyOf(returns);
        expectations = List.copyOf(expectations);
    }

    /** Every period that the example speaks of. */
    public Set<Period> periods() {
        Set<Period> periods = returns.stream().map(GivenReturn::period).collect(Collectors.toCollection(TreeSet::new));
        periods.add(period);
        return periods;
    }

    /**
     * One return.
     *
     * @param receivedAt when it came, and was decided on
     * @param verdict as stored, such as {@code accepted}; empty if it follows from what is written: {@code returned} if a cell cannot
     *     be read, otherwise {@code accepted}
     * @param entries of registers; the n-th of a register stands in row n of a sheet that has the form's title
     */
    public record GivenReturn(
            String unit,
            Period period,
            Instant receivedAt,
            String verdict,
            List<GivenCell> cells,
            List<GivenEntry> entries) {

        public GivenReturn {
            cells = List.copyOf(cells);
            entries = List.copyOf(entries);
        }
    }

    /**
     * One cell of a grid.
     *
     * @param content a number, or the status of a cell without one: {@code blank}, {@code na}, {@code suppressed} or
     *     {@code invalid}
     * @param written what stands in the cell, to be read as in a return; null if the content is given
     */
    public record GivenCell(
            String form,
            String row,
            String column,
            String content,
            @Nullable String written) {}

    /** What stands in a cell of a register, to be read as in a return. */
    public record AsWritten(String text) {}

    /**
     * One entry of a register.
     *
     * @param sheet that it stands in
     * @param row in the sheet, from 1
     * @param values by field: a text, a number, a date or {@link AsWritten}; what is not given is empty
     */
    public record GivenEntry(String form, String sheet, int row, Map<String, Object> values) {

        public GivenEntry {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * One row of a metric's table, or one finding.
     *
     * @param metric empty for a finding
     * @param finding its code; empty for a row of a metric
     * @param where columns that pick the row out, by name
     * @param values columns that it must have: a number, compared exactly; a percentage such as {@code 90.82%}, compared
     *     with the fraction rounded half up to as many decimals; {@code —} for no value; or a text
     * @param line in the example's file
     */
    public record Expectation(
            String metric, String finding, Map<String, String> where, Map<String, String> values, int line) {

        public Expectation {
            where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
