package org.jibao.checking.localisation;

import java.util.List;

/**
 * A cell of the return as the constraints see it. Figures are in ten-thousandths, as the store keeps four decimals.
 *
 * @param present whether a figure stands in it; a missing one has the value 0
 * @param whole whether it takes whole numbers only
 * @param changeable whether it may be at fault: it is in the file and may hold a figure
 * @param total whether some rule says that it is a sum of others
 * @param nearby figures that may have been copied into it: of its neighbours and of the period before
 */
public record CellFigure(
        boolean present, long value, boolean whole, boolean changeable, boolean total, List<Long> nearby) {

    /** How many of the unit in which figures are counted make one. */
    public static final long ONE = 10_000;

    public CellFigure {
        nearby = List.copyOf(nearby);
    }

    /** The distance between two figures that it may hold. */
    long step() {
        return whole ? ONE : 1;
    }
}
