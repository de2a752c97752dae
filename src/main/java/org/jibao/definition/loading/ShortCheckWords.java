package org.jibao.definition.loading;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jibao.definition.OtherReturns;
import org.jibao.definition.RuleDefinition.RegisterCount;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.definition.loading.CheckNames.Kind;
import org.jibao.definition.loading.CheckNames.Reading;
import org.jibao.definition.loading.ShortCheck.Part;
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

    private static final Pattern PUNCTUATION = Pattern.compile("[、，。；：（）,;:+=()]");

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
        String figure = heldAgainst();
        RegisterCount count = counts.get(figure);
        OtherReturns other = others.get(figure);
        Text left = side(check.left());
        if (count != null) {
            Text field = count.sum() == null ? Text.same("") : forms.fieldLabel(count.register(), count.sum());
            return WORDS.text(key, left, forms.title(count.register()), field);
        }
        return WORDS.text(key, left, other == null ? side(check.right()) : other.origin());
    }

    /** The name of the figure from elsewhere that is the whole right side; empty where there is none. */
    private String heldAgainst() {
        Reading only = check.right().size() == 1 ? check.right().get(0).reading() : null;
        return only == null || check.kind() == ShortCheckKind.AT_MOST || only.kind() != Kind.FIGURE ? "" : only.row();
    }

    /** Keys of the two texts. */
    private record Keys(String message, String cure) {}

    private Keys keys() {
        RegisterCount count = counts.get(heldAgainst());
        OtherReturns other = others.get(heldAgainst());
        if (count != null) {
            return count.sum() == null
                    ? new Keys("check.entries.message", "check.entries.cure")
                    : new Keys("check.added.message", "check.added.cure");
        }
        if (other != null) {
            return other.ofSubordinates()
                    ? new Keys("check.below.message", "check.below.cure")
                    : new Keys(
                            other.take() == OtherReturns.Take.SUM ? "check.others.message" : "check.other.message",
                            "check.other.cure");
        }
        return switch (check.kind()) {
            case SUMS -> check.right().size() == 1 ? equal() : new Keys("check.sums.message", "check.sums.cure");
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
        boolean plain = parts.stream().noneMatch(Part::minus);
        if (parts.size() > MOST_NAMED && plain) {
            return WORDS.text(
                    "check.many", sum(parts.subList(0, NAMED_OF_MANY), "check.list"), parts.size() - NAMED_OF_MANY);
        }
        return sum(parts, plain && check.kind() == ShortCheckKind.SUMS ? "check.addend" : "check.plus");
    }

    private Text sum(List<Part> parts, String plus) {
        Text sum = Text.same("");
        for (Part part : parts) {
            Text name = name(part);
            boolean first = sum.en().isEmpty();
            String minus = first ? "check.negative" : "check.minus";
            sum = first && !part.minus() ? name : WORDS.text(part.minus() ? minus : plus, sum, name);
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
        Reading first = said(reading);
        return cut(forms.rowName(reading.form(), reading.row(), first == null ? "" : first.row()));
    }

    private Text column(Reading reading) {
        Reading first = said(reading);
        return cut(forms.columnName(reading.form(), reading.column(), first == null ? "" : first.column()));
    }

    /** What is named before it: the group of a total need not be said again of its parts. */
    private @Nullable Reading said(Reading reading) {
        Reading first = check.left().get(0).reading();
        return first == null || reading.equals(first) || !reading.form().equals(first.form()) ? null : first;
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
        return new Text(named(label.zh()), named(label.en()));
    }

    /** Cut where it is long, and in quotes where its own punctuation would read like the sentence's. */
    private static String named(String label) {
        String name = label.codePointCount(0, label.length()) <= LONGEST_LABEL
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
        return PUNCTUATION.matcher(name).find() ? "“" + name + "”" : name;
    }
}
