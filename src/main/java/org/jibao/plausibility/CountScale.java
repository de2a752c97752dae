package org.jibao.plausibility;

/**
 * A scale on which a count varies by about one, small or large. Counts vary by their square root while they are
 * small, and by a part of their size
 * when they are large: variance μ + s²μ². The scale is (2/s)·asinh(s·√(x + 3/8)), mirrored below zero.
 */
final class CountScale {

    /** A large count varies by about a fifth from period to period; the spread of each cell corrects that. */
    private static final double S = 0.2;

    /** Anscombe's constant: makes the variance of small counts most even. */
    private static final double OFFSET = 0.375;

    /**
     * Places on the scale beyond are taken as this, which is a count of 53 digits, so that no figure computed back
     * overflows.
     */
    private static final double LARGEST = 600;

    /** Counts beyond are taken as this, so that no product of them overflows. */
    private static final double LARGEST_COUNT = 1e100;

    /** Variance of a count that is zero 19 times of 20. */
    private static final double LEAST_VARIANCE = 0.06;

    /** Fits the variance of Poisson counts on the scale: 0.10 at 0.1, 0.46 at 0.5, 0.75 at 1. */
    private static final double RISE = 1.3;

    /** A variation by a tenth of the size, on the scale. */
    private static final double USUAL = 0.25;

    static final double ZERO = above(0);

    private CountScale() {}

    static double of(double count) {
        return count < 0 ? 2 * ZERO - above(-count) : above(count);
    }

    private static double above(double count) {
        double root = S * Math.sqrt(Math.min(count, LARGEST_COUNT) + OFFSET);
        return 2 / S * Math.log(root + Math.sqrt(root * root + 1));
    }

    static double back(double scaled) {
        return scaled < ZERO ? -backAbove(2 * ZERO - scaled) : backAbove(scaled);
    }

    private static double backAbove(double scaled) {
        double root = Math.sinh(S * Math.min(scaled, LARGEST) / 2) / S;
        return Math.max(0, root * root - OFFSET);
    }

    /** How far the scale moves for one unit more. */
    static double slope(double count) {
        double shifted = Math.min(Math.abs(count), LARGEST_COUNT) + OFFSET;
        return 1 / Math.sqrt(shifted * (1 + S * S * shifted));
    }

    /**
     * How much a count varies on the scale if it is random alone: below 1 for counts that are mostly zero, and for
     * large ones.
     */
    static double randomVariance(double scaled) {
        double count = Math.abs(back(scaled));
        double small = Math.max(LEAST_VARIANCE, 1 - Math.exp(-RISE * count));
        return small / (1 + S * S * (count + OFFSET));
    }

    /** Usual deviation of a count from period to period, as long as its cell is not known. */
    static double usualSpread(double scaled) {
        return Math.sqrt(randomVariance(scaled) + USUAL);
    }
}
