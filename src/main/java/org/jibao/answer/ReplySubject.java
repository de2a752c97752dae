package org.jibao.answer;

import java.util.Locale;

/**
 * The subject of a mail as an answer repeats it: on one line, with nothing that cannot be seen, and of a bounded
 * length.
 */
final class ReplySubject {

    /** Characters that are repeated. */
    static final int LONGEST = 120;

    private static final String REPLY = "Re: ";

    private ReplySubject() {}

    /** @param own what is said where the mail has none */
    static String of(String subject, String own) {
        StringBuilder seen = new StringBuilder();
        subject.codePoints().forEach(sign -> seen.appendCodePoint(isVisible(sign) ? sign : ' '));
        String plain = seen.toString().strip();
        while (plain.toLowerCase(Locale.ROOT).startsWith("re:")) {
            plain = plain.substring(3).strip();
        }
        if (plain.isEmpty()) {
            return own;
        }
        int signs = plain.codePointCount(0, plain.length());
        return REPLY + (signs <= LONGEST ? plain : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "…");
    }

    private static boolean isVisible(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
