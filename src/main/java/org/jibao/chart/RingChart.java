package org.jibao.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.labels.StandardPieSectionLabelGenerator;
import org.jfree.chart.plot.CenterTextMode;
import org.jfree.chart.plot.RingPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;
import org.jfree.chart.util.Rotation;
import org.jfree.data.general.DefaultPieDataset;
import org.jibao.workbook.Display;
import org.jibao.workbook.Palette;

/** Shares of a whole around their total, with figures and shares in the list beside it. */
final class RingChart {
    /** How much of the radius is the ring. */
    private static final double DEPTH = 0.36;

    /** What title and subtitle take of a chart's height. */
    private static final double SURROUND = 80;

    /** How much of the hole the total may take. */
    private static final double FILLED = 0.84;

    private RingChart() {}

    static JFreeChart chart(ChartPlan plan, Frame frame) {
        List<BigDecimal> values = plan.series().get(0).values().stream()
                .map(value -> Objects.requireNonNullElse(value, BigDecimal.ZERO))
                .toList();
        DefaultPieDataset<String> shares = new DefaultPieDataset<>();
        for (int i = 0; i < values.size(); i++) {
            shares.setValue(plan.categories().get(i), values.get(i));
        }
        RingPlot plot = new RingPlot(shares);
        JFreeChart chart = frame.chart(plot, true);
        look(plot);
        for (int i = 0; i < values.size(); i++) {
            plot.setSectionPaint(plan.categories().get(i), Frame.colour(Palette.PARTS.get(i)));
        }
        plot.setLegendLabelGenerator(new StandardPieSectionLabelGenerator(
                "{0}   {1}   {2}", Display.decimalFormat("#,##0.##"), Display.decimalFormat("0.0%")));
        plot.setCenterTextMode(CenterTextMode.FIXED);
        BigDecimal total = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        String shown = Display.text(plan.format(), total);
        plot.setCenterText(shown);
        plot.setCenterTextFont(frame.bold(size(shown, frame)));
        plot.setCenterTextColor(Frame.colour(Palette.INK));
        list(chart.getLegend(), frame);
        return chart;
    }

    /** Smaller where the total would not stay within the ring. */
    static double size(String total, Frame frame) {
        double usual = frame.isSmall() ? 20 : 26;
        double hole = (frame.height() - SURROUND) * (1 - DEPTH) * FILLED;
        double width = frame.textWidth(total, frame.bold(usual));
        return width > hole ? usual * hole / width : usual;
    }

    private static void look(RingPlot plot) {
        plot.setShadowPaint(null);
        plot.setSectionDepth(DEPTH);
        plot.setStartAngle(90);
        plot.setDirection(Rotation.CLOCKWISE);
        plot.setSeparatorsVisible(true);
        plot.setSeparatorPaint(Color.WHITE);
        plot.setSeparatorStroke(new BasicStroke(2.5f));
        plot.setInnerSeparatorExtension(0);
        plot.setOuterSeparatorExtension(0);
        plot.setSectionOutlinesVisible(false);
        plot.setInteriorGap(0.02);
        plot.setLabelGenerator(null);
        plot.setIgnoreZeroValues(true);
        plot.setLegendItemShape(new java.awt.geom.Rectangle2D.Double(-5, -5, 10, 10));
    }

    private static void list(LegendTitle legend, Frame frame) {
        legend.setPosition(RectangleEdge.RIGHT);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setVerticalAlignment(VerticalAlignment.CENTER);
        legend.setItemLabelPadding(new RectangleInsets(5, 4, 5, 4));
        legend.setItemFont(frame.regular(frame.isSmall() ? 11.5 : 13));
        legend.setPadding(0, 10, 0, 6);
    }
}
