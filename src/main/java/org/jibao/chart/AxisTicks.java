package org.jibao.chart;

import org.jibao.definition.SummaryDefinition.Format;

/** Round steps for the ticks of an axis. */
final class AxisTicks {
    private AxisTicks() {}

    /** How many steps a length holds without crowding, five at most. */
    static int count(double pixels) {
        return Math.max(2, Math.min(5, (int) (pixels / 30)));
    }

    /** A step of 1, 2 or 5 times a power of ten that covers the span in about {@code count} steps; whole for counts. */
    static double of(double span, int count, Format format) {
        double raw = span / count;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = 10 * power;
        for (double candidate : new double[] {5, 2, 1}) {
            if (candidate * power >= raw * 0.999) {
                step = candidate * power;
            }
        }
        return format == Format.COUNT ? Math.max(1, step) : step;
    }
}
