package org.jibao.answer;

import org.jibao.finding.Wording;
import org.jibao.guard.InvisibleCharacters;
import org.jibao.guard.PersonalNumbers;
import org.jibao.run.UnusableArgument;

/** Who lets an answer go or drops it, as it is kept. */
final class OfficerName {

    /** Characters of a name, with an office and a title. */
    private static final int LONGEST = 100;

    private static final Wording WORDS = Wording.of(OfficerName.class);

    private OfficerName() {}

    /** @throws UnusableArgument where it is blank, too long, or has a character that cannot be seen */
    static String checked(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            throw new UnusableArgument(WORDS.text("record.by-empty"));
        }
        if (stripped.codePointCount(0, stripped.length()) > LONGEST) {
            throw new UnusableArgument(WORDS.text("record.by-too-long", LONGEST));
        }
        stripped.codePoints().filter(InvisibleCharacters::include).findFirst().ifPresent(point -> {
            throw new UnusableArgument(WORDS.text("record.by-invisible", "U+%04X".formatted(point)));
        });
        return PersonalNumbers.masked(stripped);
    }
}
