package org.jibao.deliver;

import java.util.List;
import org.jibao.delivery.OutgoingItem;

/**
 * What came of delivering.
 *
 * @param sent ids of those that went now
 * @param waiting those that have still to go, each with why
 */
public record DeliveryOutcome(List<String> sent, List<OutgoingItem> waiting) {

    public static final DeliveryOutcome NONE = new DeliveryOutcome(List.of(), List.of());

    public DeliveryOutcome {
        sent = List.copyOf(sent);
        waiting = List.copyOf(waiting);
    }
}
