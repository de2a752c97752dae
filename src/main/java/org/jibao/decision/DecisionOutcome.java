package org.jibao.decision;

import java.util.List;
import org.jibao.finding.Text;

/**
 * What came of an officer's decision.
 *
 * @param changed whether anything was decided that had not been
 * @param lines what is to be said of it
 */
public record DecisionOutcome(boolean changed, List<Text> lines) {

    public DecisionOutcome {
        lines = List.copyOf(lines);
    }

    static DecisionOutcome changed(Text... lines) {
        return new DecisionOutcome(true, List.of(lines));
    }

    /** The same was decided before; saying it twice changes nothing. */
    static DecisionOutcome asBefore(Text... lines) {
        return new DecisionOutcome(false, List.of(lines));
    }
}
