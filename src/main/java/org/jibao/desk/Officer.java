package org.jibao.desk;

import org.jibao.decision.Decisions.Ruling;
import org.jibao.desk.http.Call;
import org.jibao.finding.Text;
import org.jibao.guard.InvisibleCharacters;
import org.jibao.run.UnusableArgument;

/**
 * Who decides at this browser. The first form asks for the name; after that it is known until somebody else decides.
 */
final class Officer {

    /** Characters of a name, with an office and a title. */
    static final int LONGEST_NAME = 100;

    /** Characters of a reason: what a record of decisions can be read with. */
    static final int LONGEST_REASON = 500;

    private Officer() {}

    /** What the first form proposes: the account's name, where it can be a name. */
    static String proposed() {
        String user = System.getProperty("user.name", "").strip();
        boolean usable = user.length() <= LONGEST_NAME && user.codePoints().noneMatch(InvisibleCharacters::include);
        return usable ? user : "";
    }

    /** The name that is known, or that the form gives. */
    static String named(Call call) {
        String known = call.session().officer();
        return known.isEmpty() ? call.sent("by") : known;
    }

    /**
     * Why something is decided, and who decides it; the name is kept for the next form.
     *
     * @throws UnusableArgument where either is empty, too long or has a character that cannot be seen
     */
    static Ruling ruling(Call call) {
        String reason = checked("decide.the-reason", call.sent("reason"), LONGEST_REASON);
        return new Ruling(reason, name(call));
    }

    /**
     * Who decides; the name is kept for the next form.
     *
     * @throws UnusableArgument where it is empty, too long or has a character that cannot be seen
     */
    static String name(Call call) {
        String name = checked("decide.the-name", named(call), LONGEST_NAME);
        call.session().officer(name);
        return name;
    }

    private static String checked(String what, String text, int longest) {
        Text named = Words.WORDS.text(what);
        if (text.isEmpty()) {
            throw new UnusableArgument(Words.WORDS.text("decide.empty", named));
        }
        if (text.codePointCount(0, text.length()) > longest) {
            throw new UnusableArgument(Words.WORDS.text("decide.too-long", named, longest));
        }
        if (text.codePoints().anyMatch(InvisibleCharacters::include)) {
            throw new UnusableArgument(Words.WORDS.text("decide.invisible", named));
        }
        return text;
    }
}
