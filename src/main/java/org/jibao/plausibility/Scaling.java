package org.jibao.plausibility;

import java.util.Arrays;

/**
 * Brings values onto the {@link CountScale}. A figure that runs from the start of the year is taken as its growth
 * since the period before. Amounts
 * are counted in a unit of their cell, so that the middle amount is fifty units.
 */
final class Scaling {

    /** The middle amount in units: its random spread is then that of a count of fifty, one seventh. */
    private static final double UNITS = 50;

    private final PlausibilityInput input;
    private final double[] unitSize;

    Scaling(PlausibilityInput input, PeerSample sample) {
        this.input = input;
        this.unitSize = new double[input.cells().size()];
        Arrays.fill(unitSize, 1);
        for (int cell = 0; cell < unitSize.length; cell++) {
            if (input.cells().get(cell).amount()) {
                unitSize[cell] = middleAmount(sample, cell) / UNITS;
            }
        }
    }

    private static double middleAmount(PeerSample sample, int cell) {
        Numbers amounts = new Numbers();
        for (UnitFigures unit : sample.all()) {
            for (int age = 0; age < unit.values().size(); age++) {
                double amount = Math.abs(unit.value(age, cell));
                if (amount > 0) {
                    amounts.add(amount);
                }
            }
        }
        return amounts.isEmpty() ? UNITS : Math.max(amounts.quantile(0.5), Double.MIN_NORMAL * UNITS);
    }

    double unitSize(int cell) {
        return unitSize[cell];
    }

    /**
     * What the value is on top of: the period before, for a figure to date that does not start anew; {@code NaN} if
     * that is missing.
     */
    double base(UnitFigures unit, int age, int cell) {
        boolean carried = input.cells().get(cell).toDate() && input.numberInYear(age) > 1;
        return carried ? unit.value(age + 1, cell) : 0;
    }

    /** On the scale; {@code NaN} if there is no value. */
    double scaled(UnitFigures unit, int age, int cell) {
        return CountScale.of((unit.value(age, cell) - base(unit, age, cell)) / unitSize[cell]);
    }

    /** All periods of a cell on the scale. */
    double[] series(UnitFigures unit, int cell, int ages) {
        double[] scaled = new double[ages];
        for (int age = 0; age < ages; age++) {
            scaled[age] = scaled(unit, age, cell);
        }
        return scaled;
    }
}
