package org.jibao.plausibility;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A mistake that may have been made, with the cells that it spoils.
 *
 * @param without the values without it, beside the cells; {@code NaN} where it does not tell
 */
record Cause(SlipScope scope, @Nullable Slip slip, int[] cells, double[] without, double surprise) {

    /** A mistake that does not tell what would stand there without it. */
    static Cause unknown(SlipScope scope, @Nullable Slip slip, int[] cells, double surprise) {
        double[] without = new double[cells.length];
        Arrays.fill(without, Double.NaN);
        return new Cause(scope, slip, cells, without, surprise);
    }

    boolean touches(boolean[] taken) {
        for (int cell : cells) {
            if (taken[cell]) {
                return true;
            }
        }
        return false;
    }
}
