package org.jibao.workbook;

import java.util.List;

/** The theme's colours as {@code 0xRRGGBB}. Blue and orange stay apart for every common colour blindness. */
public final class Palette {
    public static final int INK = 0x1F2933;
    public static final int QUIET = 0x616E7C;
    public static final int PAPER = 0xFFFFFF;
    public static final int GRID = 0xE4E7EB;
    public static final int AXIS = 0xCBD2D9;
    public static final int PANEL = 0xF3F6FA;
    public static final int HEADER = 0xE6EDF5;
    /** The ground of what a unit is to fill in, warm among the blues. */
    public static final int OPEN = 0xFFF8E1;

    public static final int BLUE = 0x1F5A92;
    public static final int ORANGE = 0xD9822B;
    /** Orange dark enough for small text on white. */
    public static final int RUST = 0xA8540B;

    public static final int MUTED = 0xB8C4CE;
    public static final int ABOVE = 0x7FA8CB;
    public static final int BELOW = 0xC9D6E2;

    /** Parts of a whole, from the darkest; the last one is for the rest. */
    public static final List<Integer> PARTS = List.of(0x17456B, 0x3B7FB2, 0xA9CFE5, 0xE0A03A, 0x9AA5B1);

    private Palette() {}

    /** Ink or white, whichever reads better on the colour. */
    public static int textOn(int colour) {
        int brightness = 299 * (colour >> 16 & 0xFF) + 587 * (colour >> 8 & 0xFF) + 114 * (colour & 0xFF);
        return brightness > 140_000 ? INK : PAPER;
    }
}
