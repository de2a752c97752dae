package org.jibao.summary.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The line that a ranking is compared with. */
final class Middle {
    private Middle() {}

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
