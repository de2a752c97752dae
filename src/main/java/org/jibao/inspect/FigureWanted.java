package org.jibao.inspect;

import org.jibao.run.UnusableArgument;

/**
 * Which figure to look behind.
 *
 * @param figure its id
 * @param level over which units it is taken
 * @param code the unit's code, name or alias, the kind or the upper unit; empty for the whole
 * @param dimension by which it is divided; empty for the whole figure
 * @param part of that dimension, empty likewise
 * @param from the number of the first unit, from 0
 * @param most 1 to 500 units
 */
public record FigureWanted(
        String figure, FigureLevel level, String code, String dimension, String part, int from, int most) {

    /** Over which units a figure is taken. */
    public enum FigureLevel {
        /** All units that owe a return. */
        TOTAL,
        /** All units of a kind. */
        KIND,
        /** All units below an upper one. */
        GROUP,
        /** One unit. */
        UNIT
    }

    /** @throws UnusableArgument where the page is none */
    public FigureWanted {
        FindingsWanted.checkPage(from, most);
    }

    /** The whole figure, over all units. */
    public static FigureWanted total(String figure, int from, int most) {
        return new FigureWanted(figure, FigureLevel.TOTAL, "", "", "", from, most);
    }
}
