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
 * @param filter the header and rows of a table with an autofilter
 */
public record SheetPlan(
        String name,
        List<Integer> widths,
        Iterable<SheetRow> rows,
        List<Block> merged,
        List<PlacedPicture> pictures,
        Optional<Block> filter,
        PagePlan page) {

    public SheetPlan {
        widths = List.copyOf(widths);
        merged = List.copyOf(merged);
        pictures = List.copyOf(pictures);
    }

    /**
     * A picture and the upper left corner where it is fixed.
     *
     * @param indent pixels to the right of the column's left edge
     */
    public record PlacedPicture(Picture picture, int row, int column, int indent) {}
}
