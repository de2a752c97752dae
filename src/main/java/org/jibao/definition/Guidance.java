package org.jibao.definition;

import java.util.List;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a blank template says about a form.
 *
 * @param note how to fill it in, or null
 * @param filledBy the kinds of unit whose template has it; empty for every kind
 */
public record Guidance(@Nullable Text note, List<String> filledBy) {

    /** Every unit fills it in, and knows how. */
    public static final Guidance NONE = new Guidance(null, List.of());

    public Guidance {
        filledBy = List.copyOf(filledBy);
    }

    /** Whether the unit's template has the form. */
    public boolean isFor(Unit unit) {
        return filledBy.isEmpty() || filledBy.contains(unit.kind());
    }
}
