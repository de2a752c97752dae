package org.jibao.run.ledger;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jibao.store.DecisionChain;
import org.jibao.store.HashChain;
import org.jspecify.annotations.Nullable;

/**
 * Holds the lines of a ledger against their hashes, as they are read, and gathers what they say of decisions. Lines without a
 * hash are those of an earlier program, at the beginning, and what a kill has cut off; the next hash covers them.
 */
final class LedgerCheck {

    private final Set<DecisionChain.Head> heads = new LinkedHashSet<>();
    private HashChain chain = new HashChain("");
    private boolean chained;
    private long line;
    private @Nullable LedgerBreak broken;

    /**
     * The next line.
     *
     * @param to where it ends, without its end
     * @param object what it says, or null where it is none
     */
    void line(byte[] bytes, int from, int to, @Nullable Map<String, @Nullable Object> object) {
        line++;
        boolean fits;
        if (LedgerLines.isChained(bytes, from, to)) {
            String hash = LedgerLines.hash(bytes, to);
            fits = LedgerLines.expected(chain, bytes, from, to).equals(hash);
            chain = new HashChain(hash);
            chained = true;
        } else {
            chain.add(bytes, from, to - from);
            chain.add("\n");
            // A kill leaves no whole object.
            fits = !chained || object == null;
        }
        if (!fits && broken == null) {
            broken = new LedgerBreak(line, object == null ? "" : String.valueOf(object.getOrDefault("at", "")));
        }
        if (object != null) {
            decisions(object);
        }
    }

    /** A restored store begins anew: what it has is known once it is in place. */
    private void decisions(Map<String, @Nullable Object> object) {
        if ("restoring".equals(object.get("event"))) {
            heads.clear();
        }
        if (object.get(LedgerDecisions.MEMBER) instanceof Map<?, ?> member
                && member.get("count") instanceof Long count
                && member.get("chain") instanceof String hash) {
            heads.add(new DecisionChain.Head(count, hash));
        }
    }

    @Nullable
    LedgerBreak broken() {
        return broken;
    }

    Set<DecisionChain.Head> heads() {
        return Set.copyOf(heads);
    }
}
