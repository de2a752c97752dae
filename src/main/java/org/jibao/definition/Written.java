package org.jibao.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jibao.calendar.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * How the cells of a form are written where that is not plain: the order of dates that are typed as text, and the words that stand
 * in place of a figure.
 *
 * @param dates in which order day and month stand, or null where the form does not say
 * @param fraction whether 0.12 in a cell for percentages means 12 %
 * @param blankNotApplicable whether an empty cell says that there can be no figure
 * @param words what stands in place of a value and what it means, by {@link #plain}
 */
public record Written(
        @Nullable DateOrder dates, boolean fraction, boolean blankNotApplicable, Map<String, Meaning> words) {

    /** Nothing but what every form takes. */
    public static final Written PLAIN = new Written(null, false, false, Map.of());

    public Written {
        Map<String, Meaning> kept = new LinkedHashMap<>();
        words.forEach((word, meaning) -> kept.put(plain(word), meaning));
        words = Collections.unmodifiableMap(kept);
    }

    /** What a cell says of itself, and the form's words where it says nothing. */
    public Written within(Written form) {
        if (form.equals(PLAIN)) {
            return this;
        }
        return new Written(
                dates == null ? form.dates : dates, fraction, blankNotApplicable, words.isEmpty() ? form.words : words);
    }

    /** What a text stands for, or null where it is no placeholder. */
    public @Nullable Meaning meaning(String text) {
        return words.isEmpty() ? null : words.get(plain(text));
    }

    /** Full and half width, outer spaces and capitals do not tell placeholders apart. */
    public static String plain(String word) {
        return PlainText.of(word).strip().toLowerCase(Locale.ROOT);
    }

    /** The order of a date that begins with neither year nor month name. */
    public enum DateOrder {
        /** {@code 30/09/2026} */
        DMY,
        /** {@code 09/30/2026} */
        MDY
    }

    /** What a placeholder stands for. */
    public enum Meaning {
        /** There is no figure. */
        MISSING,
        /** There is a figure that is not told. */
        SUPPRESSED,
        /** The figure is 0. */
        ZERO
    }
}
