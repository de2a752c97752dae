package org.jibao.definition;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Who sent something, as a gateway or a desk writes it, in one form that can be compared: a mail address, with or without a name in
 * front, or a name. Letter case and width do not matter; a domain is compared as it is looked up. What holds a sign that cannot be seen
 * compares with nothing.
 */
public final class SenderName {

    private SenderName() {}

    /** A sender; empty where it is none. */
    static Optional<String> of(String text) {
        return normal(text).filter(name -> !name.startsWith("@"));
    }

    /** An entry of the roster: an address, {@code @} and a whole domain, or a name; empty where it is none of these. */
    public static Optional<String> entry(String text) {
        return text.indexOf('<') >= 0 ? Optional.empty() : normal(text);
    }

    /** Whether an entry means a sender; {@code @domain} means every address of just this domain and none below it. */
    static boolean means(String entry, String sender) {
        return entry.startsWith("@")
                ? sender.substring(Math.max(0, sender.indexOf('@'))).equals(entry)
                : entry.equals(sender);
    }

    private static Optional<String> normal(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (plain.isEmpty() || plain.codePoints().anyMatch(SenderName::cannotBeSeen)) {
            return Optional.empty();
        }
        int opened = plain.lastIndexOf('<');
        if (opened >= 0) {
            String address = plain.endsWith(">")
                    ? plain.substring(opened + 1, plain.length() - 1).strip()
                    : "";
            return address.indexOf('@') < 0 ? Optional.empty() : address(address);
        }
        return plain.indexOf('@') >= 0
                ? address(plain)
                : Optional.of(plain.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
    }

    private static Optional<String> address(String text) {
        int at = text.indexOf('@');
        String local = text.substring(0, at).toLowerCase(Locale.ROOT);
        String domain = text.substring(at + 1);
        if (domain.indexOf('@') >= 0 || text.codePoints().anyMatch(Character::isWhitespace)) {
            return Optional.empty();
        }
        try {
            String ascii = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            String plain = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            return plain.isEmpty() ? Optional.empty() : Optional.of(local + "@" + plain);
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }

    private static boolean cannotBeSeen(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
