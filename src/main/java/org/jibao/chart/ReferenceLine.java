package org.jibao.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.workbook.Display;

/** The line that a ranking is compared with: the average, or for rates, which are never averaged, the median. */
final class ReferenceLine {
    private ReferenceLine() {}

    /** The plan with its line, which its subtitle tells. */
    static ChartPlan add(ChartPlan plan) {
        List<BigDecimal> values =
                plan.series().get(0).values().stream().filter(Objects::nonNull).toList();
        boolean rate = plan.format() == Format.RATE;
        BigDecimal middle = rate ? median(values) : average(values);
        String shown = Display.text(rate ? Format.RATE : Format.DAYS, middle);
        String line = rate
                ? plan.word("虚线为中位数 " + shown, "dashed line: median " + shown)
                : plan.word("虚线为平均 " + shown, "dashed line: average " + shown);
        return plan.comparedWith(middle, plan.subtitle().isEmpty() ? line : plan.subtitle() + " · " + line);
    }

    static BigDecimal average(List<BigDecimal> values) {
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(values.size()), 6, RoundingMode.HALF_UP);
    }

    static BigDecimal median(List<BigDecimal> values) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : average(sorted.subList(half - 1, half + 1));
    }
}
