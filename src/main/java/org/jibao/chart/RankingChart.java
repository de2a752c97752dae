package org.jibao.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Paint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.ui.Layer;
import org.jibao.chart.Frame.ChartDatasets;
import org.jibao.workbook.Display;
import org.jibao.workbook.Palette;

/** Horizontal bars, the largest first; the first five dark, those above the line in the middle tone. */
final class RankingChart {
    static final int LEADING = 5;

    private RankingChart() {}

    static JFreeChart chart(ChartPlan plan, Frame frame) {
        List<BigDecimal> values = plan.series().get(0).values().stream()
                .map(Objects::requireNonNull)
                .toList();
        BigDecimal middle = Objects.requireNonNullElse(plan.middle(), BigDecimal.ZERO);
        CategoryAxis categories = new CategoryAxis();
        NumberAxis axis = new NumberAxis();
        CategoryPlot plot = new CategoryPlot(ChartDatasets.of(plan), categories, axis, new Bars(values, middle));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        JFreeChart chart = frame.chart(plot, false);
        frame.style(plot, categories, axis);
        double labels = layOut(frame, plan, categories);
        axis.setVisible(false);
        plot.setRangeGridlinesVisible(false);
        double largest = Math.max(values.get(0).doubleValue(), 1e-9);
        double spare = frame.widest(texts(plan, values), frame.bold(11)) + 12;
        axis.setRange(0, largest / Math.max(0.2, 1 - spare / (frame.room() - labels)));
        for (int i = 0; i < values.size(); i++) {
            plot.addAnnotation(label(frame, plan, i, values.get(i)));
        }
        plot.addRangeMarker(line(middle), Layer.BACKGROUND);
        return chart;
    }

    private static List<String> texts(ChartPlan plan, List<BigDecimal> values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(Display.text(plan.format(), value)));
        return texts;
    }

    /** @return the pixels that the names take */
    private static double layOut(Frame frame, ChartPlan plan, CategoryAxis categories) {
        Font font = frame.regular(frame.isSmall() ? 11 : 11.5);
        double names = Math.min(frame.widest(plan.categories(), font) + 14, frame.room() * 0.5);
        categories.setTickLabelFont(font);
        categories.setLowerMargin(0.004);
        categories.setUpperMargin(0.004);
        categories.setCategoryMargin(0.32);
        categories.setMaximumCategoryLabelLines(1);
        categories.setMaximumCategoryLabelWidthRatio((float) (names / frame.room()) + 0.02f);
        return names;
    }

    private static ValueLabel label(Frame frame, ChartPlan plan, int index, BigDecimal value) {
        ValueLabel label = new ValueLabel(
                Display.text(plan.format(), value), plan.categories().get(index), value.doubleValue(), 5);
        label.setFont(index < LEADING ? frame.bold(11) : frame.regular(11));
        label.setPaint(Frame.colour(Palette.INK));
        return label;
    }

    private static ValueMarker line(BigDecimal middle) {
        BasicStroke dashes =
                new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {4, 3}, 0);
        return new ValueMarker(middle.doubleValue(), Frame.colour(Palette.ORANGE), dashes);
    }

    /** Bars coloured by their place. */
    private static final class Bars extends BarRenderer {
        private final transient List<BigDecimal> values;
        private final BigDecimal middle;

        Bars(List<BigDecimal> values, BigDecimal middle) {
            this.values = values;
            this.middle = middle;
            Frame.flat(this);
            setMaximumBarWidth(0.08);
        }

        @Override
        public Paint getItemPaint(int row, int column) {
            return Frame.colour(colour(column, values.get(column), middle));
        }
    }

    /** The colour of a bar by its place, from 0. */
    static int colour(int place, BigDecimal value, BigDecimal middle) {
        if (place < LEADING) {
            return Palette.BLUE;
        }
        return value.compareTo(middle) >= 0 ? Palette.ABOVE : Palette.BELOW;
    }
}
