package org.jibao.chart;

import java.util.ArrayList;
import java.util.List;
import org.jibao.workbook.Display;

/** A chart in words, for those who cannot see it. */
final class AltText {
    private static final int MOST = 12;

    private AltText() {}

    static String of(ChartPlan plan) {
        List<String> parts = new ArrayList<>();
        for (ChartPlan.Series series : plan.series()) {
            for (int i = 0; i < plan.categories().size() && parts.size() < MOST; i++) {
                String name = plan.series().size() > 1
                        ? series.name() + " " + plan.categories().get(i)
                        : plan.categories().get(i);
                parts.add(
                        name + " " + Display.text(plan.format(), series.values().get(i)));
            }
        }
        String figures = plan.isEmpty()
                ? plan.word("本期无数据", "no data in this period")
                : String.join(plan.word("；", "; "), parts);
        boolean more = plan.series().size() * plan.categories().size() > MOST;
        return plan.title()
                + plan.word("。", ". ")
                + plan.subtitle()
                + plan.word("。", ". ")
                + figures
                + (more ? plan.word("……", " …") : "");
    }
}
