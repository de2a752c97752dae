package org.jibao.inspect;

import org.jibao.finding.Wording;
import org.jibao.run.UnusableArgument;
import org.jspecify.annotations.Nullable;

/**
 * Which findings to list one by one.
 *
 * @param code of the findings, or null for all
 * @param unit the unit's code, name or alias, or null for all
 * @param from the number of the first, from 0
 * @param most 1 to 500
 */
public record FindingsWanted(
        @Nullable String code, @Nullable String unit, int from, int most) {

    private static final Wording WORDS = Wording.of(FindingsWanted.class);

    /** What a person looks through; more is for {@code jibao query}. */
    static final int MOST = 500;

    /** @throws UnusableArgument where neither a code nor a unit is named, or the page is none */
    public FindingsWanted {
        if (code == null && unit == null) {
            throw new UnusableArgument(WORDS.text("findings.of-nothing"));
        }
        checkPage(from, most);
    }

    public static FindingsWanted ofCode(String code, int from, int most) {
        return new FindingsWanted(code, null, from, most);
    }

    public static FindingsWanted ofUnit(String unit, int from, int most) {
        return new FindingsWanted(null, unit, from, most);
    }

    static void checkPage(int from, int most) {
        if (from < 0 || most < 1 || most > MOST) {
            throw new UnusableArgument(WORDS.text("page.none", from, most, MOST));
        }
    }
}
