package org.jibao.plausibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Returns of twelve units in nine quarters: four rows by three columns of counts, steady but for a little noise,
 * always the same.
 */
final class QuarterlyReturns {

    static final int UNITS = 12;

    static final int CELLS = 12;

    /** One false alarm in a hundred returns. */
    static final double TOLERATED = 0.01;

    private static final int AGES = 9;

    private final List<DeclaredCell> cells = new ArrayList<>();
    private final List<List<double[]>> values = new ArrayList<>();

    /** @param noise variation of each value, as a part of it */
    QuarterlyReturns(double noise) {
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 3; column++) {
                cells.add(new DeclaredCell("requests", "row" + row, "column" + column, false, false));
            }
        }
        Random random = new Random(7);
        for (int unit = 0; unit < UNITS; unit++) {
            List<double[]> periods = new ArrayList<>();
            for (int age = 0; age < AGES; age++) {
                double[] period = new double[CELLS];
                for (int cell = 0; cell < CELLS; cell++) {
                    double usual = 23 + 37 * cell + 5 * unit;
                    period[cell] = Math.rint(usual * (1 + noise * random.nextGaussian()));
                }
                periods.add(period);
            }
            values.add(periods);
        }
    }

    double get(int unit, int age, int cell) {
        return values.get(unit).get(age)[cell];
    }

    QuarterlyReturns set(int unit, int age, int cell, double value) {
        values.get(unit).get(age)[cell] = value;
        return this;
    }

    QuarterlyReturns declare(int cell, boolean amount, boolean toDate) {
        DeclaredCell old = cells.get(cell);
        cells.set(cell, new DeclaredCell(old.form(), old.row(), old.column(), amount, toDate));
        return this;
    }

    /** Only the latest periods. */
    QuarterlyReturns latest(int unit, int periods) {
        values.set(unit, new ArrayList<>(values.get(unit).subList(0, periods)));
        return this;
    }

    /** As of the third quarter of a year. */
    PlausibilityInput input(int units) {
        List<UnitFigures> figures = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            figures.add(new UnitFigures("U" + unit, "office", values.get(unit)));
        }
        return new PlausibilityInput(cells, figures, 4, 3);
    }

    List<Suspicion> judged() {
        return Plausibility.judge(input(UNITS), TOLERATED);
    }
}
