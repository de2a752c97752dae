package org.jibao.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jibao.chart.NativeCharts.NativeFrame;
import org.jibao.workbook.Display;
import org.jibao.workbook.Palette;
import org.jibao.workbook.SheetChart;
import org.jibao.workbook.SheetChart.Kind;
import org.jibao.workbook.SheetChart.Label;
import org.jibao.workbook.SheetChart.Labels;
import org.jibao.workbook.SheetChart.Overlay;
import org.jibao.workbook.SheetChart.Paint;
import org.jibao.workbook.SheetChart.Place;
import org.jibao.workbook.SheetChart.Says;
import org.jibao.workbook.SheetChart.Scale;
import org.jspecify.annotations.Nullable;

/** Lying bars of a native chart: rankings and stacks. */
final class NativeBars {
    private static final double NAMES = 8.5;
    private static final double FIGURES = 8.25;
    private static final double WIDEST_BAR = 0.08;
    private static final double WIDEST_PART = 0.16;

    private NativeBars() {}

    static SheetChart ranking(NativeFrame frame) {
        ChartPlan plan = frame.plan();
        List<BigDecimal> values = plan.series().get(0).values().stream()
                .map(Objects::requireNonNull)
                .toList();
        BigDecimal middle = Objects.requireNonNullElse(plan.middle(), BigDecimal.ZERO);
        int count = values.size();
        double names = names(frame);
        double spare = frame.widest(values.stream().map(frame::text).toList(), FIGURES) + 12;
        double left = NativeFrame.SIDE + names;
        double wide = frame.room() - names;
        double most = frame.largest() / Math.max(0.2, 1 - spare / wide);
        Scale scale = frame.scale(most, wide, false);
        SheetChart.Area plot = frame.area(left, frame.below(), left + wide, frame.height() - 12.0);
        Label figure = new Label(Place.BEHIND, Says.VALUE, FIGURES, false, Palette.INK, 0);
        Label leading = new Label(Place.BEHIND, Says.VALUE, FIGURES, true, Palette.INK, 0);
        Map<Integer, Optional<Label>> bold = new HashMap<>();
        Map<Integer, Integer> colours = new HashMap<>();
        for (int i = 0; i < count; i++) {
            colours.put(i, RankingChart.colour(i, values.get(i), middle));
            if (i < RankingChart.LEADING) {
                bold.put(i, Optional.of(leading));
            }
        }
        Paint paint = new Paint(Optional.of(Palette.BELOW), colours, 0, false);
        return frame.done(
                Kind.BARS,
                frame.categories(NAMES, false),
                List.of(frame.series(0, paint, new Labels(frame.pattern(), Optional.of(figure), bold))),
                NativeFrame.gap(Math.min(0.68, WIDEST_BAR * count)),
                Optional.of(scale),
                plot,
                Optional.empty(),
                dashes(
                        plot,
                        (Display.cellValue(plan.format(), middle).doubleValue() - scale.least())
                                / (scale.most() - scale.least()),
                        count));
    }

    /** A dash between every two bars, so that the line runs through no label. */
    private static List<Overlay> dashes(SheetChart.Area plot, double share, int count) {
        double x = plot.left() + plot.width() * share;
        double slot = plot.height() / count;
        List<Overlay> dashes = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            double top = plot.top() + Math.max(0, slot * (i - 0.2));
            double bottom = plot.top() + Math.min(plot.height(), slot * (i + 0.2));
            dashes.add(new Overlay(new SheetChart.Area(x, top, 0, bottom - top), "", 1.2, Palette.ORANGE));
        }
        return dashes;
    }

    static SheetChart stacked(NativeFrame frame) {
        ChartPlan plan = frame.plan();
        int parts = plan.series().size();
        double names = names(frame);
        double left = NativeFrame.SIDE + names;
        double wide = frame.room() - names;
        double legend = frame.below();
        double top = legend + 28;
        double spare = frame.measure()
                        .pixels(
                                frame.text(frame.series().get(parts).values().stream()
                                        .map(Objects::requireNonNull)
                                        .max(BigDecimal::compareTo)
                                        .orElse(BigDecimal.ZERO)),
                                9)
                + 14;
        double most = frame.largest() / Math.max(0.2, 1 - spare / wide);
        List<SheetChart.Series> series = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            int colour = Palette.PARTS.get(i);
            series.add(frame.series(i, Paint.bars(colour), partLabels(frame, i, colour, wide / most)));
        }
        Label total = new Label(Place.BASE, Says.VALUE, 8.75, true, Palette.INK, 0);
        series.add(frame.series(
                parts,
                new Paint(Optional.empty(), Map.of(), 0, false),
                new Labels(frame.pattern(), Optional.of(total), Map.of())));
        SheetChart.Legend list = new SheetChart.Legend(
                frame.area(NativeFrame.SIDE, legend, legendEnd(frame, parts + 1), legend + 24), false, 9);
        return frame.done(
                Kind.STACKED,
                frame.categories(9, false),
                series,
                NativeFrame.gap(Math.min(0.66, WIDEST_PART * plan.categories().size())),
                Optional.of(frame.scale(most, wide, true)),
                frame.area(left, top, left + wide, frame.height() - 30.0),
                Optional.of(list),
                List.of());
    }

    /** A legend that is wider than its entries spreads them over its width. */
    static double legendEnd(NativeFrame frame, int entries) {
        double wide = IntStream.range(0, entries)
                .mapToDouble(i -> frame.measure().pixels(frame.series().get(i).name(), 9) + 34)
                .sum();
        return NativeFrame.SIDE + Math.min(frame.room(), wide);
    }

    private static Labels partLabels(NativeFrame frame, int series, int colour, double pixelsPerUnit) {
        Map<Integer, Optional<Label>> without = new HashMap<>();
        double largest = frame.largest();
        List<@Nullable BigDecimal> values = frame.series().get(series).values();
        for (int i = 0; i < values.size(); i++) {
            BigDecimal value = values.get(i);
            double size = value == null
                    ? 0
                    : Display.cellValue(frame.plan().format(), value).doubleValue();
            boolean fits = value != null
                    && size / largest >= StackedChart.PartLabels.SMALLEST_SHARE
                    && frame.measure().pixels(frame.text(value), FIGURES) + 4 < size * pixelsPerUnit;
            if (!fits) {
                without.put(i, Optional.empty());
            }
        }
        Label figure = new Label(Place.CENTER, Says.VALUE, FIGURES, false, Palette.textOn(colour), 0);
        return new Labels(frame.pattern(), Optional.of(figure), without);
    }

    private static double names(NativeFrame frame) {
        return Math.min(frame.widest(frame.plan().categories(), 9) + 14, frame.room() * 0.45);
    }
}
