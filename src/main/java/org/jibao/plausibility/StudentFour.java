package org.jibao.plausibility;

/** Student's t with four degrees of freedom: the middle of a normal distribution, with tails as heavy as counts of offices have. */
final class StudentFour {

    /** Between minus and plus this lie 95 of 100 values. */
    static final double RANGE = 2.776;

    /** Half of all absolute values lie below. */
    static final double MEDIAN = 0.741;

    /** Nine of ten absolute values lie below. */
    static final double NINE_TENTHS = 2.132;

    private static final double LOG_PEAK = Math.log(0.375);

    /** Beyond, the difference from one half has no digits left; the first term of the tail has all of them. */
    private static final double FAR = 100;

    private StudentFour() {}

    static double logDensity(double t) {
        return LOG_PEAK - 2.5 * Math.log1p(t * t / 4);
    }

    /** Probability of a value above t. */
    static double above(double t) {
        if (t < 0) {
            return 1 - above(-t);
        }
        if (t > FAR) {
            double square = t * t;
            return 3 / (square * square);
        }
        double part = 1 + t * t / 4;
        return Math.max(0.5 - 0.375 * t / Math.sqrt(part) * (1 - t * t / part / 12), 0);
    }
}
