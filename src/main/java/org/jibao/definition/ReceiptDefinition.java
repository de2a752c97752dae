package org.jibao.definition;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How returns come in, and what is answered to those who send them: {@code received:}, {@code sent-by:},
 * {@code mailbox:} and {@code answers:} of {@code job.yaml}.
 *
 * @param register the file name of the register of receipt beside the inbox, or null for the usual one; a name and no path, since a
 *     job folder that came from elsewhere has no business in other folders
 * @param sentBy who may send a unit's return
 * @param mailbox that they come to, or null
 */
public record ReceiptDefinition(
        @Nullable String register,
        Set<SentBy> sentBy,
        @Nullable MailboxDefinition mailbox,
        AnswersDefinition answers) {

    /** As of a job that says nothing. */
    public static final ReceiptDefinition USUAL =
            new ReceiptDefinition(null, EnumSet.of(SentBy.UNIT), null, AnswersDefinition.NONE);

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
