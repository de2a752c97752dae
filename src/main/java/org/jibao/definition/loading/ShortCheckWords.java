package org.jibao.definition.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jibao.definition.OtherReturns;
import org.jibao.definition.RuleDefinition.RegisterCount;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.definition.loading.CheckNames.Kind;
import org.jibao.definition.loading.CheckNames.Reading;
import org.jibao.definition.loading.ShortCheck.Part;
import org.jibao.finding.Language;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** The message and the cure of a short check, made from the labels of what it names. */
final class ShortCheckWords {

    private static final Wording WORDS = Wording.of(ShortCheckWords.class);

    /** Of more addends only the first are named. */
    private static final int MOST_NAMED = 4;

    private static final int NAMED_OF_MANY = 2;

    /** A label is a name here, not an instruction. */
    private static final int LONGEST_LABEL = 40;

    private final ShortCheck check;
    private final FormIndex forms;
    private final Map<String, RegisterCount> counts;
    private final Map<String, OtherReturns> others;

    ShortCheckWords(
            ShortCheck check, FormIndex forms, Map<String, RegisterCount> counts, Map<String, OtherReturns> others) {
        this.check = check;
        this.forms = forms;
        this.counts = counts;
        this.others = others;
    }

    Text message() {
        return words(keys().message());
    }

    /** A warning may be explained instead, where the return has a sheet for it. */
    Text cure(Severity severity) {
        Text cure = words(keys().cure());
        return severity == Severity.ERROR
                ? cure
                : forms.explanations()
                        .map(sheet -> WORDS.text("check.or-explain", cure, sheet))
                        .orElse(cure);
    }

    private Text words(String key) {
        RegisterCount count = heldAgainst();
        if (count == null) {
            return WORDS.text(key, side(check.left()), side(check.right()));
        }
        Text field = count.sum() == null ? Text.same("") : forms.fieldLabel(count.register(), count.sum());
        return WORDS.text(key, side(check.left()), forms.title(count.register()), field);
    }

    /** The register where the right side is nothing but one count or total of it. */
    private @Nullable RegisterCount heldAgainst() {
        Reading only = check.right().size() == 1 ? check.right().get(0).reading() : null;
        return only == null || check.kind() == ShortCheckKind.AT_MOST || only.kind() != Kind.FIGURE
                ? null
                : counts.get(only.row());
    }

    /** Keys of the two texts. */
    private record Keys(String message, String cure) {}

    private Keys keys() {
        RegisterCount count = heldAgainst();
        if (count != null) {
            return count.sum() == null
                    ? new Keys("check.entries.message", "check.entries.cure")
                    : new Keys("check.added.message", "check.added.cure");
        }
        return switch (check.kind()) {
            case SUMS ->
                check.right().size() == 1 ? equal() : new Keys("check.sums.message", "check.sums.cure");
            case AT_MOST -> atMost();
            case EQUALS -> equal();
            case CARRIED -> new Keys("check.carried.message", "check.carried.cure");
        };
    }

    private static Keys equal() {
        return new Keys("check.equals.message", "check.equals.cure");
    }

    private Keys atMost() {
        if (numbers(check.left())) {
            return new Keys("check.at-least-number.message", "check.at-least-number.cure");
        }
        return numbers(check.right())
                ? new Keys("check.at-most-number.message", "check.at-most-number.cure")
                : new Keys("check.at-most.message", "check.at-most.cure");
    }

    private static boolean numbers(List<Part> parts) {
        return parts.stream().allMatch(part -> part.reading() == null);
    }

    private Text side(List<Part> parts) {
        boolean many = parts.size() > MOST_NAMED && parts.stream().noneMatch(Part::minus);
        Text sum = sum(many ? parts.subList(0, NAMED_OF_MANY) : parts, many);
        return many ? WORDS.text("check.many", sum, parts.size() - NAMED_OF_MANY) : sum;
    }

    private Text sum(List<Part> parts, boolean listed) {
        Text sum = Text.same("");
        for (Part part : parts) {
            Text name = name(part);
            boolean first = sum.en().isEmpty();
            String key = part.minus() ? (first ? "check.negative" : "check.minus") : listed ? "check.list" : "check.plus";
            sum = first && !part.minus() ? name : WORDS.text(key, sum, name);
        }
        return sum;
    }

    private Text name(Part part) {
        Reading reading = part.reading();
        if (reading == null) {
            return Text.same(String.valueOf(part.number()));
        }
        return switch (reading.kind()) {
            case ROW -> row(reading);
            case COLUMN -> column(reading);
            case CELL -> cell(reading);
            case FIGURE -> figure(reading.row());
        };
    }

    private Text cell(Reading reading) {
        if (check.scope() == Scope.COLUMN) {
            return row(reading);
        }
        if (check.scope() == Scope.ROW) {
            return column(reading);
        }
        Text cell = WORDS.text("check.cell", row(reading), column(reading));
        return reading.form().equals(check.form())
                ? cell
                : WORDS.text("check.cell-of-form", forms.title(reading.form()), cell);
    }

    private Text row(Reading reading) {
        return cut(forms.rowName(reading.form(), reading.row()));
    }

    private Text column(Reading reading) {
        return cut(forms.columnName(reading.form(), reading.column()));
    }

    private Text figure(String name) {
        RegisterCount count = counts.get(name);
        OtherReturns other = others.get(name);
        if (count != null) {
            Text register = forms.title(count.register());
            return count.sum() == null
                    ? WORDS.text("check.count", register)
                    : WORDS.text("check.total", register, forms.fieldLabel(count.register(), count.sum()));
        }
        if (other == null) {
            return Text.same(name);
        }
        return other.ofSubordinates() ? WORDS.text("check.subordinates", other.origin()) : other.origin();
    }

    private static Text cut(Text label) {
        List<String> cut = new ArrayList<>();
        for (Language language : List.of(Language.ZH, Language.EN)) {
            String text = label.in(language);
            cut.add(
                    text.codePointCount(0, text.length()) <= LONGEST_LABEL
                            ? text
                            : text.substring(0, text.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…");
        }
        return new Text(cut.get(0), cut.get(1));
    }
}
