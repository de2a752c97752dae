package org.jibao.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A chart that the spreadsheet program draws from cells of the sheet on which it stands. Sizes of type are in points,
 * colours are {@code 0xRRGGBB}, and areas are fractions of the chart's width and height.
 *
 * @param name of the object, as it stands in the selection pane
 * @param gap between the bars of two categories, in per cent of a bar's width, 0 to 500
 * @param scale of the value axis; empty for a ring, which has none
 * @param plot the area of the bars or lines, without the labels of the axes; of a ring, its square
 * @param legend empty where the chart has none
 * @param overlays lines and words over the plot
 * @param width in pixels of 1/96 inch
 * @param height likewise
 */
public record SheetChart(
        String name,
        Kind kind,
        Heading heading,
        Categories categories,
        List<Series> series,
        int gap,
        Optional<Scale> scale,
        Area plot,
        Optional<Legend> legend,
        List<Overlay> overlays,
        int width,
        int height) {

    public SheetChart {
        series = List.copyOf(series);
        overlays = List.copyOf(overlays);
    }

    /** The form of a chart. */
    public enum Kind {
        /** Standing bars, a group a category. */
        COLUMNS,
        /** Lying bars, the first category on top. */
        BARS,
        /** Lying bars in parts, the first category on top. */
        STACKED,
        LINES,
        RING
    }

    /**
     * What stands above the plot.
     *
     * @param alternative the chart in words, for those who cannot see it
     */
    public record Heading(
            String title, String subtitle, double titlePoints, double subtitlePoints, String alternative) {}

    /**
     * The names along the axis.
     *
     * @param cells where they stand, in order
     * @param slanted where they would not fit side by side
     */
    public record Categories(List<String> names, Block cells, double points, boolean slanted) {
        public Categories {
            names = List.copyOf(names);
        }
    }

    /**
     * One series.
     *
     * @param nameCell where its name stands
     * @param values as they stand in {@code cells}; null where the cell is empty
     * @param pattern Excel's number format of the cells
     * @param labels the figure beside each value; empty for none
     */
    public record Series(
            String name,
            Block nameCell,
            List<@Nullable BigDecimal> values,
            Block cells,
            String pattern,
            Paint paint,
            Optional<Labels> labels) {
        public Series {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /**
     * How a series looks.
     *
     * @param colour empty for a series of which only the labels are seen, such as the totals of stacked bars
     * @param points colours of single values by their place, from 0
     * @param line width of a line in points, 0 for bars
     * @param marked whether the points of a line have markers
     */
    public record Paint(Optional<Integer> colour, Map<Integer, Integer> points, double line, boolean marked) {
        public Paint {
            points = Map.copyOf(points);
        }

        public static Paint bars(int colour) {
            return new Paint(Optional.of(colour), Map.of(), 0, false);
        }
    }

    /**
     * The labels of a series.
     *
     * @param pattern Excel's number format
     * @param usual empty where only the exceptions are labelled
     * @param exceptions by the place of the value, from 0; empty for a value without a label
     */
    public record Labels(String pattern, Optional<Label> usual, Map<Integer, Optional<Label>> exceptions) {
        public Labels {
            exceptions = Map.copyOf(exceptions);
        }
    }

    /**
     * One label.
     *
     * @param shift down from where it would stand, as a fraction of the chart's height
     */
    public record Label(Place place, Says says, double points, boolean bold, int colour, double shift) {}

    /** Where a label stands. */
    public enum Place {
        BEHIND,
        CENTER,
        BASE,
        RIGHT
    }

    /** What a label says. */
    public enum Says {
        VALUE,
        NAME_AND_VALUE,
        SHARE
    }

    /**
     * The value axis.
     *
     * @param pattern Excel's number format of its labels
     * @param shown whether it has labels and grid lines
     */
    public record Scale(double least, double most, double step, String pattern, double points, boolean shown) {}

    /** A rectangle in fractions of the chart's width and height, from its upper left corner. */
    public record Area(double left, double top, double width, double height) {}

    /** The list of series, or of the parts of a ring. */
    public record Legend(Area area, boolean beside, double points) {}

    /**
     * A line from the upper left to the lower right corner of its area, or words in its middle.
     *
     * @param words empty for a line
     */
    public record Overlay(Area area, String words, double points, int colour) {}
}
