package org.jibao.slip;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jibao.finding.Place;
import org.jibao.finding.Severity;

/**
 * One finding as a slip shows it.
 *
 * @param code by which a unit explains it
 * @param answered whether it was explained, so that nothing is to be done about it
 * @param wholeRow whether it is about the entry in the row of its place, not about that cell
 * @param message what is wrong and why
 * @param cure how to mend it
 * @param left the file's own cells on the left side of a broken identity; empty where there is none
 * @param right those on the right
 * @param difference between the sides; empty where there are none
 * @param probable the cells that are probably at fault, where the finding says so; empty otherwise
 */
public record SlipFinding(
        String code,
        Severity severity,
        boolean answered,
        Place place,
        boolean wholeRow,
        String message,
        String cure,
        List<SlipCell> left,
        List<SlipCell> right,
        String difference,
        List<Place> probable) {

    /** One that does not say which cells are probably at fault. */
    public SlipFinding(
            String code,
            Severity severity,
            boolean answered,
            Place place,
            boolean wholeRow,
            String message,
            String cure,
            List<SlipCell> left,
            List<SlipCell> right,
            String difference) {
        this(code, severity, answered, place, wholeRow, message, cure, left, right, difference, List.of());
    }

    /** A cell of the file with what stands in it, and what it is called. */
    public record SlipCell(Place place, String label, String value) {}

    public SlipFinding {
        left = List.copyOf(left);
        right = List.copyOf(right);
        probable = List.copyOf(probable);
    }

    /** A note asks for nothing, and so is no fault. */
    boolean isFault() {
        return severity != Severity.NOTE && !answered;
    }

    /** Whether it says which cells are probably at fault. */
    boolean isProbable() {
        return !probable.isEmpty();
    }

    /** The cells at fault, the first to look at first. */
    Set<Place> cells() {
        Set<Place> cells = new LinkedHashSet<>();
        if (place.sheet() != null && place.cell() != null) {
            cells.add(place);
        }
        cells.addAll(probable);
        left.forEach(cell -> cells.add(cell.place()));
        right.forEach(cell -> cells.add(cell.place()));
        return cells;
    }
}
