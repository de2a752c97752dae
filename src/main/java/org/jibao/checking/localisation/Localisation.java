package org.jibao.checking.localisation;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a group of failing constraints that have cells in common may be at fault.
 *
 * @param failing their numbers
 * @param sets all smallest sets, the likeliest first; empty where none was found
 * @param clear whether the first set is the likeliest by more than its place in the form
 * @param complete whether everything up to {@link Localiser#MOST_CELLS} cells, or up to the size of the sets, was
 *     looked through
 */
public record Localisation(List<Integer> failing, List<CellSet> sets, boolean clear, boolean complete) {

    public Localisation {
        failing = List.copyOf(failing);
        sets = List.copyOf(sets);
    }

    /** Both groups as one, with the sets that both have. */
    Localisation with(Localisation other) {
        List<Integer> both = new ArrayList<>(failing);
        both.addAll(other.failing);
        both.sort(null);
        List<CellSet> shared = sets.stream().filter(other.sets::contains).toList();
        return new Localisation(both, shared, clear || shared.size() == 1, complete && other.complete);
    }
}
