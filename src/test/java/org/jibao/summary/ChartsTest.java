package org.jibao.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.jibao.chart.ChartPlan;
import org.jibao.definition.SummaryDefinition.Chart;
import org.jibao.finding.Language;
import org.junit.jupiter.api.Test;

final class ChartsTest {
    private final Context zh = new Context(County.request(Language.ZH), java.util.Optional.empty());
    private final Context en = new Context(County.request(Language.EN), java.util.Optional.empty());

    @Test
    void takesTheMessageOfTheFiguresAsTitle() {
        assertEquals("按时答复率连续三季上升", zh.chart("answers").title());
        assertEquals(
                "Answers in time up for three quarters", en.chart("answers").title());
        assertEquals("县直部门公开最多", zh.chart("stack").title());
    }

    @Test
    void makesASeriesOfEachValueColumn() {
        assertEquals(
                List.of("本季 focus [61, 20, 37, 92, 12, 41]", "上季 focus [58, 14, 41, 80, 9, 37]"),
                dump(zh.chart("columns")));
        assertEquals(
                List.of("Granted", "Partly granted", "Refused", "Not available", "Not processed", "Otherwise handled"),
                en.chart("columns").categories());
    }

    @Test
    void splitsAColumnIntoSeries() {
        ChartPlan plan = en.chart("answers");
        assertEquals(
                List.of("Answered in time", "Cases closed", "Satisfied"),
                plan.series().stream().map(ChartPlan.Series::name).toList());
        assertEquals(8, plan.categories().size());
        assertEquals(null, plan.series().get(2).values().get(7));
        assertEquals(
                List.of(true, true, false),
                plan.series().stream().map(ChartPlan.Series::focus).toList());
    }

    @Test
    void plansEveryChartOfTheSummary() {
        List<String> ids = zh.definition().charts().stream().map(Chart::id).toList();
        List<Boolean> empty = new ArrayList<>();
        ids.forEach(id -> empty.add(zh.chart(id).isEmpty()));
        assertEquals(List.of("answers", "ring", "columns", "top", "ranking", "stack", "by_category", "empty"), ids);
        assertEquals(List.of(false, false, false, false, false, false, false, true), empty);
    }

    private static List<String> dump(ChartPlan plan) {
        return plan.series().stream()
                .map(series -> series.name() + (series.focus() ? " focus " : " ") + series.values())
                .toList();
    }
}
