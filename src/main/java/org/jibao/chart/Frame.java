package org.jibao.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.util.Objects;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.workbook.Display;
import org.jibao.workbook.Palette;
import org.jibao.workbook.Typefaces.Typeface;

/** What all charts share: title, subtitle, ground, axes and legend. */
record Frame(Typeface typeface, ChartPlan plan, int width, int height) {
    private static final double TITLE = 18;
    private static final double SMALL_TITLE = 15;
    private static final double SIDE = 10;
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    static Color colour(int rgb) {
        return new Color(rgb);
    }

    boolean isSmall() {
        return width < 640;
    }

    Font regular(double size) {
        return typeface.regular(size);
    }

    Font bold(double size) {
        return typeface.bold(size);
    }

    double textWidth(String text, Font font) {
        return font.getStringBounds(text, CONTEXT).getWidth();
    }

    /** Pixels between the side margins. */
    double room() {
        return width - 2 * SIDE;
    }

    JFreeChart chart(Plot plot, boolean legend) {
        JFreeChart chart = new JFreeChart(null, regular(12), plot, legend);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setBorderVisible(false);
        chart.setPadding(new RectangleInsets(isSmall() ? 12 : 16, SIDE, isSmall() ? 10 : 14, SIDE));
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        chart.getRenderingHints().put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        chart.getRenderingHints().put(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        chart.getRenderingHints().put(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        chart.setTitle(title(plan.title(), bold(isSmall() ? SMALL_TITLE : TITLE), Palette.INK, 2));
        chart.addSubtitle(0, title(plan.subtitle(), regular(isSmall() ? 11 : 12), Palette.QUIET, isSmall() ? 8 : 14));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setNoDataMessage(null);
        if (legend) {
            style(chart.getLegend());
        }
        return chart;
    }

    private static TextTitle title(String text, Font font, int colour, double below) {
        TextTitle title = new TextTitle(text, font);
        title.setPaint(colour(colour));
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setPadding(0, 0, below, 0);
        title.setExpandToFitSpace(true);
        return title;
    }

    private void style(LegendTitle legend) {
        legend.setItemFont(regular(isSmall() ? 11 : 12));
        legend.setItemPaint(colour(Palette.INK));
        legend.setFrame(BlockBorder.NONE);
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setLegendItemGraphicPadding(new RectangleInsets(2, 0, 2, 4));
        legend.setItemLabelPadding(new RectangleInsets(2, 2, 2, 14));
        legend.setPadding(0, 0, 6, 0);
        legend.setMargin(RectangleInsets.ZERO_INSETS);
    }

    void style(CategoryPlot plot, CategoryAxis categories, NumberAxis values) {
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setRangeGridlinePaint(colour(Palette.GRID));
        plot.setRangeGridlineStroke(new BasicStroke(1f));
        plot.setDomainGridlinesVisible(false);
        plot.setRangeZeroBaselineVisible(false);
        categories.setTickLabelFont(regular(isSmall() ? 11 : 12));
        categories.setTickLabelPaint(colour(Palette.INK));
        categories.setAxisLinePaint(colour(Palette.AXIS));
        categories.setTickMarksVisible(false);
        categories.setTickLabelInsets(new RectangleInsets(3, 4, 3, 6));
        values.setTickLabelFont(regular(11));
        values.setTickLabelPaint(colour(Palette.QUIET));
        values.setAxisLineVisible(false);
        values.setTickMarksVisible(false);
        values.setNumberFormatOverride(Display.axis(plan.format()));
    }

    static void flat(BarRenderer renderer) {
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setItemMargin(0);
    }

    /** From zero to a little above the largest value, in round steps. */
    void scale(NumberAxis axis, double largest, double headroom, double pixels) {
        double top = largest <= 0 ? 1 : largest;
        double step = AxisTicks.of(top, AxisTicks.count(pixels), plan.format());
        axis.setRange(0, top * headroom);
        axis.setTickUnit(new NumberTickUnit(AxisTicks.upToWhole(step, top, top * headroom, plan.format())));
    }

    /** The longest piece of the labels that a line break does not divide: a word, or one Chinese character. */
    double widestWord(Iterable<String> labels, Font font) {
        double widest = 0;
        for (String label : labels) {
            for (String word : label.split("[\\s\u2E80-\uFFEF]+")) {
                widest = Math.max(widest, textWidth(word, font));
            }
        }
        return Math.max(widest, font.getSize2D());
    }

    /** The longest of the labels, in pixels of the font. */
    double widest(Iterable<String> labels, Font font) {
        double widest = 0;
        for (String label : labels) {
            widest = Math.max(widest, textWidth(label, font));
        }
        return widest;
    }

    /** Round steps for the ticks of an axis. */
    static final class AxisTicks {
        private AxisTicks() {}

        /** How many steps a length holds without crowding, five at most. */
        static int count(double pixels) {
            return Math.max(2, Math.min(5, (int) (pixels / 30)));
        }

        /** A step of 1, 2 or 5 times a power of ten that covers the span in about {@code count} steps; whole for counts. */
        static double of(double span, int count, Format format) {
            double raw = span / count;
            double power = Math.pow(10, Math.floor(Math.log10(raw)));
            double step = 10 * power;
            for (double candidate : new double[] {5, 2, 1}) {
                if (candidate * power >= raw * 0.999) {
                    step = candidate * power;
                }
            }
            return format == Format.COUNT ? Math.max(1, step) : step;
        }

        /**
         * A step, or a wider one, with which no tick says more than 100 % of rates that do not reach it.
         *
         * @param largest of the values
         * @param most where the axis ends, with its room for labels
         */
        static double upToWhole(double step, double largest, double most, Format format) {
            if (format != Format.RATE || largest > 1 || 1 + step > most) {
                return step;
            }
            return most < 1.5 ? 0.5 : 1;
        }
    }

    /** A plan's figures as JFreeChart takes them. */
    static final class ChartDatasets {
        private ChartDatasets() {}

        static DefaultCategoryDataset of(ChartPlan plan) {
            DefaultCategoryDataset figures = new DefaultCategoryDataset();
            for (ChartPlan.Series series : plan.series()) {
                for (int i = 0; i < plan.categories().size(); i++) {
                    figures.addValue(
                            series.values().get(i),
                            series.name(),
                            plan.categories().get(i));
                }
            }
            return figures;
        }

        static double largest(ChartPlan plan) {
            return plan.series().stream()
                    .flatMap(series -> series.values().stream())
                    .filter(Objects::nonNull)
                    .mapToDouble(Number::doubleValue)
                    .max()
                    .orElse(1);
        }
    }
}
