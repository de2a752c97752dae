package org.jibao.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jibao.chart.Frame.ChartDatasets;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.workbook.Display;
import org.jibao.workbook.Palette;
import org.jspecify.annotations.Nullable;

/** Horizontal bars in parts, the largest first, with the total at the end of each. */
final class StackedChart {
    private StackedChart() {}

    static JFreeChart chart(ChartPlan plan, Frame frame) {
        CategoryAxis categories = new CategoryAxis();
        NumberAxis axis = new NumberAxis();
        List<BigDecimal> totals = totals(plan);
        double largest =
                totals.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(1);
        CategoryPlot plot = new CategoryPlot(ChartDatasets.of(plan), categories, axis, bars(plan, frame, largest));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        JFreeChart chart = frame.chart(plot, true);
        frame.style(plot, categories, axis);
        Font font = frame.regular(frame.isSmall() ? 11 : 12);
        double names = Math.min(frame.widest(plan.categories(), font) + 14, frame.room() * 0.45);
        categories.setMaximumCategoryLabelLines(1);
        categories.setMaximumCategoryLabelWidthRatio((float) (names / frame.room()) + 0.02f);
        categories.setLowerMargin(0.01);
        categories.setUpperMargin(0.01);
        categories.setCategoryMargin(0.34);
        double spare = frame.textWidth(Display.text(plan.format(), largest), frame.bold(11.5)) + 14;
        frame.scale(axis, largest, 1 / Math.max(0.2, 1 - spare / (frame.room() - names)), frame.room());
        for (int i = 0; i < totals.size(); i++) {
            plot.addAnnotation(total(frame, plan, i, totals.get(i)));
        }
        return chart;
    }

    private static List<BigDecimal> totals(ChartPlan plan) {
        return java.util.stream.IntStream.range(0, plan.categories().size())
                .mapToObj(i -> Objects.requireNonNullElse(Selection.total(plan, i), BigDecimal.ZERO))
                .toList();
    }

    private static StackedBarRenderer bars(ChartPlan plan, Frame frame, double largest) {
        StackedBarRenderer bars = new StackedBarRenderer();
        Frame.flat(bars);
        bars.setDrawBarOutline(true);
        bars.setMaximumBarWidth(0.16);
        for (int i = 0; i < plan.series().size(); i++) {
            int colour = Palette.PARTS.get(i);
            bars.setSeriesPaint(i, Frame.colour(colour));
            bars.setSeriesItemLabelPaint(i, Frame.colour(Palette.textOn(colour)));
            bars.setSeriesOutlinePaint(i, Color.WHITE);
            bars.setSeriesOutlineStroke(i, new BasicStroke(1.2f));
        }
        bars.setDefaultItemLabelGenerator(new PartLabels(plan.format(), largest, frame));
        bars.setDefaultItemLabelsVisible(true);
        bars.setDefaultItemLabelFont(frame.regular(11));
        ItemLabelPosition middle = new ItemLabelPosition(ItemLabelAnchor.CENTER, TextAnchor.CENTER);
        bars.setDefaultPositiveItemLabelPosition(middle);
        // Without it a label a pixel higher than its bar is not drawn at all.
        bars.setPositiveItemLabelPositionFallback(middle);
        return bars;
    }

    private static ValueLabel total(Frame frame, ChartPlan plan, int index, BigDecimal total) {
        ValueLabel label = new ValueLabel(
                Display.text(plan.format(), total), plan.categories().get(index), total.doubleValue(), 6);
        label.setFont(frame.bold(11.5));
        label.setPaint(Frame.colour(Palette.INK));
        return label;
    }

    /** The figure inside a part of a bar, where the part is wide enough for it. */
    record PartLabels(Format format, double largest, Frame frame) implements CategoryItemLabelGenerator {
        static final double SMALLEST_SHARE = 0.035;
        /** What names and margins leave of a chart's width, about. */
        private static final double PLOT_SHARE = 0.6;

        @Override
        public @Nullable String generateLabel(CategoryDataset parts, int series, int category) {
            Number value = parts.getValue(series, category);
            if (value == null || value.doubleValue() / largest < SMALLEST_SHARE) {
                return null;
            }
            String label = Display.text(format, value);
            double pixels = value.doubleValue() / largest * frame.room() * PLOT_SHARE;
            return frame.textWidth(label, frame.regular(11)) + 4 < pixels ? label : null;
        }

        @Override
        public @Nullable String generateRowLabel(CategoryDataset parts, int series) {
            return null;
        }

        @Override
        public @Nullable String generateColumnLabel(CategoryDataset parts, int category) {
            return null;
        }
    }
}
