package org.jibao.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** What the columns of a register hold where only their words say so. */
final class SpokenKinds {

    private static final Wording WORDS = Wording.of(SpokenKinds.class);

    private SpokenKinds() {}

    /** Empty where the words leave it open. */
    static Optional<CellDraft> of(String words, boolean money) {
        boolean asks = words.endsWith("?") || words.endsWith("？");
        if (asks || Vocabulary.NO_FIGURE.begins(words) || Vocabulary.NO_FIGURE.ends(words)) {
            return Optional.empty();
        }
        if (isCount(words)) {
            return Optional.of(new CellDraft(money ? "amount" : "count", null, false));
        }
        boolean amount = Vocabulary.MONEY.ends(words)
                || Vocabulary.AMOUNT.begins(words)
                || Vocabulary.MEASURED.begins(words) && Vocabulary.MONEY.in(words);
        return amount ? Optional.of(new CellDraft("amount", null, false)) : Optional.empty();
    }

    static boolean isCount(String words) {
        boolean counted = Vocabulary.COUNTED.ends(words) || Vocabulary.COUNTED.begins(words);
        return counted && !Vocabulary.NOT_COUNTED.ends(words);
    }

    /** A part of what its group counts, such as {@code Women} under {@code Number of visitors}. */
    private static boolean isPart(DraftLabel field) {
        String group = field.group();
        return Vocabulary.TOTAL.ends(field.words()) && !Vocabulary.NO_FIGURE.begins(field.words())
                || group != null
                        && (field.groups().stream().anyMatch(SpokenKinds::isCount)
                                || Vocabulary.COUNTED_PARTS.is(field.words()));
    }

    /**
     * The fields of a register without entries. Where many of them are figures, what stands in a group with nothing
     * against it is taken for one as well.
     */
    static List<DraftLabel> spread(List<DraftLabel> fields) {
        List<DraftLabel> spread = new ArrayList<>();
        fields.forEach(field -> spread.add(isOpen(field) && isPart(field) ? field.holding(counted()) : field));
        long figures = spread.stream().filter(field -> field.cell().number()).count();
        if (figures * 3 < spread.size()) {
            return spread;
        }
        Text assumed = WORDS.text("cell.assumed");
        spread.replaceAll(field -> isOpen(field) && field.group() != null
                ? field.holding(counted()).doubting(List.of(assumed))
                : field);
        return spread;
    }

    private static CellDraft counted() {
        return new CellDraft("count", null, false);
    }

    private static boolean isOpen(DraftLabel field) {
        return field.cell().same(CellDraft.TEXT)
                && field.cell().assumed()
                && field.values().isEmpty()
                && !Vocabulary.REMARKS.ends(field.words())
                && !Vocabulary.NO_FIGURE.ends(field.words())
                && !Vocabulary.NO_FIGURE.begins(field.words());
    }
}
