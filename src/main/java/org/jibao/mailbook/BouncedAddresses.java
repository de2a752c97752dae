package org.jibao.mailbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jibao.definition.Roster;
import org.jibao.definition.Unit;

/**
 * Which addresses of record servers have said to be wrong: an officer should ask the unit for another one. An address
 * from which a mail has come since is good again. Anybody can write such a word of a server, so it is a hint and
 * changes nothing.
 */
public final class BouncedAddresses {

    private final Map<String, List<Bounce>> byUnit = new HashMap<>();

    private BouncedAddresses() {}

    /** @param since when the server's word came */
    public record Bounce(String address, Instant since) {}

    public static BouncedAddresses of(Roster roster, MailsOnRecord mails) {
        Map<String, Instant> bounced = new HashMap<>();
        for (MailRecord mail : mails.mails()) {
            if (mail.kind() == MailRecord.Kind.BOUNCE) {
                mail.failedRecipients().forEach(address -> later(bounced, address, mail.receivedAt()));
            }
        }
        for (MailRecord mail : mails.mails()) {
            Instant since = bounced.get(key(mail.from()));
            boolean sent = mail.kind() != MailRecord.Kind.BOUNCE && mail.proof() != MailRecord.Proof.REFUTED;
            if (sent && since != null && mail.receivedAt().isAfter(since)) {
                bounced.remove(key(mail.from()));
            }
        }
        BouncedAddresses addresses = new BouncedAddresses();
        roster.units().forEach(unit -> addresses.add(unit, bounced));
        return addresses;
    }

    private static void later(Map<String, Instant> bounced, String address, Instant at) {
        bounced.merge(key(address), at, (one, other) -> one.isAfter(other) ? one : other);
    }

    private static String key(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    private void add(Unit unit, Map<String, Instant> bounced) {
        List<Bounce> found = unit.addresses()
                .filter(address -> bounced.containsKey(key(address)))
                .distinct()
                .map(address -> new Bounce(address, bounced.getOrDefault(key(address), Instant.EPOCH)))
                .toList();
        if (!found.isEmpty()) {
            byUnit.put(unit.code(), new ArrayList<>(found));
        }
    }

    /** The unit's addresses of record that have bounced, in the order of the roster. */
    public List<Bounce> of(String unit) {
        return List.copyOf(byUnit.getOrDefault(unit, List.of()));
    }
}
