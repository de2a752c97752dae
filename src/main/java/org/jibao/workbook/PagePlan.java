package org.jibao.workbook;

import java.util.List;
import java.util.Optional;

/**
 * How a sheet is printed and first seen.
 *
 * @param portrait else landscape; always A4
 * @param onePage everything on one page, else only one page wide
 * @param repeated header rows at the top of every page
 * @param breaks rows after which a new page begins
 * @param frozenRows, frozenColumns that stay in sight, 0 for none
 * @param lastRow, lastColumn of what is printed
 * @param zoom per cent on the screen
 * @param pagesWide pages side by side over which a wide table is printed, each with its first {@code repeatedColumns}
 */
public record PagePlan(
        boolean portrait,
        boolean onePage,
        Optional<Block> repeated,
        List<Integer> breaks,
        int frozenRows,
        int frozenColumns,
        int lastRow,
        int lastColumn,
        int zoom,
        int pagesWide,
        int repeatedColumns) {

    public PagePlan {
        breaks = List.copyOf(breaks);
    }

    /** One page wide. */
    public PagePlan(
            boolean portrait,
            boolean onePage,
            Optional<Block> repeated,
            List<Integer> breaks,
            int frozenRows,
            int frozenColumns,
            int lastRow,
            int lastColumn,
            int zoom) {
        this(portrait, onePage, repeated, breaks, frozenRows, frozenColumns, lastRow, lastColumn, zoom, 1, 0);
    }
}
