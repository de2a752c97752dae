package org.jibao.template;

import java.math.BigDecimal;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Sum;
import org.jspecify.annotations.Nullable;

/**
 * What a unit's accepted return of the period before says.
 *
 * @param period the period before
 * @param accepted whether there is such a return
 * @param figures by {@code form.row.column}; what was not applicable is 0, what was missing is not there
 */
public record BroughtForward(Period period, boolean accepted, Map<String, BigDecimal> figures) {

    public BroughtForward {
        figures = Map.copyOf(figures);
    }

    /** Nothing was accepted. */
    public static BroughtForward nothing(Period period) {
        return new BroughtForward(period, false, Map.of());
    }

    /** Whether any rule of the job says that a figure is one of the last return's. */
    public static boolean matters(JobDefinition job, Period period) {
        return job.rules().stream()
                .flatMap(rule -> Sum.of(rule.right(), period.index()).stream())
                .anyMatch(Sum::looksBack);
    }

    @Nullable
    BigDecimal figure(String form, String row, String column) {
        return figures.get(form + "." + row + "." + column);
    }
}
