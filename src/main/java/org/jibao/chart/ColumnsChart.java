package org.jibao.chart;

import java.awt.Font;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jibao.chart.Frame.ChartDatasets;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.workbook.Display;
import org.jibao.workbook.Palette;
import org.jspecify.annotations.Nullable;

/** Columns, a group a category; lying down where their names would not fit below them. */
final class ColumnsChart {
    static final List<Integer> COLOURS =
            List.of(Palette.BLUE, Palette.ORANGE, Palette.ABOVE, Palette.MUTED, Palette.PARTS.get(0));
    /** Pixels of the value axis, and of a figure above its column. */
    private static final double AXIS = 44;

    private static final double LABEL = 24;

    /** Pixels between two names at least. */
    private static final double BETWEEN = 6;

    private static final double LEGEND = 28;

    private final ChartPlan plan;
    private final Frame frame;
    private final Font names;
    private final Font figures;
    private final boolean grouped;

    private ColumnsChart(ChartPlan plan, Frame frame) {
        this.plan = plan;
        this.frame = frame;
        names = frame.regular(frame.isSmall() ? 10.5 : 12);
        figures = frame.regular(11);
        grouped = plan.series().size() > 1;
    }

    static JFreeChart chart(ChartPlan plan, Frame frame) {
        ColumnsChart columns = new ColumnsChart(plan, frame);
        int lines = columns.lines();
        return lines > 0 ? columns.standing(lines) : columns.lying();
    }

    /** The lines that the names take below the columns, or 0 where they do not fit. */
    private int lines() {
        return lines(frame.widest(plan.categories(), names), frame.widestWord(plan.categories(), names), slot() - 12);
    }

    static int lines(double widest, double widestWord, double room) {
        // A line is seldom filled to its end; two thirds of it is a safe guess.
        int lines = widest <= room ? 1 : (int) Math.ceil(widest / (room * 0.68));
        return lines <= 3 && widestWord <= room ? lines : 0;
    }

    private double slot() {
        return (frame.room() - AXIS) / plan.categories().size();
    }

    private JFreeChart standing(int lines) {
        BarRenderer bars = bars();
        double column = grouped ? 0.8 / plan.series().size() : 1;
        bars.setDefaultItemLabelsVisible(widestFigure() + 4 < slot() * column);
        bars.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE12, TextAnchor.BOTTOM_CENTER));
        CategoryAxis categories = new CategoryAxis();
        NumberAxis axis = new NumberAxis();
        JFreeChart chart = chart(new CategoryPlot(ChartDatasets.of(plan), categories, axis, bars));
        double margin = grouped ? 0.24 : 0.4;
        categories.setCategoryMargin(margin);
        categories.setMaximumCategoryLabelLines(4);
        // A name may be as wide as its column and most of the gap beside it.
        double share = Math.max(0.5, 1 - BETWEEN / slot());
        categories.setMaximumCategoryLabelWidthRatio((float) (share / (1 - margin)));
        double below = lines * names.getSize2D() * 1.45 + 10;
        double height = Math.max(60, frame.height() - above() - below);
        frame.scale(axis, ChartDatasets.largest(plan), 1 / Math.max(0.3, 1 - LABEL / height), height);
        return chart;
    }

    private JFreeChart lying() {
        BarRenderer bars = bars();
        double barHeight = (frame.height() - above() - 30)
                * 0.7
                / Math.max(1, plan.categories().size() * plan.series().size());
        bars.setDefaultItemLabelsVisible(barHeight > 9);
        bars.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        CategoryAxis categories = new CategoryAxis();
        NumberAxis axis = new NumberAxis();
        CategoryPlot plot = new CategoryPlot(ChartDatasets.of(plan), categories, axis, bars);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        JFreeChart chart = chart(plot);
        double width = Math.min(frame.widest(plan.categories(), names) + 14, frame.room() * 0.5);
        categories.setMaximumCategoryLabelLines(2);
        categories.setMaximumCategoryLabelWidthRatio((float) (width / frame.room()) + 0.02f);
        categories.setCategoryMargin(grouped ? 0.24 : 0.34);
        double spare = (widestFigure() + 14) / (frame.room() - width);
        frame.scale(axis, ChartDatasets.largest(plan), 1 / Math.max(0.3, 1 - spare), frame.room() - width);
        return chart;
    }

    private JFreeChart chart(CategoryPlot plot) {
        JFreeChart chart = frame.chart(plot, grouped);
        frame.style(plot, plot.getDomainAxis(), (NumberAxis) plot.getRangeAxis());
        plot.getDomainAxis().setTickLabelFont(names);
        plot.getDomainAxis().setLowerMargin(0.01);
        plot.getDomainAxis().setUpperMargin(0.01);
        return chart;
    }

    private double above() {
        return (frame.isSmall() ? 64 : 84) + (grouped ? LEGEND : 0);
    }

    private double widestFigure() {
        return frame.textWidth(Display.text(plan.format(), ChartDatasets.largest(plan)), figures);
    }

    private BarRenderer bars() {
        BarRenderer bars = new BarRenderer();
        Frame.flat(bars);
        bars.setItemMargin(0.06);
        bars.setMaximumBarWidth(0.1);
        for (int i = 0; i < plan.series().size(); i++) {
            bars.setSeriesPaint(i, Frame.colour(COLOURS.get(i % COLOURS.size())));
        }
        bars.setDefaultItemLabelGenerator(new ValueLabels(plan.format()));
        bars.setDefaultItemLabelFont(figures);
        bars.setDefaultItemLabelPaint(Frame.colour(Palette.INK));
        return bars;
    }

    /** The figure at the end of each column; none where there is no value. */
    record ValueLabels(Format format) implements CategoryItemLabelGenerator {

        @Override
        public @Nullable String generateLabel(CategoryDataset figures, int series, int category) {
            Number value = figures.getValue(series, category);
            return value == null ? null : Display.text(format, value);
        }

        @Override
        public @Nullable String generateRowLabel(CategoryDataset figures, int series) {
            return null;
        }

        @Override
        public @Nullable String generateColumnLabel(CategoryDataset figures, int category) {
            return null;
        }
    }
}
