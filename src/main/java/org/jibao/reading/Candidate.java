package org.jibao.reading;

import java.util.List;

/**
 * A cell whose words may be a label's.
 *
 * @param position of the label in its axis
 * @param exact whether all words agree, not only the bare ones
 * @param rivals how many labels of the axis have the same words
 * @param ancestors the texts of the groups that the cell stands in
 */
record Candidate(int position, Cell cell, boolean exact, int rivals, List<LabelText> ancestors) {

    boolean under(LabelText group) {
        for (LabelText ancestor : ancestors) {
            if (ancestor.full().equals(group.full()) || ancestor.bare().equals(group.bare())) {
                return true;
            }
        }
        return false;
    }
}
