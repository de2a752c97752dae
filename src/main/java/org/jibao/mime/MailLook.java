package org.jibao.mime;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Tells a mail from other texts by the names at the beginning of its first lines. */
final class MailLook {

    private static final int LOOKED_AT = 1 << 14;

    /** A web page saved as one file has the other lines of a mail, and none of these. */
    private static final Set<String> SENT =
            Set.of("from", "received", "return-path", "message-id", "delivered-to", "x-qq-mid", "sender");

    private static final Set<String> USUAL = Set.of(
            "to",
            "cc",
            "subject",
            "date",
            "mime-version",
            "content-type",
            "dkim-signature",
            "authentication-results",
            "reply-to");

    private MailLook() {}

    static boolean isMail(byte[] bytes) {
        int begin = MessageBytes.begin(bytes);
        String text = new String(bytes, begin, Math.min(bytes.length - begin, LOOKED_AT), StandardCharsets.ISO_8859_1);
        Set<String> sent = new HashSet<>();
        Set<String> usual = new HashSet<>();
        boolean first = true;
        for (String line : text.split("\n")) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
            boolean continued = line.startsWith(" ") || line.startsWith("\t");
            if (line.isBlank() || first && (continued || name.isEmpty() || name.indexOf(' ') >= 0)) {
                break;
            }
            first = false;
            if (name.equals("x-document-type")) {
                return false;
            }
            (SENT.contains(name) ? sent : usual).add(SENT.contains(name) || USUAL.contains(name) ? name : "");
        }
        usual.remove("");
        return !sent.isEmpty() && sent.size() + usual.size() >= 2;
    }
}
