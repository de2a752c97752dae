package org.jibao.definition;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How returns come in: {@code received:} and {@code sent-by:} of {@code job.yaml}.
 *
 * @param register the file name of the register of receipt beside the inbox, or null for the usual one; a name and no path, since a
 *     job folder that came from elsewhere has no business in other folders
 * @param sentBy who may send a unit's return
 */
public record ReceiptDefinition(@Nullable String register, Set<SentBy> sentBy) {

    /** As of a job that says nothing. */
    public static final ReceiptDefinition USUAL = new ReceiptDefinition(null, EnumSet.of(SentBy.UNIT));

    /** Who may send a unit's return. */
    public enum SentBy {
        UNIT,
        /** The unit right above it. */
        PARENT
    }

    public ReceiptDefinition {
        sentBy = Set.copyOf(sentBy);
    }

    /** Whether the unit right above sends as well. */
    public boolean parentSends() {
        return sentBy.contains(SentBy.PARENT);
    }
}
