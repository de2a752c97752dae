package org.jibao.plausibility;

/** The values of one return beside their forecasts. */
final class JudgedReturn {

    private final UnitFigures unit;
    private final int age;
    private final double[] values;
    private final Forecast[] forecasts;
    private final PeerCell[] peers;
    private final double[] masses;
    private final double[] earlierThisYear;

    JudgedReturn(PlausibilityInput input, UnitFigures unit, int age, PeerCell[] peers, Forecast[] forecasts) {
        this.unit = unit;
        this.age = age;
        this.forecasts = forecasts;
        this.peers = peers;
        this.values = new double[forecasts.length];
        this.masses = new double[forecasts.length];
        this.earlierThisYear = new double[forecasts.length];
        for (int cell = 0; cell < values.length; cell++) {
            double value = unit.value(age, cell);
            values[cell] = Double.isNaN(forecasts[cell].base()) ? Double.NaN : value;
            masses[cell] = Double.isNaN(values[cell]) ? Double.NaN : forecasts[cell].logMass(value);
            earlierThisYear[cell] = input.cells().get(cell).toDate() ? Double.NaN : earlier(input, cell);
        }
    }

    private double earlier(PlausibilityInput input, int cell) {
        double sum = 0;
        for (int past = 1; past < input.numberInYear(age); past++) {
            sum += unit.value(age + past, cell);
        }
        return sum;
    }

    UnitFigures unit() {
        return unit;
    }

    int size() {
        return values.length;
    }

    boolean has(int cell) {
        return !Double.isNaN(values[cell]);
    }

    double value(int cell) {
        return values[cell];
    }

    double last(int cell) {
        return unit.value(age + 1, cell);
    }

    /** Sum of the earlier periods of the year; {@code NaN} if one is missing or the figure runs to date anyway. */
    double earlierThisYear(int cell) {
        return earlierThisYear[cell];
    }

    Forecast forecast(int cell) {
        return forecasts[cell];
    }

    /** Logarithm of the probability of the value if it is right. */
    double mass(int cell) {
        return masses[cell];
    }

    /** Logarithm of the probability that a right value is the same as in the period before. */
    double sameMass(int cell) {
        int pairs = 0;
        int same = 0;
        for (int past = age + 1; past <= age + 3; past++) {
            double earlier = unit.value(past + 1, cell);
            if (earlier != 0 && !Double.isNaN(earlier)) {
                pairs++;
                same += earlier == unit.value(past, cell) ? 1 : 0;
            }
        }
        double kind = Math.max(Math.exp(masses[cell]), peers[cell].sticky());
        return Math.log((same + 2 * kind) / (pairs + 2));
    }
}
