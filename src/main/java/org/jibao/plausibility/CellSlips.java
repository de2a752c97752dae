package org.jibao.plausibility;

import java.util.List;

/** How probable a value is if a slip made it of the true one, and which true one that is. */
final class CellSlips {

    private CellSlips() {}

    /** Logarithm of the probability; {@link Odds#IMPOSSIBLE} if the slip cannot leave this value. */
    static double logMass(Slip slip, JudgedReturn judged, int cell) {
        double value = judged.value(cell);
        Forecast forecast = judged.forecast(cell);
        if (value == 0) {
            return slip.factor() > 0 ? judged.mass(cell) : Odds.IMPOSSIBLE;
        }
        return switch (slip) {
            case TRANSPOSED -> swapped(forecast, DigitSwaps.of(value));
            case TO_DATE -> toDate(forecast, value, judged.earlierThisYear(cell));
            case REPEATED, SHIFTED -> Odds.IMPOSSIBLE;
            default -> multiplied(forecast, value, slip.factor());
        };
    }

    private static double multiplied(Forecast forecast, double value, double factor) {
        if (forecast.amount()) {
            return forecast.logMass(value / factor) - Math.log(factor);
        }
        if (factor >= 1) {
            return value % factor == 0 ? forecast.logMass(value / factor) : Odds.IMPOSSIBLE;
        }
        double times = Math.rint(1 / factor);
        double first = value * times - forecast.base();
        return forecast.logRange(first - 0.5, first + times - 0.5);
    }

    private static double swapped(Forecast forecast, List<Double> others) {
        double sum = 0;
        for (double other : others) {
            sum += Math.exp(forecast.logMass(other));
        }
        return sum > 0 ? Math.log(sum / others.size()) : Odds.IMPOSSIBLE;
    }

    private static double toDate(Forecast forecast, double value, double earlier) {
        return earlier > 0 && value >= earlier ? forecast.logMass(value - earlier) : Odds.IMPOSSIBLE;
    }

    /** The value without the slip; {@code NaN} if the slip does not tell it. */
    static double without(Slip slip, JudgedReturn judged, int cell) {
        double value = judged.value(cell);
        return switch (slip) {
            case TRANSPOSED -> likeliest(judged.forecast(cell), DigitSwaps.of(value));
            case TO_DATE -> value - judged.earlierThisYear(cell);
            case REPEATED, SHIFTED -> Double.NaN;
            default -> slip.factor() < 1 ? value * Math.rint(1 / slip.factor()) : value / slip.factor();
        };
    }

    private static double likeliest(Forecast forecast, List<Double> others) {
        double best = Double.NaN;
        for (double other : others) {
            if (Double.isNaN(best) || forecast.logMass(other) > forecast.logMass(best)) {
                best = other;
            }
        }
        return best;
    }
}
