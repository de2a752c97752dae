package org.jibao.checking;

import java.util.List;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.Label;
import org.jibao.definition.RuleDefinition;
import org.jibao.finding.Text;

/** What a rule's outcome is about: the row, column, return or entry, in words and as the path in its fingerprint. */
final class RuleSubjects {

    private static final int LONGEST_ENTRY = 60;

    private final RuleNames names;

    RuleSubjects(RuleNames names) {
        this.names = names;
    }

    /** The path does not hold an entry's row number, which moves, but its first field's text. */
    String path(RuleDefinition rule, String subject, String entry) {
        return switch (rule.scope()) {
            case COLUMN -> rule.form() + "/*/" + subject;
            case ROW -> rule.form() + "/" + subject + "/*";
            case RETURN -> rule.form();
            case ENTRY -> rule.form() + "/" + entry;
        };
    }

    Text label(RuleDefinition rule, String subject, String entry) {
        return switch (rule.scope()) {
            case COLUMN, ROW -> labelled(labels(rule), subject);
            case RETURN -> form(rule).title();
            case ENTRY ->
                new Text("第%s行 %s".formatted(subject, cut(entry)), "row %s, %s".formatted(subject, cut(entry)));
        };
    }

    /** The order of the form. */
    int position(RuleDefinition rule, String subject) {
        return switch (rule.scope()) {
            case COLUMN, ROW -> labels(rule).stream().map(Label::id).toList().indexOf(subject);
            case RETURN -> 0;
            case ENTRY -> Integer.parseInt(subject);
        };
    }

    /** The sheet's name in the template, for a failure that no cell of the file stands behind. */
    String sheet(RuleDefinition rule) {
        return form(rule).sheet().name();
    }

    private FormDefinition form(RuleDefinition rule) {
        return rule.scope() == RuleDefinition.Scope.ENTRY ? names.register(rule.form()) : names.grid(rule.form());
    }

    private List<Label> labels(RuleDefinition rule) {
        return rule.scope() == RuleDefinition.Scope.COLUMN
                ? names.grid(rule.form()).columns()
                : names.grid(rule.form()).rows();
    }

    private static Text labelled(List<Label> labels, String id) {
        return labels.stream()
                .filter(label -> label.id().equals(id))
                .map(RuleSubjects::withGroup)
                .findFirst()
                .orElseGet(() -> Text.same(id));
    }

    /** Equal labels are told apart by their group; the English ones differ by themselves. */
    private static Text withGroup(Label label) {
        return label.under() == null
                ? label.text()
                : new Text(label.under() + "·" + label.text().zh(), label.text().en());
    }

    private static String cut(String entry) {
        return entry.codePointCount(0, entry.length()) <= LONGEST_ENTRY
                ? entry
                : entry.substring(0, entry.offsetByCodePoints(0, LONGEST_ENTRY)) + "…";
    }
}
