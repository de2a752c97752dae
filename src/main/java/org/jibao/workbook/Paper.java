package org.jibao.workbook;

/** What fits on a sheet of A4 within our margins, in pixels of 1/96 inch. */
public final class Paper {
    static final double SIDE_MARGIN_INCHES = 0.4;
    static final double TOP_MARGIN_INCHES = 0.45;
    static final double BOTTOM_MARGIN_INCHES = 0.6;

    private static final double PIXELS_PER_INCH = 96;
    private static final double SHORT_INCHES = 8.27;
    private static final double LONG_INCHES = 11.69;

    private Paper() {}

    public static int width(boolean portrait) {
        double side = portrait ? SHORT_INCHES : LONG_INCHES;
        return (int) ((side - 2 * SIDE_MARGIN_INCHES) * PIXELS_PER_INCH);
    }

    public static int height(boolean portrait) {
        double side = portrait ? LONG_INCHES : SHORT_INCHES;
        return (int) ((side - TOP_MARGIN_INCHES - BOTTOM_MARGIN_INCHES) * PIXELS_PER_INCH);
    }
}
