package org.jibao.plausibility;

/**
 * What units of a kind say of one cell.
 *
 * @param lastPull how much of the latest period's distance from the middle stays
 * @param seasonPull how much of last year's distance comes back
 * @param growth common growth of the kind on the scale, by age
 * @param spread how far a value lies from its forecast, in units of the random spread
 * @param ownSpread usual deviation of a unit's own periods, in the same units
 * @param middle where units of the kind stand, on the scale
 * @param between how far they stand apart
 * @param sticky share of values that are the same as in the period before, zeros left out
 * @param peers number of units that say so
 */
record PeerCell(
        double lastPull,
        double seasonPull,
        double[] growth,
        double spread,
        double ownSpread,
        double middle,
        double between,
        double sticky,
        int peers) {

    /** Where the value is expected from the unit's own past alone. */
    double own(CellPast past, int age) {
        return past.middle() + lastPull * past.last() + seasonPull * past.season() + growth[age];
    }
}
