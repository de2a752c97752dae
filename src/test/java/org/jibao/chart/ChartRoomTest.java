package org.jibao.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jibao.definition.SummaryDefinition.ChartType;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.finding.Language;
import org.jibao.workbook.Typefaces;
import org.junit.jupiter.api.Test;

/** Words stay within the room that a small chart has for them. */
final class ChartRoomTest {

    private static final String LONG = "本科及以上学历专任教师比例";

    private final ChartPlan plan = new ChartPlan(
            "id",
            ChartType.TREND,
            "标题",
            "副题",
            Format.RATE,
            List.of("2024", "2025"),
            List.of(
                    new ChartPlan.Series(LONG, List.of(new BigDecimal("0.54"), new BigDecimal("0.4855")), true),
                    new ChartPlan.Series("班额达标比例", List.of(new BigDecimal("0.65"), new BigDecimal("0.6869")), false)),
            0,
            Language.ZH,
            null);

    private final Frame frame = new Frame(Typefaces.load().typeface().orElseThrow(), plan, 460, 220);

    @Test
    void totalOfSevenDigitsStaysWithinTheRing() {
        assertEquals(20, RingChart.size("1,430", frame));
        double size = RingChart.size("1,359,174", frame);
        double width = frame.textWidth("1,359,174", frame.bold(size));
        assertTrue(width <= 0.64 * 140, () -> "size " + size + ", width " + width);
    }

    @Test
    void longNameAtTheEndOfALineHasItsRoom() {
        CategoryPlot plot = (CategoryPlot) TrendChart.chart(plan, frame).getPlot();
        double margin = plot.getDomainAxis().getUpperMargin();
        double room = frame.room() - 44;
        double behind = margin * room + (1 - margin) * room / 4;
        double width = frame.textWidth(LONG + "  48.55%", frame.bold(12));
        assertTrue(behind >= width, () -> "room of " + behind + " for " + width);
    }

    /** A name of the width of its slot would touch the next one. */
    @Test
    void namesBelowColumnsKeepApart() {
        List<String> names =
                List.of("机构信息", "政策文件", "规划计划", "统计数据", "财政资金", "行政许可", "行政执法", "工作信息", "民生信息", "应急管理", "其他信息");
        List<BigDecimal> values = Collections.nCopies(names.size(), new BigDecimal("387"));
        ChartPlan columns = new ChartPlan(
                "id",
                ChartType.COLUMNS,
                "标题",
                "副题",
                Format.COUNT,
                names,
                List.of(new ChartPlan.Series("本期", values, true), new ChartPlan.Series("上期", values, false)),
                0,
                Language.ZH,
                null);
        Frame half = new Frame(Typefaces.load().typeface().orElseThrow(), columns, 512, 257);
        CategoryAxis axis = ((CategoryPlot) ColumnsChart.chart(columns, half).getPlot()).getDomainAxis();
        double slot = (half.room() - 44) / names.size();
        double widest = axis.getMaximumCategoryLabelWidthRatio() * (1 - axis.getCategoryMargin()) * slot;
        assertEquals(slot - 6, widest, 0.01);
    }

    @Test
    void noTickSaysMoreThanAllOfAWhole() {
        assertEquals(0.2, Frame.AxisTicks.upToWhole(0.2, 1, 1.1, Format.RATE));
        assertEquals(0.5, Frame.AxisTicks.upToWhole(0.2, 1, 1.3, Format.RATE));
        assertEquals(1, Frame.AxisTicks.upToWhole(0.5, 1, 1.6, Format.RATE));
        assertEquals(0.5, Frame.AxisTicks.upToWhole(0.5, 1.3, 1.7, Format.RATE));
        assertEquals(20, Frame.AxisTicks.upToWhole(20, 90, 130, Format.COUNT));
    }
}
