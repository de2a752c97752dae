package org.jibao.plausibility;

/**
 * Student's t with six degrees of freedom: the middle of a normal distribution, with tails as heavy as counts of
 * offices have.
 */
final class StudentSix {

    /** Between minus and plus this lie 95 of 100 values. */
    static final double RANGE = 2.447;

    /** Half of all absolute values lie below. */
    static final double MEDIAN = 0.718;

    /** Nine of ten absolute values lie below. */
    static final double NINE_TENTHS = 1.943;

    /** Of 100 absolute values, 97 lie below. */
    static final double MOST = 2.829;

    private static final double FREEDOM = 6;

    private static final double LOG_PEAK = Math.log(0.382733);

    /** Beyond, the difference from one half has few digits left; the first term of the tail has all of them. */
    private static final double FAR = 60;

    private static final double TAIL = 33.75;

    private StudentSix() {}

    static double logDensity(double t) {
        return LOG_PEAK - (FREEDOM + 1) / 2 * Math.log1p(t * t / FREEDOM);
    }

    /** Probability of a value above t. */
    static double above(double t) {
        if (t < 0) {
            return 1 - above(-t);
        }
        if (t > FAR) {
            return TAIL / (t * t * t) / (t * t * t);
        }
        double cosine = FREEDOM / (FREEDOM + t * t);
        double sine = t / Math.sqrt(FREEDOM + t * t);
        return Math.max(0.5 - sine / 2 * (1 + cosine / 2 + 0.375 * cosine * cosine), 0);
    }
}
