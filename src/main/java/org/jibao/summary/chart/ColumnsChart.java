package org.jibao.summary.chart;

import java.awt.Font;
import java.util.List;
import java.util.Objects;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jibao.summary.look.Display;
import org.jibao.summary.look.Palette;

/** Vertical bars, a group a category. */
final class ColumnsChart {
    private static final List<Integer> COLOURS =
            List.of(Palette.BLUE, Palette.ORANGE, Palette.ABOVE, Palette.MUTED, Palette.PARTS.get(0));

    /** Pixels of the value axis, and of a figure above its column. */
    private static final double AXIS = 44;

    private static final double LABEL = 24;

    private ColumnsChart() {}

    static JFreeChart chart(ChartPlan plan, Frame frame) {
        CategoryAxis categories = new CategoryAxis();
        NumberAxis axis = new NumberAxis();
        boolean grouped = plan.series().size() > 1;
        double slot = (frame.room() - AXIS) / plan.categories().size();
        CategoryPlot plot = new CategoryPlot(columns(plan), categories, axis, bars(plan, frame, slot));
        JFreeChart chart = frame.chart(plot, grouped);
        frame.style(plot, categories, axis);
        categories.setLowerMargin(0.01);
        categories.setUpperMargin(0.01);
        categories.setCategoryMargin(grouped ? 0.24 : 0.4);
        double below = labels(plan, frame, categories, slot);
        double above = frame.isSmall() ? 64 : 84;
        double plotHeight = Math.max(60, frame.height() - above - below - (grouped ? 28 : 0));
        frame.scale(axis, largest(plan), 1 / Math.max(0.3, 1 - LABEL / plotHeight), plotHeight);
        return chart;
    }

    /**
     * Labels in up to three lines where whole words fit, else slanted.
     *
     * @return the pixels they take, about
     */
    private static double labels(ChartPlan plan, Frame frame, CategoryAxis categories, double slot) {
        Font font = frame.regular(frame.isSmall() ? 10.5 : 12);
        categories.setTickLabelFont(font);
        double room = slot - 12;
        double widest = frame.widest(plan.categories(), font);
        // A line is seldom filled to its end; two thirds of it is a safe guess.
        double lines = widest <= room ? 1 : Math.ceil(widest / (room * 0.68));
        if (lines <= 3 && frame.widestWord(plan.categories(), font) <= room) {
            categories.setMaximumCategoryLabelLines(4);
            return lines * font.getSize2D() * 1.45 + 10;
        }
        categories.setMaximumCategoryLabelLines(1);
        categories.setMaximumCategoryLabelWidthRatio(3f);
        categories.setCategoryLabelPositions(CategoryLabelPositions.createUpRotationLabelPositions(Math.PI / 6));
        return widest * 0.5 + 20;
    }

    private static DefaultCategoryDataset columns(ChartPlan plan) {
        DefaultCategoryDataset columns = new DefaultCategoryDataset();
        for (ChartPlan.Series series : plan.series()) {
            for (int i = 0; i < plan.categories().size(); i++) {
                columns.addValue(
                        series.values().get(i), series.name(), plan.categories().get(i));
            }
        }
        return columns;
    }

    private static double largest(ChartPlan plan) {
        return plan.series().stream()
                .flatMap(series -> series.values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(Number::doubleValue)
                .max()
                .orElse(1);
    }

    private static BarRenderer bars(ChartPlan plan, Frame frame, double slot) {
        BarRenderer bars = new BarRenderer();
        Frame.flat(bars);
        bars.setItemMargin(0.06);
        bars.setMaximumBarWidth(0.1);
        int count = plan.series().size();
        for (int i = 0; i < count; i++) {
            bars.setSeriesPaint(i, Frame.colour(COLOURS.get(i % COLOURS.size())));
        }
        double widest = frame.textWidth(Display.text(plan.format(), largest(plan)), frame.regular(11)) + 4;
        bars.setDefaultItemLabelsVisible(widest < slot * (count > 1 ? 0.8 / count : 1));
        bars.setDefaultItemLabelGenerator(new Labels(plan));
        bars.setDefaultItemLabelFont(frame.regular(11));
        bars.setDefaultItemLabelPaint(Frame.colour(Palette.INK));
        bars.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE12, TextAnchor.BOTTOM_CENTER));
        return bars;
    }

    /** The figure above each column. */
    private record Labels(ChartPlan plan) implements CategoryItemLabelGenerator {

        @Override
        public String generateLabel(org.jfree.data.category.CategoryDataset columns, int series, int category) {
            return Display.text(plan.format(), columns.getValue(series, category));
        }

        @Override
        public String generateRowLabel(org.jfree.data.category.CategoryDataset columns, int series) {
            return plan.series().get(series).name();
        }

        @Override
        public String generateColumnLabel(org.jfree.data.category.CategoryDataset columns, int category) {
            return plan.categories().get(category);
        }
    }
}
