package org.jibao.summary.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jibao.workbook.TextWidth;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A table as Word has it: as wide as its place, its head repeated on every page, no row torn. */
final class GridXml {

    static final int TWIPS_A_PIXEL = 15;

    /** Half points: 10.5 (五号) where that fits, else smaller, never below 6.5. */
    private static final List<Integer> SIZES = List.of(21, 18, 15, 13);

    private static final int PADDING = 60;
    private static final int WIDEST_TEXT = 180;

    /** A table of so many rows is not parted over two pages. */
    private static final int MOST_KEPT = 16;

    private static final int POINTS = 10;

    /** Pixels: labels up to this width are not broken. */
    private static final int SHORT_LABEL = 48;

    /** Pixels at both sides of a cell's text together, at the smallest size of type. */
    private static final int AROUND = 15;

    /** How much wider bold type is. */
    private static final double BOLD = 1.1;

    private final TextWidth measure;
    private final GridRows rows;

    /** @param rows of the file in which the tables stand */
    GridXml(TextWidth measure, GridRows rows) {
        this.measure = measure;
        this.rows = rows;
    }

    /**
     * The table, to be put beside a node.
     *
     * @param width in twips
     * @param like the properties of the run whose typeface it takes
     */
    Element make(Node beside, Grid grid, int width, Optional<Element> like) {
        List<Double> wanted = wanted(grid);
        int size = size(wanted, width);
        List<Integer> widths = widths(wanted, width);
        Element table = WordXml.make(beside, "tbl");
        Element properties = WordXml.add(table, "tblPr");
        WordXml.add(properties, "tblW", "w", String.valueOf(width), "type", "dxa");
        WordXml.add(properties, "jc", "val", "center");
        borders(properties);
        WordXml.add(properties, "tblLayout", "type", "fixed");
        Element margins = WordXml.add(properties, "tblCellMar");
        WordXml.add(margins, "left", "w", String.valueOf(PADDING), "type", "dxa");
        WordXml.add(margins, "right", "w", String.valueOf(PADDING), "type", "dxa");
        Element columns = WordXml.add(table, "tblGrid");
        widths.forEach(column -> WordXml.add(columns, "gridCol", "w", String.valueOf(column)));
        Cells cells = new Cells(widths, size, grid.lines().size() <= MOST_KEPT, like);
        Element head = row(table, true);
        for (int i = 0; i < grid.heads().size(); i++) {
            cells.add(head, i, grid.heads().get(i).label(), "center", true);
        }
        if (grid.lines().isEmpty()) {
            cells.across(row(table, false), grid.empty());
        } else {
            rows.add(table, sample(table, grid, cells, false), sample(table, grid, cells, true), grid.lines());
        }
        return table;
    }

    private Element sample(Element table, Grid grid, Cells cells, boolean strong) {
        Element row = row(table, false);
        for (int i = 0; i < grid.heads().size(); i++) {
            String side = grid.heads().get(i).numeric() ? "right" : "left";
            cells.add(row, i, rows.sampleText(), side, strong);
        }
        return row;
    }

    private static void borders(Element properties) {
        Element borders = WordXml.add(properties, "tblBorders");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            WordXml.add(borders, side, "val", "single", "sz", "4", "space", "0", "color", "auto");
        }
    }

    private static Element row(Element table, boolean head) {
        Element row = WordXml.add(table, "tr");
        Element properties = WordXml.add(row, "trPr");
        WordXml.add(properties, "cantSplit");
        if (head) {
            WordXml.add(properties, "tblHeader");
        }
        return row;
    }

    /** What each column takes at ten points, in pixels: a number on one line, a text on two or three where it is long. */
    private List<Double> wanted(Grid grid) {
        List<Double> wanted = new ArrayList<>();
        for (int i = 0; i < grid.heads().size(); i++) {
            Grid.Head head = grid.heads().get(i);
            double widest = 0;
            for (Grid.Line line : grid.lines()) {
                widest = Math.max(widest, measure.pixels(line.cells().get(i), POINTS));
            }
            double label = BOLD * measure.pixels(head.label(), POINTS);
            double least = Math.max(BOLD * measure.widestWord(head.label(), POINTS), Math.min(label, SHORT_LABEL));
            wanted.add(Math.max(least, head.numeric() ? widest : Math.min(widest, WIDEST_TEXT)) + AROUND);
        }
        return wanted;
    }

    private static int size(List<Double> wanted, int width) {
        double pixels = wanted.stream().mapToDouble(Double::doubleValue).sum();
        return SIZES.stream()
                .filter(size -> pixels * size / (2.0 * POINTS) <= (double) width / TWIPS_A_PIXEL)
                .findFirst()
                .orElse(SIZES.get(SIZES.size() - 1));
    }

    /** In proportion, the last one taking what rounding leaves. */
    private static List<Integer> widths(List<Double> wanted, int width) {
        double all = wanted.stream().mapToDouble(Double::doubleValue).sum();
        List<Integer> widths = new ArrayList<>();
        int left = width;
        for (int i = 0; i < wanted.size(); i++) {
            int one = i == wanted.size() - 1 ? left : (int) (wanted.get(i) / all * width);
            widths.add(one);
            left -= one;
        }
        return widths;
    }

    /** Makes cells of one size of type. */
    private record Cells(List<Integer> widths, int size, boolean kept, Optional<Element> like) {

        void add(Element row, int column, String text, String side, boolean strong) {
            Element cell = WordXml.add(row, "tc");
            Element properties = WordXml.add(cell, "tcPr");
            WordXml.add(properties, "tcW", "w", String.valueOf(widths.get(column)), "type", "dxa");
            WordXml.add(properties, "vAlign", "val", "center");
            paragraph(cell, text, side, strong);
        }

        void across(Element row, String text) {
            Element cell = WordXml.add(row, "tc");
            Element properties = WordXml.add(cell, "tcPr");
            int width = widths.stream().mapToInt(Integer::intValue).sum();
            WordXml.add(properties, "tcW", "w", String.valueOf(width), "type", "dxa");
            WordXml.add(properties, "gridSpan", "val", String.valueOf(widths.size()));
            paragraph(cell, text, "left", false);
        }

        private void paragraph(Element cell, String text, String side, boolean strong) {
            Element paragraph = WordXml.add(cell, "p");
            Element properties = WordXml.add(paragraph, "pPr");
            if (kept) {
                WordXml.add(properties, "keepNext");
            }
            WordXml.add(properties, "snapToGrid", "val", "0");
            WordXml.add(properties, "spacing", "before", "20", "after", "20", "line", "240", "lineRule", "auto");
            WordXml.add(properties, "ind", "firstLine", "0", "firstLineChars", "0", "left", "0", "right", "0");
            WordXml.add(properties, "jc", "val", side);
            Element run = WordXml.add(paragraph, "r");
            Element look = WordXml.add(run, "rPr");
            like.flatMap(given -> WordXml.child(given, "rFonts"))
                    .ifPresent(fonts -> look.appendChild(look.getOwnerDocument().importNode(fonts, true)));
            if (strong) {
                WordXml.add(look, "b");
            }
            WordXml.add(look, "spacing", "val", "0");
            WordXml.add(look, "sz", "val", String.valueOf(size));
            WordXml.add(look, "szCs", "val", String.valueOf(size));
            WordXml.setText(WordXml.add(run, "t"), text);
        }
    }
}
