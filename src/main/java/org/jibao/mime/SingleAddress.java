package org.jibao.mime;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The one address of a header such as {@code From}. What a mail program might read in two ways has none. */
final class SingleAddress {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final String LOCAL_SIGNS = "!#$%&'*+/=?^_`{|}~-.";

    private final String header;
    private final StringBuilder bare = new StringBuilder();
    private final StringBuilder angle = new StringBuilder();
    private int angles;
    private int comments;
    private boolean quotes;
    private boolean refused;

    private SingleAddress(String header) {
        this.header = header;
    }

    /** @param headers all of that name: several have no one address */
    static Optional<String> of(List<String> headers) {
        return headers.size() == 1 ? of(headers.get(0)) : Optional.empty();
    }

    private static Optional<String> of(String value) {
        SingleAddress address = new SingleAddress(HeaderText.raw(HeaderText.unfolded(value)));
        address.read();
        if (address.refused || address.angles > 1 || address.comments != 0) {
            return Optional.empty();
        }
        if (address.angles == 1) {
            return plain(address.angle.toString().strip());
        }
        return address.quotes ? Optional.empty() : plain(address.bare.toString().strip());
    }

    private void read() {
        boolean inAngle = false;
        for (int i = 0; i < header.length() && !refused; i++) {
            char sign = header.charAt(i);
            if (comments > 0) {
                comments += sign == '(' ? 1 : sign == ')' ? -1 : 0;
                i += sign == '\\' ? 1 : 0;
            } else if (inAngle) {
                inAngle = sign != '>';
                refused = "<\"(),;:\\".indexOf(sign) >= 0;
                angle.append(inAngle ? String.valueOf(sign) : "");
            } else if (sign == '"') {
                quotes = true;
                i = closing(i + 1);
            } else if (sign == '<') {
                inAngle = true;
                angles++;
            } else if (sign == '(') {
                comments++;
            } else {
                refused = ",;:>)\\".indexOf(sign) >= 0 || angles > 0 && !Character.isWhitespace(sign);
                bare.append(sign);
            }
        }
        refused |= inAngle;
    }

    private int closing(int start) {
        for (int i = start; i < header.length(); i++) {
            if (header.charAt(i) == '\\') {
                i++;
            } else if (header.charAt(i) == '"') {
                return i;
            }
        }
        refused = true;
        return header.length();
    }

    /** The address in lower case, where it is one and nothing else. */
    static Optional<String> plain(String address) {
        int at = address.indexOf('@');
        boolean whole = at > 0
                && at <= LONGEST_LOCAL
                && address.length() <= LONGEST
                && address.chars().limit(at).allMatch(SingleAddress::isLocal)
                && isDomain(address.substring(at + 1));
        return whole ? Optional.of(address.toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static boolean isLocal(int sign) {
        return sign < 0x80 && (Character.isLetterOrDigit(sign) || LOCAL_SIGNS.indexOf(sign) >= 0);
    }

    private static boolean isDomain(String domain) {
        return !domain.isEmpty()
                && domain.charAt(0) != '.'
                && domain.charAt(domain.length() - 1) != '.'
                && !domain.contains("..")
                && domain.codePoints()
                        .allMatch(
                                sign -> sign == '.' || sign == '-' || Character.isLetterOrDigit(sign) || isMark(sign));
    }

    private static boolean isMark(int sign) {
        return Character.getType(sign) == Character.NON_SPACING_MARK
                || Character.getType(sign) == Character.COMBINING_SPACING_MARK;
    }
}
