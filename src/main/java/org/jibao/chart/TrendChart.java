package org.jibao.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.data.Range;
import org.jibao.chart.Frame.AxisTicks;
import org.jibao.chart.Frame.ChartDatasets;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.workbook.Display;
import org.jibao.workbook.Palette;

/** Lines over periods: the series in focus in colour, the others grey, each named at its end. */
final class TrendChart {
    private static final List<Integer> FOCUS = List.of(Palette.BLUE, Palette.ORANGE);

    /** What labels at the ends of lines may take of a chart's width. */
    private static final double WIDEST_MARGIN = 0.65;

    /** Pixels of width below which a chart is drawn for a phone. */
    private static final int PHONE = 440;

    private static final double LONG_NAMES = 0.28;

    private TrendChart() {}

    static JFreeChart chart(ChartPlan plan, Frame frame) {
        CategoryAxis periods = new CategoryAxis();
        NumberAxis axis = new NumberAxis();
        CategoryPlot plot = new CategoryPlot(ChartDatasets.of(plan), periods, axis, lines(plan));
        boolean legend = needsLegend(plan, frame);
        JFreeChart chart = frame.chart(plot, legend);
        frame.style(plot, periods, axis);
        periods.setTickLabelFont(frame.regular(frame.isSmall() ? 10.5 : 12));
        scale(plan, axis, AxisTicks.count(frame.height() - (frame.isSmall() ? 90.0 : 120.0)));
        List<EndLabel> ends = EndLabel.of(plan, frame, axis.getRange(), !legend);
        double spare = ends.stream().mapToDouble(end -> end.width(frame)).max().orElse(0) + 18;
        double plotRoom = frame.room() - 44;
        // The axis puts the last point half a step before the margin, and the step shrinks with it. Labels need the
        // rest.
        double step = plotRoom / Math.max(1, plan.categories().size());
        periods.setLowerMargin(0);
        periods.setCategoryMargin(0);
        double margin = Math.min(WIDEST_MARGIN, Math.max(0, spare - step / 2) / (plotRoom - step / 2));
        periods.setUpperMargin(margin);
        double slot = step * (1 - margin);
        if (slot < frame.widest(plan.categories(), periods.getTickLabelFont()) + 8) {
            periods.setCategoryLabelPositions(CategoryLabelPositions.createUpRotationLabelPositions(Math.PI / 6));
        }
        ends.forEach(end -> plot.addAnnotation(end.annotation(frame)));
        return chart;
    }

    /** On a phone long names at the ends would leave no room for the lines; above them they need a colour each. */
    private static boolean needsLegend(ChartPlan plan, Frame frame) {
        List<String> names = plan.series().stream().map(ChartPlan.Series::name).toList();
        long colours = IntStream.range(0, names.size())
                .map(series -> colour(plan, series))
                .distinct()
                .count();
        return frame.width() < PHONE
                && colours == names.size()
                && names.size() > 1
                && frame.widest(names, frame.bold(12)) > frame.room() * LONG_NAMES;
    }

    static int colour(ChartPlan plan, int series) {
        if (!plan.series().get(series).focus()) {
            return Palette.MUTED;
        }
        long before = plan.series().subList(0, series).stream()
                .filter(ChartPlan.Series::focus)
                .count();
        return before < FOCUS.size() ? FOCUS.get((int) before) : Palette.MUTED;
    }

    private static LineAndShapeRenderer lines(ChartPlan plan) {
        LineAndShapeRenderer lines = new LineAndShapeRenderer(true, true);
        for (int i = 0; i < plan.series().size(); i++) {
            Color colour = Frame.colour(colour(plan, i));
            boolean focus = plan.series().get(i).focus();
            lines.setSeriesPaint(i, colour);
            lines.setSeriesStroke(
                    i, new BasicStroke(focus ? 2.6f : 1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            lines.setSeriesShape(i, new Ellipse2D.Double(-3.5, -3.5, 7, 7));
            lines.setSeriesShapesVisible(i, focus);
            lines.setSeriesFillPaint(i, Color.WHITE);
            lines.setSeriesOutlinePaint(i, colour);
            lines.setSeriesOutlineStroke(i, new BasicStroke(2f));
        }
        lines.setUseFillPaint(true);
        lines.setUseOutlinePaint(true);
        lines.setDrawOutlines(true);
        return lines;
    }

    private static void scale(ChartPlan plan, NumberAxis axis, int steps) {
        TrendScale scale = TrendScale.of(plan, steps);
        axis.setRange(scale.least(), scale.most());
        axis.setTickUnit(new NumberTickUnit(scale.step()));
    }

    /** From zero, unless all values lie close together far above it or some lie below. */
    record TrendScale(double least, double most, double step) {

        static TrendScale of(ChartPlan plan, int steps) {
            DoubleSummaryStatistics values = plan.series().stream()
                    .flatMap(series -> series.values().stream())
                    .filter(Objects::nonNull)
                    .mapToDouble(Number::doubleValue)
                    .summaryStatistics();
            double top = values.getMax() <= 0 ? 1 : values.getMax();
            boolean close = values.getMin() > top * 0.6;
            double lowest = Math.min(0, values.getMin());
            double span = close ? Math.max(top - values.getMin(), top * 0.02) : top - lowest;
            double step = AxisTicks.of(span, steps, plan.format());
            double floor = close ? values.getMin() - step * 0.25 : lowest;
            double bottom = Math.floor(floor / step) * step;
            double ceiling = Math.ceil((top + step * 0.15) / step) * step;
            boolean whole = plan.format() == Format.RATE && top <= 1 && ceiling > 1;
            return new TrendScale(bottom, whole ? 1 + step * 0.2 : ceiling, step);
        }
    }

    /** The name and last value of a line, at its end and apart from its neighbours. */
    record EndLabel(String text, String category, double value, int colour, boolean focus) {
        private static final double LINE = 16;
        /** What title, subtitle and the axis of periods take of a chart's height. */
        private static final double SURROUND = 100;

        static List<EndLabel> of(ChartPlan plan, Frame frame, Range range, boolean named) {
            List<EndLabel> ends = new ArrayList<>();
            for (int i = 0; i < plan.series().size(); i++) {
                ChartPlan.Series series = plan.series().get(i);
                int last = lastIndex(series);
                if (last >= 0) {
                    Number value = series.values().get(last);
                    String shown = Display.text(plan.format(), value);
                    String text = plan.series().size() == 1 || !named ? shown : series.name() + "  " + shown;
                    double at = value == null ? 0 : value.doubleValue();
                    int colour = series.focus() ? TrendChart.colour(plan, i) : Palette.QUIET;
                    ends.add(new EndLabel(text, plan.categories().get(last), at, colour, series.focus()));
                }
            }
            return apart(ends, range, range.getLength() * LINE / Math.max(LINE * 3, frame.height() - SURROUND));
        }

        private static int lastIndex(ChartPlan.Series series) {
            int last = series.values().size() - 1;
            while (last >= 0 && series.values().get(last) == null) {
                last--;
            }
            return last;
        }

        /** Pushes labels down from the top, then up from the bottom, until none covers another. */
        private static List<EndLabel> apart(List<EndLabel> ends, Range range, double gap) {
            List<EndLabel> sorted = new ArrayList<>(ends);
            sorted.sort(Comparator.comparingDouble(EndLabel::value).reversed());
            double ceiling = Double.POSITIVE_INFINITY;
            for (int i = 0; i < sorted.size(); i++) {
                sorted.set(i, sorted.get(i).at(Math.min(sorted.get(i).value(), ceiling)));
                ceiling = sorted.get(i).value() - gap;
            }
            double floor = range.getLowerBound();
            for (int i = sorted.size() - 1; i >= 0; i--) {
                sorted.set(i, sorted.get(i).at(Math.max(sorted.get(i).value(), floor)));
                floor = sorted.get(i).value() + gap;
            }
            return sorted;
        }

        private EndLabel at(double height) {
            return new EndLabel(text, category, height, colour, focus);
        }

        double width(Frame frame) {
            return frame.textWidth(text, frame.bold(12));
        }

        ValueLabel annotation(Frame frame) {
            ValueLabel label = new ValueLabel(text, category, value, 11);
            label.setFont(focus ? frame.bold(12) : frame.regular(12));
            label.setPaint(Frame.colour(colour));
            return label;
        }
    }
}
