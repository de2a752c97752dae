package org.jibao.definition;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * What is answered by mail to units: {@code answers:} in {@code job.yaml}. A kind that is not named is not answered.
 *
 * @param from the address that answers come from; empty for the one under {@code delivery: mail:}
 * @param kinds what is answered, and when it goes out
 * @param words what the job says at the beginning of an answer in place of our own words
 * @param signature under every answer, or null
 * @param limit the most answers that one unit gets on one day, 1 to 50
 * @param remind days after the due date on which those who have not reported are reminded, those before it negative; in
 *     order
 */
public record AnswersDefinition(
        String from,
        Map<Kind, When> kinds,
        Map<Kind, Text> words,
        @Nullable Text signature,
        int limit,
        List<Integer> remind) {

    /** Nothing is answered. */
    public static final AnswersDefinition NONE = new AnswersDefinition("", Map.of(), Map.of(), null, 5, List.of());

    /** What an answer is about. */
    public enum Kind {
        /** A receipt for each file. */
        RECEIVED,
        /** The return has errors: what, in which cells, with the slip. */
        RETURNED,
        /** The file cannot be taken: why, and what to do. */
        REJECTED,
        /** The mail brought no file that can be read: none, a link, one with a password. */
        NOT_UNDERSTOOD,
        /** The return is due, or was. */
        REMINDER,
        /** Everything that the unit owes for the period is there. */
        COMPLETE
    }

    /** When an answer goes out. */
    public enum When {
        AT_ONCE,
        /** When an officer has looked at it and lets it go. */
        AFTER_REVIEW
    }

    public AnswersDefinition {
        kinds = kinds.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(kinds));
        words = words.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(words));
        remind = List.copyOf(remind);
    }

    public boolean answersAnything() {
        return !kinds.isEmpty();
    }
}
