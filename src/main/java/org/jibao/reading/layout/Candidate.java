package org.jibao.reading.layout;

import java.util.List;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.LabelText;

/**
 * A cell whose words may be a label's.
 *
 * @param position of the label in its axis
 * @param exact whether all words agree, not only the bare ones
 * @param rivals how many labels of the axis have the same words
 * @param ancestors the texts of the groups that the cell stands in
 * @param hidden whether Excel does not show the cell
 */
public record Candidate(int position, Cell cell, boolean exact, int rivals, List<LabelText> ancestors, boolean hidden) {

    /** One for each label that the cell may be. */
    public static List<Candidate> of(Cell cell, Axis.Hits hits, List<LabelText> ancestors, boolean hidden) {
        int rivals = hits.positions().size();
        return hits.positions().stream()
                .map(position -> new Candidate(position, cell, hits.exact(), rivals, ancestors, hidden))
                .toList();
    }

    boolean under(LabelText group) {
        for (LabelText ancestor : ancestors) {
            if (ancestor.full().equals(group.full()) || ancestor.bare().equals(group.bare())) {
                return true;
            }
        }
        return false;
    }
}
