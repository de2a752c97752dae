package org.jibao.summary.template;

import java.math.BigDecimal;
import java.util.Map;
import org.jibao.calendar.Period;
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

    @Nullable
    BigDecimal figure(String form, String row, String column) {
        return figures.get(form + "." + row + "." + column);
    }
}
