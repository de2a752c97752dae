package org.jibao.reading.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.CellType;
import org.jibao.definition.Label;
import org.jibao.reading.workbook.LabelText;
import org.jibao.reading.workbook.Remarks;

/** The words that a form itself prints for one label: a return that repeats them says nothing new. */
public final class OwnWords {

    private static final Pattern HARMLESS = Pattern.compile(
            "(?:加?盖公?章|公章|签章|签字|签名|手写|必填|选填|非必填|可不填|下拉选择?|续表?|年月日|y{2,4}.?m{1,2}.?d{1,2}|注\\d{0,2}|\\*+|下同|同上)",
            Pattern.CASE_INSENSITIVE);

    private final List<String> words = new ArrayList<>();
    private final PeriodKind kind;

    OwnWords(Label label, PeriodKind kind) {
        this.kind = kind;
        words.add(label.wording());
        words.addAll(label.aliases());
        words.addAll(label.groups());
    }

    /** Whether the form's own words hold these. */
    boolean says(String remark) {
        String plain = LabelText.normalise(remark);
        return !plain.isEmpty()
                && words.stream().anyMatch(text -> LabelText.normalise(text).contains(plain));
    }

    /** Whether the form itself prints this unit, letter by letter, in a bracket of its own. */
    boolean printsUnit(StatedUnit unit) {
        List<String> printed = words.stream()
                .flatMap(text -> Remarks.of(text).all().stream())
                .map(LabelText::normalise)
                .toList();
        return printed.contains(LabelText.normalise(unit.words()));
    }

    /** What the form's own words speak of. */
    Set<SpokenPeriod> periods() {
        return SpokenPeriod.in(words, kind);
    }

    /** Whether the form says which unit its figures have. */
    static boolean haveUnit(List<CellType> types) {
        return types.stream().anyMatch(type -> type.isNumber() && type.unit() != null);
    }

    /** Words beside a label that say nothing of its figures. */
    public static boolean isHarmless(String remark) {
        return HARMLESS.matcher(remark.strip()).matches()
                || LabelText.normalise(remark).isEmpty();
    }
}
