package org.jibao.workbook;

import org.jspecify.annotations.Nullable;

/**
 * How a cell looks. Equal looks share one style of the workbook.
 *
 * @param points size of the type
 * @param colour of the text, {@code 0xRRGGBB}
 * @param fill of the ground, or null for none
 * @param indent steps from the side on which the text stands
 * @param rule below or around the cell
 * @param pattern Excel's number format
 */
public record Look(
        double points,
        boolean bold,
        int colour,
        @Nullable Integer fill,
        Align align,
        Upright upright,
        boolean wrapped,
        int indent,
        Rule rule,
        String pattern) {

    /** Across the cell. */
    public enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /** Up and down in the cell. */
    public enum Upright {
        TOP,
        MIDDLE,
        BOTTOM
    }

    /** The line under a cell, or all around it. */
    public enum Rule {
        NONE,
        HAIR,
        STRONG,
        FRAME
    }

    /** Text of the body. */
    public static final Look BODY =
            new Look(10, false, Palette.INK, null, Align.LEFT, Upright.MIDDLE, false, 0, Rule.NONE, "General");

    public Look sized(double size) {
        return new Look(size, bold, colour, fill, align, upright, wrapped, indent, rule, pattern);
    }

    public Look strong() {
        return new Look(points, true, colour, fill, align, upright, wrapped, indent, rule, pattern);
    }

    public Look coloured(int rgb) {
        return new Look(points, bold, rgb, fill, align, upright, wrapped, indent, rule, pattern);
    }

    public Look filled(@Nullable Integer rgb) {
        return new Look(points, bold, colour, rgb, align, upright, wrapped, indent, rule, pattern);
    }

    public Look aligned(Align across) {
        return new Look(points, bold, colour, fill, across, upright, wrapped, indent, rule, pattern);
    }

    public Look standing(Upright where) {
        return new Look(points, bold, colour, fill, align, where, wrapped, indent, rule, pattern);
    }

    public Look wrapping() {
        return new Look(points, bold, colour, fill, align, upright, true, indent, rule, pattern);
    }

    public Look indented() {
        return new Look(points, bold, colour, fill, align, upright, wrapped, 1, rule, pattern);
    }

    public Look ruled(Rule line) {
        return new Look(points, bold, colour, fill, align, upright, wrapped, indent, line, pattern);
    }

    public Look patterned(String format) {
        return new Look(points, bold, colour, fill, align, upright, wrapped, indent, rule, format);
    }
}
