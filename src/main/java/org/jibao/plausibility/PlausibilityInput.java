package org.jibao.plausibility;

import java.util.List;

/**
 * What is judged, and what it is compared with.
 *
 * @param periodsInYear 4 for quarters, 12 for months; 0 if periods have no season
 * @param periodNumber number of the judged period in its year, from 1; 0 if not known
 */
public record PlausibilityInput(
        List<DeclaredCell> cells, List<UnitFigures> units, int periodsInYear, int periodNumber) {

    public PlausibilityInput {
        cells = List.copyOf(cells);
        units = List.copyOf(units);
        if (periodsInYear < 0 || periodNumber < 0 || periodNumber > Math.max(periodsInYear, 0)) {
            throw new IllegalArgumentException("Period %d of %d in a year".formatted(periodNumber, periodsInYear));
        }
    }

    /** Number in its year of the period some periods ago; 0 if not known. */
    int numberInYear(int age) {
        return periodNumber == 0 ? 0 : Math.floorMod(periodNumber - 1 - age, periodsInYear) + 1;
    }
}
