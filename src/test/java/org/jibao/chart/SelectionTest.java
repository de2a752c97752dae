package org.jibao.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jibao.chart.ChartPlan.Series;
import org.jibao.definition.SummaryDefinition.ChartType;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.finding.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SelectionTest {

    @Test
    void ranksTheLargestFirstAndSaysHowManyAreLeftOut() {
        ChartPlan chosen = Selection.of(plan(ChartType.RANKING, Format.COUNT, 2, series("v", 3, 9, null, 6)), 600);
        assertEquals(List.of("乙", "丁"), chosen.categories());
        assertEquals("单位：条 · 虚线为平均 6.0 · 只列前 2 个，另有 1 个未列出 · 另有 1 个无数据", chosen.subtitle());
        assertEquals(0, new BigDecimal(6).compareTo(middle(chosen)));
    }

    @Test
    void comparesRatesWithTheMedian() {
        ChartPlan chosen = Selection.of(plan(ChartType.RANKING, Format.RATE, 0, series("v", 1, 0, 1, 1)), 600);
        assertEquals("单位：条 · 虚线为中位数 100.00%", chosen.subtitle());
    }

    @Test
    void keepsTheOrderOfEquals() {
        ChartPlan chosen = Selection.of(plan(ChartType.RANKING, Format.COUNT, 0, series("v", 5, 7, 5, 7)), 600);
        assertEquals(List.of("乙", "丁", "甲", "丙"), chosen.categories());
    }

    @Test
    void drawsNoMoreBarsThanFit() {
        ChartPlan chosen = Selection.of(plan(ChartType.STACKED, Format.COUNT, 0, series("v", 1, 2, 3, 4)), 68 + 17 * 3);
        assertEquals(List.of("丁", "丙", "乙"), chosen.categories());
    }

    @Test
    void mergesPartsBeyondTheFifth() {
        ChartPlan chosen = Selection.of(
                plan(
                        ChartType.STACKED,
                        Format.COUNT,
                        0,
                        series("a", 1, 1, 1, 1),
                        series("b", 9, 1, 1, 1),
                        series("c", 8, 1, 1, 1),
                        series("d", 7, 1, 1, 1),
                        series("e", 6, 1, 1, 1),
                        series("f", 2, null, 2, 3)),
                600);
        assertEquals(
                List.of("b", "c", "d", "e", "其余 2 项"),
                chosen.series().stream().map(Series::name).toList());
        assertEquals("[3, 4, 3, 1]", String.valueOf(chosen.series().get(4).values()));
    }

    @Test
    void leavesSharesOfZeroOutOfARing() {
        ChartPlan chosen = Selection.of(plan(ChartType.RING, Format.COUNT, 0, series("v", 3, 0, null, 6)), 600);
        assertEquals(List.of("甲", "丁"), chosen.categories());
    }

    @Test
    void leavesOutASeriesWithoutAnyValue() {
        ChartPlan chosen = Selection.of(
                plan(ChartType.COLUMNS, Format.COUNT, 0, series("now", 3, null), series("before", null, null)), 600);
        assertEquals(List.of("now"), chosen.series().stream().map(Series::name).toList());
    }

    /** Nothing of such a ring can be seen, and bars of zero can. */
    @Test
    void ringOfZerosIsNotDrawn() {
        ChartPlan zeros = plan(ChartType.RING, Format.COUNT, 0, series("v", 0, null, 0));
        assertTrue(zeros.isEmpty());
        assertEquals("本期均为 0", zeros.nothing());
        assertEquals(
                "本期无数据",
                plan(ChartType.RING, Format.COUNT, 0, series("v", null, null)).nothing());
        assertTrue(!plan(ChartType.COLUMNS, Format.COUNT, 0, series("v", 0, null, 0))
                .isEmpty());
    }

    private static BigDecimal middle(ChartPlan plan) {
        return java.util.Objects.requireNonNull(plan.middle());
    }

    private static ChartPlan plan(ChartType type, Format format, int limit, Series... series) {
        return new ChartPlan(
                "id",
                type,
                "标题",
                "单位：条",
                format,
                List.of("甲", "乙", "丙", "丁"),
                List.of(series),
                limit,
                Language.ZH,
                null);
    }

    private static Series series(String name, @Nullable Integer... values) {
        List<@Nullable BigDecimal> decimals = new ArrayList<>();
        for (Integer value : values) {
            decimals.add(value == null ? null : BigDecimal.valueOf(value));
        }
        return new Series(name, decimals, false);
    }
}
