package org.jibao.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.chart.NativeCharts.NativeFrame;
import org.jibao.chart.TrendChart.TrendScale;
import org.jibao.workbook.Display;
import org.jibao.workbook.Palette;
import org.jibao.workbook.SheetChart;
import org.jibao.workbook.SheetChart.Kind;
import org.jibao.workbook.SheetChart.Label;
import org.jibao.workbook.SheetChart.Labels;
import org.jibao.workbook.SheetChart.Paint;
import org.jibao.workbook.SheetChart.Place;
import org.jibao.workbook.SheetChart.Says;
import org.jibao.workbook.SheetChart.Scale;
import org.jspecify.annotations.Nullable;

/** Lines of a native chart: each has its name and last value at its end, apart from its neighbours. */
final class NativeTrend {
    private static final double FOCUS_WIDTH = 2;
    private static final double OTHER_WIDTH = 1.25;
    private static final double POINTS = 9;
    private static final double LINE = 16;
    private static final double AXIS = 46;

    private final NativeFrame frame;

    private NativeTrend(NativeFrame frame) {
        this.frame = frame;
    }

    static SheetChart chart(NativeFrame frame) {
        return new NativeTrend(frame).chart();
    }

    private SheetChart chart() {
        ChartPlan plan = frame.plan();
        int periods = plan.categories().size();
        double top = frame.below() + 4;
        double bottom = frame.height() - 36.0;
        double spare = ends().stream().mapToDouble(this::width).max().orElse(0) + 14;
        double all = frame.room() - AXIS;
        double slot = all / Math.max(1, periods);
        double wide = all - Math.max(0, Math.min(all * 0.6, spare - slot / 2));
        boolean slanted = frame.widest(plan.categories(), POINTS) + 8 > wide / periods;
        double floor = slanted ? bottom - 24 : bottom;
        TrendScale steps = TrendScale.of(cellValues(plan), Frame.AxisTicks.count(floor - top));
        Scale scale = new Scale(steps.least(), steps.most(), steps.step(), frame.tick(steps.step()), 8.5, true);
        double left = NativeFrame.SIDE + AXIS;
        double[] shifts = shifts(scale, floor - top);
        List<SheetChart.Series> series = new ArrayList<>();
        for (int i = 0; i < plan.series().size(); i++) {
            boolean focus = plan.series().get(i).focus();
            int colour = TrendChart.colour(plan, i);
            Paint paint = new Paint(Optional.of(colour), Map.of(), focus ? FOCUS_WIDTH : OTHER_WIDTH, focus);
            series.add(frame.series(i, paint, labels(i, focus, focus ? colour : Palette.QUIET, shifts[i])));
        }
        return frame.done(
                Kind.LINES,
                frame.categories(frame.isSmall() ? 8 : POINTS, slanted),
                series,
                100,
                Optional.of(scale),
                frame.area(left, top, left + wide, floor),
                Optional.empty(),
                List.of());
    }

    private static ChartPlan cellValues(ChartPlan plan) {
        return plan.with(
                plan.subtitle(),
                plan.categories(),
                plan.series().stream()
                        .map(one -> new ChartPlan.Series(
                                one.name(),
                                one.values().stream()
                                        .<@Nullable BigDecimal>map(
                                                value -> value == null ? null : Display.cellValue(plan.format(), value))
                                        .toList(),
                                one.focus()))
                        .toList());
    }

    private Labels labels(int index, boolean focus, int colour, double shift) {
        int last = last(index);
        Says says = frame.series().size() == 1 ? Says.VALUE : Says.NAME_AND_VALUE;
        Label label = new Label(Place.RIGHT, says, POINTS, focus, readable(colour), shift / frame.height());
        Map<Integer, Optional<Label>> end = last < 0 ? Map.of() : Map.of(last, Optional.of(label));
        return new Labels(frame.pattern(), Optional.empty(), end);
    }

    /** Orange is too pale for small letters on white. */
    private static int readable(int colour) {
        return colour == Palette.ORANGE ? Palette.RUST : colour;
    }

    private int last(int index) {
        List<@Nullable BigDecimal> values = frame.series().get(index).values();
        int last = values.size() - 1;
        while (last >= 0 && values.get(last) == null) {
            last--;
        }
        return last;
    }

    private List<Integer> ends() {
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < frame.series().size(); i++) {
            if (last(i) >= 0) {
                ends.add(i);
            }
        }
        return ends;
    }

    private double width(int index) {
        BigDecimal value = frame.series().get(index).values().get(last(index));
        String name =
                frame.series().size() == 1 ? "" : frame.series().get(index).name() + "  ";
        return frame.measure().pixels(name + frame.text(java.util.Objects.requireNonNull(value)), POINTS) * 1.05;
    }

    /** Pixels by which each label is moved down so that none covers another. */
    private double[] shifts(Scale scale, double tall) {
        double[] shifts = new double[frame.series().size()];
        double[] natural = new double[frame.series().size()];
        for (int index : ends()) {
            BigDecimal value = java.util.Objects.requireNonNull(
                    frame.series().get(index).values().get(last(index)));
            double share = (Display.cellValue(frame.plan().format(), value).doubleValue() - scale.least())
                    / (scale.most() - scale.least());
            natural[index] = tall * (1 - share);
        }
        List<Integer> down = new ArrayList<>(ends());
        down.sort(Comparator.comparingDouble(index -> natural[index]));
        double[] placed = natural.clone();
        double least = Double.NEGATIVE_INFINITY;
        for (int index : down) {
            placed[index] = Math.max(natural[index], least);
            least = placed[index] + LINE;
        }
        double most = tall;
        for (int i = down.size() - 1; i >= 0; i--) {
            int index = down.get(i);
            placed[index] = Math.min(placed[index], most);
            most = placed[index] - LINE;
        }
        for (int index : down) {
            shifts[index] = placed[index] - natural[index];
        }
        return shifts;
    }
}
