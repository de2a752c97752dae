package org.jibao.checking.localisation;

/**
 * What would stand in a cell.
 *
 * @param cell its number
 * @param least the least that would do, in ten-thousandths
 * @param most the most; {@link Long#MAX_VALUE} where there is no limit
 * @param slip how it may have come about; {@link PenSlip#NONE} where more than one figure would do
 */
public record CellChange(int cell, long least, long most, PenSlip slip) {

    /** Whether nothing but one figure would do. */
    public boolean settled() {
        return least == most;
    }
}
