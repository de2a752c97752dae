package org.jibao.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.chart.NativeCharts.NativeFrame;
import org.jibao.workbook.Palette;
import org.jibao.workbook.SheetChart;
import org.jibao.workbook.SheetChart.Kind;
import org.jibao.workbook.SheetChart.Label;
import org.jibao.workbook.SheetChart.Labels;
import org.jibao.workbook.SheetChart.Paint;
import org.jibao.workbook.SheetChart.Place;
import org.jibao.workbook.SheetChart.Says;

/** Columns of a native chart, lying down where their names would not fit below them. */
final class NativeColumns {
    private static final double FIGURES = 8.25;
    private static final double LEGEND = 26;
    /** No bar takes more of the plot. */
    private static final double WIDEST = 0.1;

    private final NativeFrame frame;
    private final int categories;
    private final boolean grouped;
    private final double names;

    private NativeColumns(NativeFrame frame) {
        this.frame = frame;
        categories = frame.plan().categories().size();
        grouped = frame.series().size() > 1;
        names = frame.isSmall() ? 8 : 9;
    }

    static SheetChart chart(NativeFrame frame) {
        NativeColumns columns = new NativeColumns(frame);
        double slot = (frame.room() - columns.axisWidth()) / columns.categories;
        double widest = frame.widest(frame.plan().categories(), columns.names);
        double word = 0;
        for (String name : frame.plan().categories()) {
            word = Math.max(word, frame.measure().widestWord(name, columns.names));
        }
        int lines = ColumnsChart.lines(widest, word, slot - 12);
        return lines > 0 ? columns.standing(lines, slot) : columns.lying();
    }

    private SheetChart standing(int lines, double slot) {
        double top = frame.below() + (grouped ? LEGEND : 0);
        double bottom = frame.height() - lines * names / 0.75 * 1.45 - 18;
        double tall = Math.max(60, bottom - top);
        double most = frame.largest() / Math.max(0.3, 1 - 24 / tall);
        double bars = grouped ? 0.76 / frame.series().size() : 1;
        boolean labelled = widestFigure() + 4 < slot * bars;
        double left = NativeFrame.SIDE + axisWidth();
        return columns(
                Kind.COLUMNS,
                most,
                tall,
                frame.area(left, top, frame.width() - NativeFrame.SIDE, bottom),
                grouped ? 0.76 : 0.6,
                labelled);
    }

    private SheetChart lying() {
        double top = frame.below() + (grouped ? LEGEND : 0);
        double bottom = frame.height() - 30.0;
        double bar =
                (bottom - top) * 0.7 / Math.max(1, categories * frame.series().size());
        double wide = Math.min(frame.widest(frame.plan().categories(), names) + 14, frame.room() * 0.5);
        double room = frame.room() - wide;
        double most = frame.largest() / Math.max(0.3, 1 - (widestFigure() + 14) / room);
        double left = NativeFrame.SIDE + wide;
        return columns(
                Kind.BARS,
                most,
                room,
                frame.area(left, top, frame.width() - NativeFrame.SIDE, bottom),
                grouped ? 0.76 : 0.66,
                bar > 9);
    }

    private SheetChart columns(
            Kind kind, double most, double pixels, SheetChart.Area plot, double share, boolean labelled) {
        Optional<Label> figure = labelled
                ? Optional.of(new Label(Place.BEHIND, Says.VALUE, FIGURES, false, Palette.INK, 0))
                : Optional.empty();
        List<SheetChart.Series> series = new ArrayList<>();
        for (int i = 0; i < frame.series().size(); i++) {
            int colour = ColumnsChart.COLOURS.get(i % ColumnsChart.COLOURS.size());
            series.add(frame.series(i, Paint.bars(colour), new Labels(frame.pattern(), figure, Map.of())));
        }
        double below = frame.below();
        Optional<SheetChart.Legend> legend = grouped
                ? Optional.of(new SheetChart.Legend(
                        frame.area(
                                NativeFrame.SIDE,
                                below,
                                NativeBars.legendEnd(frame, frame.series().size()),
                                below + LEGEND - 4),
                        false,
                        frame.isSmall() ? 8.25 : 9))
                : Optional.empty();
        // A group is as wide as its bars together; the gap is counted in bars.
        double bars = Math.min(share / frame.series().size(), WIDEST * categories);
        int gap = (int) Math.max(
                10, Math.min(500, Math.round(100 * (1 / bars - frame.series().size()))));
        return frame.done(
                kind,
                frame.categories(names, false),
                series,
                gap,
                Optional.of(frame.scale(most, pixels, true)),
                plot,
                legend,
                List.of());
    }

    private double widestFigure() {
        List<String> texts = new ArrayList<>();
        frame.plan().series().forEach(series -> series.values()
                .forEach(value -> texts.add(value == null ? "" : frame.text(value))));
        return frame.widest(texts, FIGURES);
    }

    private double axisWidth() {
        return Math.min(90, frame.measure().pixels(frame.text(frame.largest()), 8.5) + 12);
    }
}
