package org.jibao.workbook;

import java.util.List;
import java.util.Optional;

/**
 * A whole sheet.
 *
 * @param name its tab
 * @param widths of the columns in pixels
 * @param rows may be made while they are read; read once, from the first
 * @param merged outside tables only
 * @param charts native ones
 * @param tables the blocks of the sheet's tables with their headers, by the names that they get, in order
 * @param filter the header and rows of a table with an autofilter
 */
public record SheetPlan(
        String name,
        List<Integer> widths,
        Iterable<SheetRow> rows,
        List<Block> merged,
        List<PlacedPicture> pictures,
        List<PlacedChart> charts,
        List<NamedTable> tables,
        Optional<Block> filter,
        PagePlan page) {

    public SheetPlan {
        widths = List.copyOf(widths);
        merged = List.copyOf(merged);
        pictures = List.copyOf(pictures);
        charts = List.copyOf(charts);
        tables = List.copyOf(tables);
    }

    /** A chart and the upper left corner where it is fixed, as of a {@link PlacedPicture}. */
    public record PlacedChart(SheetChart chart, int row, int column, int indent) {}

    /**
     * A table of the sheet. Programs find it by its name.
     *
     * @param name is made fit for a name of Excel's, and unique on its sheet
     * @param cells from the first cell of the header
     */
    public record NamedTable(String name, Block cells) {}

    /**
     * A picture and the upper left corner where it is fixed.
     *
     * @param indent pixels to the right of the column's left edge
     */
    public record PlacedPicture(Picture picture, int row, int column, int indent) {}
}
