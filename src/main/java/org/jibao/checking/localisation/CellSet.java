package org.jibao.checking.localisation;

import java.util.List;

/**
 * Cells whose change together would do.
 *
 * @param changes in the order of the cells
 * @param broken how many more of the rules that need not hold would fail than fail now; negative where fewer would
 */
public record CellSet(List<CellChange> changes, int broken) {

    public CellSet {
        changes = List.copyOf(changes);
    }

    /**
     * How little its changes look like slips of the pen, by the one that does least: 0, 1, or 2 for one that is none.
     */
    public int doubt() {
        return changes.stream().mapToInt(change -> change.slip().doubt()).max().orElse(2);
    }
}
