package org.jibao.mime;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A server's report on what it could not deliver (RFC 3464): groups of lines, one group for each recipient. */
final class DeliveryStatus {

    private static final int MOST_RECIPIENTS = 100;
    private static final int LONGEST_LINE = 2000;

    private DeliveryStatus() {}

    /** Adds the addresses of those groups that say {@code failed}. */
    static void read(byte[] report, Set<String> failed) {
        Map<String, String> group = new HashMap<>();
        String name = "";
        for (String line :
                new String(report, StandardCharsets.ISO_8859_1).lines().toList()) {
            boolean continued = line.startsWith(" ") || line.startsWith("\t");
            int colon = line.indexOf(':');
            if (line.isBlank()) {
                add(group, failed);
                group.clear();
                name = "";
            } else if (continued && !name.isEmpty()) {
                group.merge(name, " " + line.strip(), (one, more) -> one.length() > LONGEST_LINE ? one : one + more);
            } else if (colon > 0) {
                name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                group.putIfAbsent(name, line.substring(colon + 1).strip());
            }
        }
        add(group, failed);
    }

    private static void add(Map<String, String> group, Set<String> failed) {
        String action = group.getOrDefault("action", "").toLowerCase(Locale.ROOT);
        if (action.equals("failed") || action.startsWith("failed ") || action.startsWith("failed(")) {
            add(group.getOrDefault("original-recipient", ""), failed);
            add(group.getOrDefault("final-recipient", ""), failed);
        }
    }

    private static void add(String recipient, Set<String> failed) {
        String address = recipient.substring(recipient.indexOf(';') + 1).strip();
        String plain =
                address.startsWith("<") && address.endsWith(">") ? address.substring(1, address.length() - 1) : address;
        if (failed.size() < MOST_RECIPIENTS) {
            SingleAddress.plain(HeaderText.raw(plain)).ifPresent(failed::add);
        }
    }
}
