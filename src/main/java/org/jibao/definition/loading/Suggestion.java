package org.jibao.definition.loading;

import java.util.Collection;
import java.util.Optional;
import org.jibao.definition.Nearest;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** What to write instead of a word that is not known. */
final class Suggestion {

    private static final Wording WORDS = Wording.of(Suggestion.class);

    /** More choices than a mapping has keys are not a help. */
    private static final int MOST_CHOICES = 40;

    private Suggestion() {}

    /**
     * Says that a name stands for nothing, and which ones do.
     *
     * @param noun the key of what the name should stand for, such as {@code noun.form}
     */
    static Text unknown(String noun, String name, Collection<String> known) {
        return WORDS.text("name.unknown", WORDS.text(noun), name, of(name, known));
    }

    /** The end of a sentence on the word: the nearest of the known ones, all of them if they are few, or nothing. */
    static Text of(String word, Collection<String> known) {
        Optional<String> nearest = Nearest.to(word, known);
        if (nearest.isPresent()) {
            return WORDS.text("suggestion.nearest", nearest.get());
        }
        if (known.isEmpty() || known.size() > MOST_CHOICES) {
            return Text.same("");
        }
        return WORDS.text("suggestion.choices", new Text(String.join("、", known), String.join(", ", known)));
    }
}
