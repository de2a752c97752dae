package org.jibao.plausibility;

/**
 * How often mistakes are made, before a value is looked at. Only their proportions order the suspicions; the tolerated
 * number sets the limit.
 */
final class Odds {

    /** A cell in a thousand holds a mistake without a name. */
    static final double UNNAMED = Math.log(1e-3);

    /** A whole line, form or return is wrong in one place of two thousand. */
    static final double LINE = Math.log(5e-4);

    /**
     * A form is sent again in one place of twenty thousand: two cells that stayed the same by chance do not show it,
     * ten do.
     */
    static final double REPEATED = Math.log(5e-5);

    /** What cannot be: no value makes it sure, but it costs as much as a value far off. */
    static final double IMPOSSIBLE = -1000;

    /** Of mistakes without a name, so many leave a zero: the figure was forgotten. */
    private static final double ZEROS = 0.3;

    /** Spread of other mistakes: in the middle, they are wrong by a factor of four. */
    private static final double WIDTH = 1.5;

    private Odds() {}

    /**
     * Of a slip in a cell. Digits too many or too few are more common than two of them, and than units taken for
     * another.
     */
    static double of(Slip slip) {
        return switch (slip) {
            case TENFOLD, TRANSPOSED -> Math.log(4e-4);
            case TENTH, TO_DATE -> Math.log(2e-4);
            case HUNDREDFOLD, HUNDREDTH, TEN_THOUSANDFOLD, TEN_THOUSANDTH -> Math.log(1e-4);
            case REPEATED, SHIFTED, DOUBLED -> IMPOSSIBLE;
        };
    }

    /** Logarithm of the probability that a mistake without a name leaves this value. */
    static double logUnnamed(Forecast forecast, double value) {
        double count = forecast.count(value);
        if (count == 0) {
            return Math.log(ZEROS);
        }
        double middle = Math.max(0, CountScale.back(forecast.location()));
        double distance = (Math.log1p(Math.abs(count)) - Math.log1p(middle)) / WIDTH;
        return Math.log((1 - ZEROS) / (Math.PI * WIDTH))
                - Math.log1p(distance * distance)
                - Math.log1p(Math.abs(count));
    }
}
