package org.jibao.guard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that must not be kept or published: the citizen's identification number (GB 11643: eighteen digits of which the last
 * checks the others, or fifteen as it was before 1999, which nothing checks but the region and the day of birth within it) and
 * the mobile telephone number. Each may be written in full width, with characters between its digits that cannot be seen, and
 * with one separator between any two of them.
 *
 * <p>Text is scanned by hand, a bounded number of characters for each digit.
 */
public final class PersonalNumbers {

    /** What stands in a number's place. */
    public static final String MASK = "***";

    /** An identity number or a mobile telephone number, by the word that the messages have for it. */
    enum Kind {
        IDENTITY("identity-number"),
        PHONE("phone-number");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Where a number stands in a text, from its first character up to the one after its last. */
    record Span(Kind kind, int from, int to) {}

    private PersonalNumbers() {}

    /** {@code identity-number} or {@code phone-number}, or null; never the number itself. */
    public static @Nullable String kindIn(String text) {
        List<Span> found = NumberScan.of(text);
        if (found.isEmpty()) {
            return null;
        }
        boolean identity = found.stream().anyMatch(span -> span.kind() == Kind.IDENTITY);
        return (identity ? Kind.IDENTITY : Kind.PHONE).word();
    }

    /** The text with a mask for each number; the text itself where it has none. */
    public static String masked(String text) {
        List<Span> found = NumberScan.of(text);
        if (found.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text.length());
        int end = 0;
        for (Span span : found) {
            masked.append(text, end, span.from()).append(MASK);
            end = span.to();
        }
        return masked.append(text, end, text.length()).toString();
    }
}
