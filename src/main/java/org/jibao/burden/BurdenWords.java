package org.jibao.burden;

import java.util.function.Function;
import org.jibao.burden.BurdenReport.Cell;
import org.jibao.definition.Sum;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** Sums of cells in words. */
final class BurdenWords {

    private static final Wording WORDS = Wording.of(BurdenWords.class);

    /** Summands that are named; how many more there are is said. */
    private static final int MOST_TERMS = 4;

    private BurdenWords() {}

    static Text place(Cell cell) {
        return WORDS.text("burden.place", cell.form(), cell.row(), cell.column());
    }

    static Text sum(Sum sum, Function<Sum.Term, Text> named) {
        Text words = new Text("", "");
        int shown = Math.min(sum.terms().size(), MOST_TERMS);
        for (Sum.Term term : sum.terms().subList(0, shown)) {
            Text name = named.apply(term);
            Text dated = term.previous() ? WORDS.text("burden.before", name) : name;
            boolean begins = words.en().isEmpty();
            if (begins) {
                words = term.minus() ? WORDS.text("burden.minus", words, dated) : dated;
            } else {
                words = WORDS.text(term.minus() ? "burden.minus" : "burden.plus", words, dated);
            }
        }
        int more = sum.terms().size() - shown;
        return more == 0 ? words : WORDS.text("burden.more", words, more);
    }
}
