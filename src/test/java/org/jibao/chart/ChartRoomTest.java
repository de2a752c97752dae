package org.jibao.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
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
}
