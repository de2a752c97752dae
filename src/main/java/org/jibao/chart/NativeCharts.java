package org.jibao.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jibao.chart.ChartPainter.AltText;
import org.jibao.chart.ChartPlan.Series;
import org.jibao.definition.SummaryDefinition.ChartType;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.workbook.Block;
import org.jibao.workbook.Display;
import org.jibao.workbook.SheetChart;
import org.jibao.workbook.TextWidth;
import org.jspecify.annotations.Nullable;

/** A plan as a chart that the spreadsheet program draws itself, in the look of the painted one. */
public final class NativeCharts {
    private final TextWidth measure;

    public NativeCharts(TextWidth measure) {
        this.measure = measure;
    }

    /**
     * Where a chart's figures stand on its sheet.
     *
     * @param categories one column or row of names
     * @param series one for each of {@link NativeCharts#series}
     */
    public record FigureCells(Block categories, List<SeriesCells> series) {
        public FigureCells {
            series = List.copyOf(series);
        }
    }

    /**
     * Where a series stands.
     *
     * @param format of the cells
     */
    public record SeriesCells(Block name, Block values, Format format) {}

    /**
     * The series that must stand in cells: those drawn, and the totals of stacked bars, which label them.
     *
     * @param drawn see {@link ChartPlan#drawn}; not empty
     */
    public static List<Series> series(ChartPlan drawn) {
        if (drawn.type() != ChartType.STACKED) {
            return drawn.series();
        }
        List<Series> series = new ArrayList<>(drawn.series());
        List<BigDecimal> totals = IntStream.range(0, drawn.categories().size())
                .mapToObj(i -> Objects.requireNonNullElse(Selection.total(drawn, i), BigDecimal.ZERO))
                .toList();
        series.add(new Series(drawn.word("chart.total"), List.copyOf(totals), false));
        return List.copyOf(series);
    }

    /**
     * @param drawn see {@link ChartPlan#drawn}; not empty
     * @param width in pixels of 1/96 inch
     * @param height likewise
     */
    public SheetChart chart(ChartPlan drawn, FigureCells cells, int width, int height) {
        NativeFrame frame = new NativeFrame(drawn, series(drawn), cells, measure, width, height);
        return switch (drawn.type()) {
            case RANKING -> NativeBars.ranking(frame);
            case STACKED -> NativeBars.stacked(frame);
            case COLUMNS -> NativeColumns.chart(frame);
            case TREND -> NativeTrend.chart(frame);
            case RING -> NativeRing.chart(frame);
        };
    }

    /** What native charts of every kind share: the heading, and how much room is left below it. */
    record NativeFrame(
            ChartPlan plan, List<Series> series, FigureCells cells, TextWidth measure, int width, int height) {
        static final double SIDE = 10;
        private static final double POINTS_PER_PIXEL = 0.75;
        private static final double LINE = 1.3;
        private static final double BOLD = 1.05;
        private static final double TITLE_WIDTH = 0.78;
        private static final double ABOVE = 8;
        private static final double BELOW_HEADING = 10;

        boolean isSmall() {
            return width < 640;
        }

        double titlePoints() {
            return isSmall() ? 11.5 : 13.5;
        }

        double subtitlePoints() {
            return isSmall() ? 8.5 : 9;
        }

        /** Pixels between the side margins. */
        double room() {
            return width - 2 * SIDE;
        }

        /** Pixels above the plot or the legend. */
        double below() {
            return ABOVE + lines(plan.title()) + lines(plan.subtitle()) + BELOW_HEADING;
        }

        /** Programs break a title before it fills the chart's width, and some set all of it like its first line. */
        private double lines(String text) {
            double points = titlePoints() * BOLD;
            return text.isEmpty()
                    ? 0
                    : measure.lines(text, points, room() * TITLE_WIDTH) * titlePoints() / POINTS_PER_PIXEL * LINE;
        }

        double widest(Iterable<String> texts, double points) {
            double widest = 0;
            for (String text : texts) {
                widest = Math.max(widest, measure.pixels(text, points));
            }
            return widest;
        }

        double largest() {
            return Math.max(
                    1e-9,
                    series.stream()
                            .flatMap(one -> one.values().stream())
                            .filter(Objects::nonNull)
                            .mapToDouble(value ->
                                    Display.cellValue(plan.format(), value).doubleValue())
                            .max()
                            .orElse(1));
        }

        String text(Number value) {
            return Display.text(plan.format(), value);
        }

        String pattern() {
            return Display.pattern(plan.format());
        }

        SheetChart.Area area(double left, double top, double right, double bottom) {
            return new SheetChart.Area(left / width, top / height, (right - left) / width, (bottom - top) / height);
        }

        SheetChart.Heading heading() {
            return new SheetChart.Heading(
                    plan.title(), plan.subtitle(), titlePoints(), subtitlePoints(), AltText.of(plan));
        }

        SheetChart.Categories categories(double points, boolean slanted) {
            return new SheetChart.Categories(plan.categories(), cells.categories(), points, slanted);
        }

        SheetChart.Series series(int index, SheetChart.Paint paint, SheetChart.Labels labels) {
            SeriesCells place = cells.series().get(index);
            List<@Nullable BigDecimal> values = new ArrayList<>();
            series.get(index)
                    .values()
                    .forEach(value -> values.add(value == null ? null : Display.cellValue(plan.format(), value)));
            return new SheetChart.Series(
                    series.get(index).name(),
                    place.name(),
                    values,
                    place.values(),
                    Display.pattern(place.format()),
                    paint,
                    java.util.Optional.of(labels));
        }

        /** The gap between bars that JFreeChart's share of a category's room makes. */
        static int gap(double share) {
            return (int) Math.max(10, Math.min(500, Math.round(100 * (1 / share - 1))));
        }

        /** An axis in round steps from zero, or from the lowest value below it. */
        SheetChart.Scale scale(double most, double pixels, boolean shown) {
            double least = Math.min(0, lowest());
            double round =
                    Frame.AxisTicks.of(Math.max(most - least, 1e-9), Frame.AxisTicks.count(pixels), plan.format());
            double step = Frame.AxisTicks.upToWhole(round, largest(), most, plan.format());
            double floor = Math.floor(least / step) * step;
            return new SheetChart.Scale(floor, most, step, tick(step), 8.5, shown);
        }

        private double lowest() {
            return series.stream()
                    .flatMap(one -> one.values().stream())
                    .filter(Objects::nonNull)
                    .mapToDouble(
                            value -> Display.cellValue(plan.format(), value).doubleValue())
                    .min()
                    .orElse(0);
        }

        /** Only the decimals that the steps have, as a pattern with optional ones leaves a bare point in Excel. */
        String tick(double step) {
            boolean share = plan.format() == Format.RATE || plan.format() == Format.CHANGE;
            double unit = share ? step * 100 : step;
            int decimals = 0;
            while (decimals < 4 && Math.abs(unit - Math.rint(unit)) > 1e-6) {
                unit *= 10;
                decimals++;
            }
            String places = decimals == 0 ? "" : "." + "0".repeat(decimals);
            return share ? "0" + places + "%" : "#,##0" + places;
        }

        SheetChart done(
                SheetChart.Kind kind,
                SheetChart.Categories categories,
                List<SheetChart.Series> shown,
                int gap,
                java.util.Optional<SheetChart.Scale> scale,
                SheetChart.Area plot,
                java.util.Optional<SheetChart.Legend> legend,
                List<SheetChart.Overlay> overlays) {
            return new SheetChart(
                    plan.id(), kind, heading(), categories, shown, gap, scale, plot, legend, overlays, width, height);
        }
    }
}
