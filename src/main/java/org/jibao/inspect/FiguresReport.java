package org.jibao.inspect;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.finding.Text;
import org.jibao.inspect.FigureWanted.FigureLevel;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a period as they were computed last.
 *
 * @param notices why there are none, or what a reader must know of them
 */
public record FiguresReport(Period period, Instant asOf, List<FigureLine> figures, List<Text> notices) {

    public FiguresReport {
        figures = List.copyOf(figures);
        notices = List.copyOf(notices);
    }

    /**
     * One figure.
     *
     * @param id by which it is asked for
     * @param unit of measure, such as {@code 件}; empty for none
     * @param format {@code count}, {@code amount}, {@code rate} and so on, as the summary shows it
     * @param topic the page of the summary on which it stands; null for the page of its form
     * @param values the whole first, then groups, kinds and units
     */
    public record FigureLine(
            String id,
            Text label,
            Text unit,
            String format,
            @Nullable Text topic,
            List<ScopeValue> values) {

        public FigureLine {
            values = List.copyOf(values);
        }
    }

    /**
     * A figure over some units.
     *
     * @param code the unit, kind or upper unit
     * @param value null where it has none
     * @param reported units that are in it
     * @param expected units that owe a return
     * @param missingBecause why it has no value: {@code no_return}, {@code no_value} or {@code denominator_zero};
     *     null where it has
     */
    public record ScopeValue(
            FigureLevel level,
            String code,
            Text name,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            long reported,
            long expected,
            @Nullable String missingBecause) {}
}
