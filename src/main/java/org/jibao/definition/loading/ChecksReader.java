package org.jibao.definition.loading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jibao.definition.GridForm;
import org.jibao.definition.RuleDefinition;
import org.jibao.definition.RuleDefinition.Missing;
import org.jibao.definition.RuleDefinition.RegisterCount;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** {@code checks/<form>.yaml}: the rules of one form. One reader for all, as a rule's id is unique in the job. */
final class ChecksReader {

    private static final Wording WORDS = Wording.of(ChecksReader.class);

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*+(\\.[a-z][a-z0-9_]*+)*+");
    private static final List<String> OPERATORS = List.of("=", "<>", "<", "<=", ">", ">=");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> PLACEHOLDERS = Set.of("label", "left", "right", "difference", "previous_period");

    /** Operands that every rule has. */
    private static final List<String> PERIOD = List.of("period_number", "period_year", "period_start", "period_end");

    private final FormIndex forms;
    private final OtherReturnsReader others;
    private final Map<String, String> ids = new LinkedHashMap<>();

    ChecksReader(FormIndex forms, OtherReturnsReader others) {
        this.forms = forms;
        this.others = others;
    }

    List<RuleDefinition> read(String formId, Mapping file) {
        List<RuleDefinition> rules =
                file.need("rules").mappings().map(rule -> rule(formId, rule)).toList();
        file.end();
        return rules;
    }

    private RuleDefinition rule(String formId, Mapping rule) {
        String id = id(rule.need("id"));
        Value each = rule.need("each");
        Scope scope = each.choice(Scope.class, Scope.RETURN);
        reportUnfit(each, scope, formId);
        List<String> only = only(rule, scope, formId);
        Map<String, RegisterCount> counts = counts(rule, scope, formId);
        Value operator = rule.need("operator");
        Value tolerance = rule.get("tolerance");
        RuleDefinition definition = new RuleDefinition(
                id,
                formId,
                scope,
                only,
                counts,
                others.read(rule, scope, formId, counts.keySet()),
                rule.need("left").text(),
                operator.nameOf("noun.operator", OPERATORS),
                rule.need("right").text(),
                rule.get("missing").choice(Missing.class, Missing.SKIP_IF_ANY),
                tolerance.number(),
                rule.need("severity").choice(Severity.class, Severity.ERROR),
                message(rule.need("message")),
                rule.need("cure").words(),
                rule.source().file(),
                rule.line());
        if (!tolerance.absent()
                && definition.tolerance().signum() > 0
                && !definition.operator().equals("=")) {
            tolerance.report(WORDS.text("rule.tolerance-needs-equals"));
        }
        rule.end();
        return definition;
    }

    private String id(Value value) {
        String id = value.text();
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            value.report(WORDS.text("rule.bad-id", id));
        }
        String here = value.place();
        String first = ids.putIfAbsent(id, here);
        if (first != null && !id.isEmpty()) {
            value.report(WORDS.text("rule.duplicate-id", id, first));
        }
        return id;
    }

    private void reportUnfit(Value each, Scope scope, String formId) {
        boolean fits =
                switch (scope) {
                    case ROW, COLUMN -> forms.mayBe(formId, GridForm.class);
                    case ENTRY -> forms.mayBeEntries(formId);
                    case RETURN -> true;
                };
        if (!fits) {
            each.report(WORDS.text("rule.scope-does-not-fit", each.text(), formId));
        }
    }

    private List<String> only(Mapping rule, Scope scope, String formId) {
        if (!rule.has("only")) {
            return List.of();
        }
        Value only = rule.get("only");
        if (scope != Scope.ROW && scope != Scope.COLUMN) {
            only.report(WORDS.text("rule.only-needs-grid"));
            return only.texts();
        }
        boolean rows = scope == Scope.ROW;
        List<String> declared = rows ? forms.rows(formId) : forms.columns(formId);
        return declared.isEmpty()
                ? only.texts()
                : only.items().stream()
                        .map(item -> item.nameOf(rows ? "noun.row" : "noun.column", declared))
                        .toList();
    }

    private Map<String, RegisterCount> counts(Mapping rule, Scope scope, String formId) {
        Value value = rule.get("counts");
        Map<String, RegisterCount> counts = new LinkedHashMap<>();
        value.mapping().ifPresent(mapping -> {
            if (scope != Scope.ROW && scope != Scope.COLUMN) {
                value.report(WORDS.text("rule.counts-need-subject"));
            }
            List<String> cells = scope == Scope.COLUMN ? forms.rows(formId) : forms.columns(formId);
            Ids names = new Ids(Stream.concat(cells.stream(), PERIOD.stream()).toArray(String[]::new));
            for (String name : mapping.keys()) {
                Value count = mapping.need(name);
                names.claim(name, count);
                count.mapping().ifPresent(given -> counts.put(name, count(given)));
            }
        });
        return counts;
    }

    private RegisterCount count(Mapping count) {
        Value registerValue = count.need("register");
        String register = registerValue.nameOf("noun.register", forms.registers());
        Value by = count.need("by");
        List<String> fields = forms.listedFields(register);
        if (!fields.isEmpty()) {
            by.nameOf("noun.listed-field", fields);
        }
        String where = count.get("where").optionalText().orElse("true");
        count.end();
        return new RegisterCount(register, by.text(), where);
    }

    private static Text message(Value value) {
        Text message = value.words();
        for (String text : List.of(message.zh(), message.en())) {
            Matcher matcher = PLACEHOLDER.matcher(text);
            while (matcher.find()) {
                if (!PLACEHOLDERS.contains(matcher.group(1))) {
                    value.report(Suggestion.unknown("noun.placeholder", matcher.group(1), PLACEHOLDERS));
                }
            }
        }
        return message;
    }
}
