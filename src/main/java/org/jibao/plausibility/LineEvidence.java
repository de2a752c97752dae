package org.jibao.plausibility;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Adds up what the cells of a line say for a mistake that spoils them all. */
final class LineEvidence {

    /** Most that one cell says: a line is not believed for one cell alone. */
    private static final double MOST = 6;

    /** Least that one cell says: a total outside the line, or a cell put right by hand, does not clear the others. */
    private static final double LEAST = -6;

    /** From here on a cell speaks for the mistake: twice as probable with it as without it. */
    private static final double SPEAKS = Math.log(2);

    /** So many cells speak for a mistake of a line, or it is one of a cell. */
    private static final int FEWEST = 2;

    /** Lines of lower odds are not told in any job that tolerates a false alarm a return. */
    static final double WORTH = -6;

    private final int[] cells;
    private final double[] without;
    private int size;
    private int speaking;
    private double sum;

    LineEvidence(int most, double prior) {
        sum = prior;
        cells = new int[most];
        without = new double[most];
    }

    /** A cell that the mistake changes. */
    void add(int cell, double logOdds, double valueWithout) {
        change(cell, logOdds, valueWithout);
        speaking += logOdds > SPEAKS ? 1 : 0;
    }

    /** A cell that the mistake changes, but that alone does not speak for it: a zero. */
    void change(int cell, double logOdds, double valueWithout) {
        weigh(logOdds);
        cells[size] = cell;
        without[size++] = valueWithout;
    }

    /** A cell that the mistake leaves as it is. */
    void weigh(double logOdds) {
        sum += Math.max(LEAST, Math.min(MOST, logOdds));
    }

    @Nullable
    Cause cause(SlipScope scope, Slip slip) {
        if (speaking < FEWEST || sum < WORTH) {
            return null;
        }
        return new Cause(
                scope, slip, Arrays.copyOf(cells, size), Arrays.copyOf(without, size), Math.min(sum, CellCauses.MOST));
    }
}
