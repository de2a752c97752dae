package org.jibao.plausibility;

import org.jspecify.annotations.Nullable;

/**
 * The mistakes that spoil one cell alone: its odds are those of all of them together, its name that of the likeliest.
 */
final class CellCauses {

    private static final Slip[] SLIPS = {
        Slip.TENFOLD,
        Slip.TENTH,
        Slip.HUNDREDFOLD,
        Slip.HUNDREDTH,
        Slip.TEN_THOUSANDFOLD,
        Slip.TEN_THOUSANDTH,
        Slip.TRANSPOSED,
        Slip.TO_DATE
    };

    private CellCauses() {}

    /** @return null if there is no value */
    static @Nullable Cause of(JudgedReturn judged, int cell) {
        if (!judged.has(cell)) {
            return null;
        }
        double unnamed = Odds.UNNAMED + Odds.logUnnamed(judged.forecast(cell), judged.value(cell));
        double best = unnamed;
        double sum = Math.exp(unnamed - judged.mass(cell));
        Slip named = null;
        for (Slip slip : SLIPS) {
            double evidence =
                    judged.value(cell) == 0 ? Odds.IMPOSSIBLE : Odds.of(slip) + CellSlips.logMass(slip, judged, cell);
            sum += Math.exp(evidence - judged.mass(cell));
            if (evidence > best) {
                best = evidence;
                named = slip;
            }
        }
        double without = named == null ? Double.NaN : CellSlips.without(named, judged, cell);
        double surprise = Math.log(Math.max(sum, Double.MIN_NORMAL));
        return new Cause(SlipScope.CELL, named, new int[] {cell}, new double[] {without}, Math.min(surprise, MOST));
    }

    /** Odds beyond are certainty; the bound keeps sums of them finite. */
    static final double MOST = 200;
}
