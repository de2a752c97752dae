package org.jibao.chart;

import java.util.Objects;
import org.jfree.data.category.DefaultCategoryDataset;

/** A plan's figures as JFreeChart takes them. */
final class ChartDatasets {
    private ChartDatasets() {}

    static DefaultCategoryDataset of(ChartPlan plan) {
        DefaultCategoryDataset figures = new DefaultCategoryDataset();
        for (ChartPlan.Series series : plan.series()) {
            for (int i = 0; i < plan.categories().size(); i++) {
                figures.addValue(
                        series.values().get(i), series.name(), plan.categories().get(i));
            }
        }
        return figures;
    }

    static double largest(ChartPlan plan) {
        return plan.series().stream()
                .flatMap(series -> series.values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(Number::doubleValue)
                .max()
                .orElse(1);
    }
}
