package org.jibao.workbook;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One row, from its first column on.
 *
 * @param points its height
 */
public record SheetRow(double points, List<SheetCell> cells) {
    /** Excel's limit. */
    static final double TALLEST = 409;

    public SheetRow {
        points = Math.min(points, TALLEST);
        cells = List.copyOf(cells);
    }

    public static SheetRow of(double points, SheetCell... cells) {
        return new SheetRow(points, Arrays.asList(cells));
    }

    /** A row that only takes room. */
    public static SheetRow empty(double points) {
        return new SheetRow(points, List.of(SheetCell.blank(Look.BODY)));
    }

    /** A row of one text over {@code columns} cells of one look. */
    public static SheetRow across(double points, SheetCell first, int columns) {
        List<SheetCell> cells = new java.util.ArrayList<>(List.of(first));
        cells.addAll(Collections.nCopies(Math.max(0, columns - 1), SheetCell.blank(first.look())));
        return new SheetRow(points, cells);
    }
}
