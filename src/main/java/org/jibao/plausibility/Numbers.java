package org.jibao.plausibility;

import java.util.Arrays;

/** A growing list of numbers that knows its quantiles. */
final class Numbers {

    private double[] values = new double[16];
    private int size;

    void add(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** Between the two nearest values; {@code NaN} if there is none. */
    double quantile(double part) {
        if (size == 0) {
            return Double.NaN;
        }
        Arrays.sort(values, 0, size);
        double place = part * (size - 1);
        int below = (int) place;
        double above = values[Math.min(below + 1, size - 1)];
        return values[below] + (place - below) * (above - values[below]);
    }

    double median() {
        return quantile(0.5);
    }

    /** The largest value but some; {@code NaN} if there are not so many. */
    double largestBut(int larger) {
        if (larger >= size) {
            return Double.NaN;
        }
        Arrays.sort(values, 0, size);
        return values[size - 1 - larger];
    }
}
