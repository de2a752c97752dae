package org.jibao.plausibility;

import java.util.List;

/**
 * The figures of a unit, period by period.
 *
 * @param values one array a period, the judged period first, the one before it next, and so on without gaps; in each,
 *     one value a cell, {@code
 *     NaN} where there is none; an empty array where there is no return. Not copied: the caller leaves them as they
 * are.
 */
public record UnitFigures(String unit, String kind, List<double[]> values) {

    /** A figure beyond is no count: its digits are not kept. It is taken as missing. */
    private static final double LARGEST = 1e18;

    public UnitFigures {
        values = List.copyOf(values);
    }

    /** Value of a cell some periods ago; {@code NaN} if there is none. */
    double value(int age, int cell) {
        if (age >= values.size()) {
            return Double.NaN;
        }
        double[] period = values.get(age);
        return cell < period.length && Math.abs(period[cell]) <= LARGEST ? period[cell] : Double.NaN;
    }

    boolean reported(int age) {
        return age < values.size() && values.get(age).length > 0;
    }
}
