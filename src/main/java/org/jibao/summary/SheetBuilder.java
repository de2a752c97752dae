package org.jibao.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jibao.workbook.Block;
import org.jibao.workbook.PagePlan;
import org.jibao.workbook.Paper;
import org.jibao.workbook.Picture;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetPlan;
import org.jibao.workbook.SheetPlan.NamedTable;
import org.jibao.workbook.SheetPlan.PlacedChart;
import org.jibao.workbook.SheetPlan.PlacedPicture;
import org.jibao.workbook.SheetRow;

/** A sheet in the making, from top to bottom; knows where the pages end. */
public final class SheetBuilder {
    static final double PIXELS_PER_POINT = 96.0 / 72.0;
    private static final double PICTURE_ROW_POINTS = 15;
    /** Programs differ a little in what they fit on a page. */
    private static final double SAFE = 0.98;
    /** Excel's limit is 1,026. */
    private static final int MOST_BREAKS = 1000;

    private final String name;
    private final List<Integer> widths;
    private final boolean portrait;
    private final List<SheetRow> rows = new ArrayList<>();
    private final List<Block> merged = new ArrayList<>();
    private final List<PlacedPicture> pictures = new ArrayList<>();
    private final List<PlacedChart> charts = new ArrayList<>();
    private final List<NamedTable> tables = new ArrayList<>();
    private final List<Integer> breaks = new ArrayList<>();
    private final int pagesWide;
    private double onPage;
    private int printed = -1;
    private int printedColumns;

    public SheetBuilder(String name, List<Integer> widths, boolean portrait) {
        this(name, widths, portrait, 1);
    }

    /** @param pagesWide pages side by side, each with the first column */
    SheetBuilder(String name, List<Integer> widths, boolean portrait, int pagesWide) {
        this.name = name;
        this.widths = List.copyOf(widths);
        this.portrait = portrait;
        this.pagesWide = pagesWide;
        this.printedColumns = widths.size();
    }

    int printedColumns() {
        return printedColumns;
    }

    /** Only so many columns are printed. */
    void printOnly(int columns) {
        printedColumns = columns;
    }

    /** The pixels that one page takes side by side. */
    private int pageWidth() {
        return (printedWidth() + (pagesWide - 1) * widths.get(0)) / pagesWide;
    }

    List<Integer> widths() {
        return widths;
    }

    public int width() {
        return widths.stream().mapToInt(Integer::intValue).sum();
    }

    /** Pixels of the columns that are printed. */
    int printedWidth() {
        return Widths.sum(widths.subList(0, printedColumns));
    }

    int nextRow() {
        return rows.size();
    }

    /** What fits on a page in pixels, once the sheet is shrunk to the page's width. */
    double pageHeight() {
        double shrink = Math.min(1, Paper.width(portrait) / (double) Math.max(1, pageWidth()));
        return Paper.height(portrait) / shrink * SAFE;
    }

    double leftOnPage() {
        return pageHeight() - onPage;
    }

    /** Begins a new page unless so much still fits on this one; never an empty page. */
    void keepTogether(double pixels) {
        if (onPage > 0 && onPage + pixels > pageHeight()) {
            breakPage();
        }
    }

    /** Pages end where we say, not where each program's own arithmetic happens to end them. */
    private void breakPage() {
        if (breaks.size() < MOST_BREAKS) {
            breaks.add(rows.size() - 1);
        }
        onPage = 0;
    }

    /** Begins a new page, unless this one is empty. */
    void newPage() {
        if (onPage > 0) {
            breakPage();
        }
    }

    public int add(SheetRow row) {
        double height = row.points() * PIXELS_PER_POINT;
        keepTogether(height);
        rows.add(row);
        onPage += height;
        return rows.size() - 1;
    }

    /** Adds a row of a table, whose header is repeated at the top of each page. */
    public void addBelow(SheetRow header, SheetRow row) {
        int pages = breaks.size();
        add(row);
        if (breaks.size() > pages) {
            onPage += header.points() * PIXELS_PER_POINT;
        }
    }

    /** Room between parts; never begins a page. */
    public void gap(double points) {
        rows.add(SheetRow.empty(points));
        onPage = Math.min(pageHeight(), onPage + points * PIXELS_PER_POINT);
    }

    /** A text over all columns up to {@code lastColumn}, merged; not for tables. */
    public void across(SheetCell text, double points, int lastColumn) {
        int row = add(SheetRow.across(points, text, lastColumn + 1));
        merge(row, row, 0, lastColumn);
    }

    void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        if (lastRow > firstRow || lastColumn > firstColumn) {
            merged.add(new Block(firstRow, lastRow, firstColumn, lastColumn));
        }
    }

    /** Width and height in pixels. */
    record Extent(int width, int height) {}

    /** An upper left corner. */
    record Corner(int row, int column, int indent) {}

    /** Room for pictures or charts side by side, {@code between} pixels apart, on one page. */
    List<Corner> room(List<Extent> side, int between) {
        int tallest = side.stream().mapToInt(Extent::height).max().orElse(0);
        keepTogether(tallest);
        List<Corner> corners = new ArrayList<>();
        int left = 0;
        for (Extent extent : side) {
            corners.add(corner(nextRow(), left));
            left += extent.width() + between;
        }
        double taken = tallest / PIXELS_PER_POINT;
        for (; taken > 0; taken -= PICTURE_ROW_POINTS) {
            gap(Math.min(PICTURE_ROW_POINTS, Math.max(taken, 1)));
        }
        return corners;
    }

    /** Pictures side by side, {@code between} pixels apart, on one page. */
    void pictures(List<Picture> side, int between) {
        List<Corner> corners = room(
                side.stream()
                        .map(picture -> new Extent(picture.width(), picture.height()))
                        .toList(),
                between);
        for (int i = 0; i < side.size(); i++) {
            Corner corner = corners.get(i);
            pictures.add(new PlacedPicture(side.get(i), corner.row(), corner.column(), corner.indent()));
        }
    }

    void chart(PlacedChart chart) {
        charts.add(chart);
    }

    /** Names a table for programs, from the first cell of its header. */
    public void table(String name, Block cells) {
        tables.add(new NamedTable(name, cells));
    }

    /** What follows is not printed. */
    void endOfPrint() {
        printed = rows.size() - 1;
    }

    private Corner corner(int row, int left) {
        int column = 0;
        int indent = left;
        while (column < widths.size() - 1 && indent >= widths.get(column)) {
            indent -= widths.get(column);
            column++;
        }
        return new Corner(row, column, indent);
    }

    /** The last column that a width reaches into. */
    int columnAt(double pixels) {
        double left = pixels;
        for (int column = 0; column < widths.size(); column++) {
            left -= widths.get(column);
            if (left <= 0) {
                return column;
            }
        }
        return widths.size() - 1;
    }

    public SheetPlan plan(Optional<Integer> repeatedRow, int frozenRows, int frozenColumns, boolean onePage) {
        Optional<Block> repeated = repeatedRow.map(row -> new Block(row, row, 0, 0));
        PagePlan page = new PagePlan(
                portrait,
                onePage,
                repeated,
                onePage ? List.of() : breaks,
                frozenRows,
                frozenColumns,
                printed < 0 ? rows.size() - 1 : printed,
                printedColumns - 1,
                zoom(width()),
                pagesWide,
                pagesWide > 1 ? 1 : 0);
        return new SheetPlan(name, widths, rows, merged, pictures, charts, tables, Optional.empty(), page);
    }

    /** Narrow sheets larger and wide ones smaller, so that either is readable on a small screen. */
    static int zoom(int width) {
        if (width <= 900) {
            return 110;
        }
        return width <= 1300 ? 100 : 85;
    }
}
