package org.jibao.calls;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jibao.finding.Wording;
import org.jibao.guard.InvisibleCharacters;
import org.jibao.guard.PersonalNumbers;
import org.jibao.run.UnusableArgument;
import org.jspecify.annotations.Nullable;

/**
 * What came of one call to a unit.
 *
 * @param period its code, such as {@code 2026Q3}
 * @param unit its code
 * @param by the officer's name
 * @param note at most {@value #LONGEST_NOTE} characters; without the numbers of persons
 */
public record CallNote(String job, String period, String unit, Instant at, String by, String note) {

    /** Characters of a note: a few sentences. */
    public static final int LONGEST_NOTE = 500;

    /** Characters of a name, with an office and a title. */
    public static final int LONGEST_NAME = 100;

    private static final Wording WORDS = Wording.of(CallNote.class);

    /**
     * @throws UnusableArgument where the name or the note is blank, too long, or has a character that cannot be seen
     */
    public CallNote {
        by = checked("call.name", by, LONGEST_NAME);
        note = checked("call.note", note, LONGEST_NOTE);
    }

    private static String checked(String what, String text, int longest) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new UnusableArgument(WORDS.text("call.empty", WORDS.text(what)));
        }
        if (stripped.codePointCount(0, stripped.length()) > longest) {
            throw new UnusableArgument(WORDS.text("call.too-long", WORDS.text(what), longest));
        }
        stripped.codePoints().filter(InvisibleCharacters::include).findFirst().ifPresent(point -> {
            int place = stripped.codePointCount(0, stripped.indexOf(point)) + 1;
            throw new UnusableArgument(
                    WORDS.text("call.invisible", WORDS.text(what), place, "U+%04X".formatted(point)));
        });
        return PersonalNumbers.masked(stripped);
    }

    /** As a line of the file. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("at", at);
        members.put("job", job);
        members.put("period", period);
        members.put("unit", unit);
        members.put("by", by);
        members.put("note", note);
        return members;
    }

    /** Empty where a line says something else, or something that cannot be a note. */
    static Optional<CallNote> of(Map<String, @Nullable Object> members) {
        if (members.get("at") instanceof String at
                && members.get("job") instanceof String job
                && members.get("period") instanceof String period
                && members.get("unit") instanceof String unit
                && members.get("by") instanceof String by
                && members.get("note") instanceof String note) {
            try {
                return Optional.of(new CallNote(job, period, unit, Instant.parse(at), by, note));
            } catch (DateTimeException | UnusableArgument notOurs) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
