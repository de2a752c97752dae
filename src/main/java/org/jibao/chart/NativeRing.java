package org.jibao.chart;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jibao.chart.NativeCharts.NativeFrame;
import org.jibao.workbook.Palette;
import org.jibao.workbook.SheetChart;
import org.jibao.workbook.SheetChart.Kind;
import org.jibao.workbook.SheetChart.Label;
import org.jibao.workbook.SheetChart.Labels;
import org.jibao.workbook.SheetChart.Overlay;
import org.jibao.workbook.SheetChart.Paint;
import org.jibao.workbook.SheetChart.Place;
import org.jibao.workbook.SheetChart.Says;

/** A native ring: shares in its parts, the total in its middle, the names beside it. */
final class NativeRing {
    private static final double SMALLEST_SHARE = 0.045;
    private static final double NAMES = 9;
    private static final double ENTRY = 26;
    private static final double FILLED = 0.5;

    private NativeRing() {}

    static SheetChart chart(NativeFrame frame) {
        List<BigDecimal> values = frame.series().get(0).values().stream()
                .map(value -> Objects.requireNonNullElse(value, BigDecimal.ZERO))
                .toList();
        BigDecimal total = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<Integer, Integer> colours = new HashMap<>();
        Map<Integer, Optional<Label>> labels = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            int colour = Palette.PARTS.get(i);
            colours.put(i, colour);
            double share = values.get(i).doubleValue() / Math.max(1e-9, total.doubleValue());
            labels.put(
                    i,
                    share < SMALLEST_SHARE
                            ? Optional.empty()
                            : Optional.of(new Label(Place.CENTER, Says.SHARE, 8.25, false, Palette.textOn(colour), 0)));
        }
        double top = frame.below();
        double side = Math.max(80, frame.height() - top - 14);
        double names = Math.min(frame.room() * 0.45, frame.widest(frame.plan().categories(), NAMES) + 36);
        double left = Math.max(NativeFrame.SIDE, (frame.width() - names - side) / 2 - 8);
        SheetChart.Area plot = frame.area(left, top, left + side, top + side);
        double list = Math.min(side, ENTRY * values.size());
        double from = left + side + 16;
        SheetChart.Legend legend = new SheetChart.Legend(
                frame.area(
                        from,
                        top + (side - list) / 2,
                        Math.min(frame.width() - 4.0, from + names),
                        top + (side + list) / 2),
                true,
                NAMES);
        String shown = frame.text(total);
        double usual = frame.isSmall() ? 15 : 19.5;
        double hole = side * FILLED;
        double wide = frame.measure().pixels(shown, usual);
        Overlay middle = new Overlay(plot, shown, wide > hole ? usual * hole / wide : usual, Palette.INK);
        Paint paint = new Paint(Optional.of(Palette.BLUE), colours, 0, false);
        return frame.done(
                Kind.RING,
                frame.categories(NAMES, false),
                List.of(frame.series(0, paint, new Labels(frame.pattern(), Optional.empty(), labels))),
                0,
                Optional.empty(),
                plot,
                Optional.of(legend),
                List.of(middle));
    }
}
