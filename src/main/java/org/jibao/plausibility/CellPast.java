package org.jibao.plausibility;

/**
 * What a unit's own earlier periods say of one cell, on the scale.
 *
 * @param middle robust mean, recent periods weighing more
 * @param spread deviation from it; 0 if there are fewer than two periods
 * @param weight what all periods weigh, the latest being one
 * @param last   the latest period's distance from the middle
 * @param season distance of the same period of last year from the middle; 0 if unknown
 */
record CellPast(double middle, double spread, double weight, int count, double last, double season) {

    private static final CellPast NONE = new CellPast(Double.NaN, 0, 0, 0, 0, 0);

    /** A period weighs four fifths of the one after it: two years ago counts a fifth of now. */
    private static final double FADING = 0.82;

    private static final double[] FADED = faded();

    /** Huber's constant: beyond so many spreads a value pulls no more. */
    private static final double PULL = 1.5;

    private static double[] faded() {
        double[] faded = new double[PeerModel.MOST_AGES];
        for (int i = 0; i < faded.length; i++) {
            faded[i] = Math.pow(FADING, i);
        }
        return faded;
    }

    /** @param scaled values on the scale, by age; {@code NaN} where there is none */
    static CellPast of(double[] scaled, int age, int season) {
        Numbers own = new Numbers();
        for (int i = age + 1; i < scaled.length; i++) {
            own.add(scaled[i]);
        }
        if (own.isEmpty()) {
            return NONE;
        }
        double median = own.median();
        return around(scaled, age, season, median, PULL * widest(scaled, age, median));
    }

    private static double widest(double[] scaled, int age, double median) {
        Numbers distances = new Numbers();
        for (int i = age + 1; i < scaled.length; i++) {
            distances.add(Math.abs(scaled[i] - median));
        }
        return Math.max(distances.median() / StudentSix.MEDIAN, CountScale.usualSpread(median));
    }

    private static CellPast around(double[] scaled, int age, int season, double median, double reach) {
        double sum = 0;
        double pulls = 0;
        double weight = 0;
        int count = 0;
        for (int i = age + 1; i < scaled.length; i++) {
            if (!Double.isNaN(scaled[i])) {
                double fading = FADED[i - age - 1];
                double pull = fading * Math.min(1, reach / Math.max(Math.abs(scaled[i] - median), reach));
                sum += pull * scaled[i];
                pulls += pull;
                weight += fading;
                count++;
            }
        }
        double middle = sum / pulls;
        return new CellPast(
                middle,
                spread(scaled, age, middle, reach),
                weight,
                count,
                distance(scaled, age + 1, middle),
                season > 0 ? distance(scaled, age + season, middle) : 0);
    }

    /** Values far off count as if they stood at twice the reach. */
    private static double spread(double[] scaled, int age, double middle, double reach) {
        double squares = 0;
        int count = 0;
        for (int i = age + 1; i < scaled.length; i++) {
            if (!Double.isNaN(scaled[i])) {
                double distance = Math.min(Math.abs(scaled[i] - middle), 2 * reach);
                squares += distance * distance;
                count++;
            }
        }
        return count < 2 ? 0 : Math.sqrt(squares / (count - 1));
    }

    private static double distance(double[] scaled, int age, double middle) {
        return age < scaled.length && !Double.isNaN(scaled[age]) ? scaled[age] - middle : 0;
    }
}
