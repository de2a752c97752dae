package org.jibao.definition;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jibao.definition.PackagesDefinition.SenderKey;
import org.jspecify.annotations.Nullable;

/**
 * How returns come in, and what is answered to those who send them: {@code received:}, {@code sent-by:},
 * {@code mailbox:}, {@code answers:} and {@code packages:} of {@code job.yaml}.
 *
 * @param register the file name of the register of receipt beside the inbox, or null for the usual one; a name and no
 *     path, since a job folder that came from elsewhere has no business in other folders
 * @param sentBy who may send a unit's return
 * @param mailbox that they come to, or null
 * @param packages of returns, from offices below and to the one above
 */
public record ReceiptDefinition(
        @Nullable String register,
        Set<SentBy> sentBy,
        @Nullable MailboxDefinition mailbox,
        AnswersDefinition answers,
        PackagesDefinition packages) {

    /** As of a job that says nothing. */
    public static final ReceiptDefinition USUAL = new ReceiptDefinition(
            null, EnumSet.of(SentBy.UNIT), null, AnswersDefinition.NONE, PackagesDefinition.USUAL);

    /** Who may send a unit's return. */
    public enum SentBy {
        UNIT,
        /** The unit right above it. */
        PARENT
    }

    public ReceiptDefinition {
        sentBy = Set.copyOf(sentBy);
    }

    public ReceiptDefinition withKeys(List<SenderKey> keys) {
        return new ReceiptDefinition(register, sentBy, mailbox, answers, packages.withKeys(keys));
    }

    /** Whether the unit right above sends as well. */
    public boolean parentSends() {
        return sentBy.contains(SentBy.PARENT);
    }
}
