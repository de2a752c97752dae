package org.jibao.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.data.Range;
import org.jibao.workbook.Display;
import org.jibao.workbook.Palette;

/** The name and last value of a line, at its end and apart from its neighbours. */
record EndLabel(String text, String category, double value, int colour, boolean focus) {
    private static final double LINE = 16;
    /** What title, subtitle and the axis of periods take of a chart's height. */
    private static final double SURROUND = 100;

    static List<EndLabel> of(ChartPlan plan, Frame frame, Range range) {
        List<EndLabel> ends = new ArrayList<>();
        for (int i = 0; i < plan.series().size(); i++) {
            ChartPlan.Series series = plan.series().get(i);
            int last = lastIndex(series);
            if (last >= 0) {
                Number value = series.values().get(last);
                String shown = Display.text(plan.format(), value);
                String text = plan.series().size() == 1 ? shown : series.name() + "  " + shown;
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
