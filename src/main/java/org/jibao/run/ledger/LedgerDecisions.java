package org.jibao.run.ledger;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jibao.store.DecisionChain.Head;
import org.jspecify.annotations.Nullable;

/** What the ledger says of decisions: where their chain ends, so that those are missed too that are gone from its end. */
final class LedgerDecisions {

    static final String MEMBER = "decisions";

    private LedgerDecisions() {}

    static Map<String, @Nullable Object> member(Head head) {
        Map<String, @Nullable Object> member = new LinkedHashMap<>();
        member.put("count", head.count());
        member.put("chain", head.hash());
        return member;
    }

    /** @param event decided, restoring or restored */
    static Map<String, @Nullable Object> line(String event, Instant at, String subject, @Nullable Head head) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("event", event);
        object.put("at", at);
        object.put("subject", subject);
        if (head != null) {
            object.put(MEMBER, member(head));
        }
        return object;
    }
}
