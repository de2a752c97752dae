package org.jibao.definition.loading;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.definition.GridForm;
import org.jibao.definition.OtherReturns;
import org.jibao.definition.RuleDefinition;
import org.jibao.definition.RuleDefinition.Missing;
import org.jibao.definition.RuleDefinition.RegisterCount;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** {@code checks/<form>.yaml}: the rules of one form. One reader for all, as a rule's id is unique in the job. */
final class ChecksReader {

    private static final Wording WORDS = Wording.of(ChecksReader.class);

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*+(\\.[a-z][a-z0-9_]*+)*+");
    private static final List<String> OPERATORS = List.of("=", "<>", "<", "<=", ">", ">=");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> PLACEHOLDERS = Set.of("label", "left", "right", "difference", "previous_period");

    private final FormIndex forms;
    private final OtherReturnsReader others;
    private final RegisterCountReader counts;
    private final Map<String, String> ids = new LinkedHashMap<>();

    ChecksReader(FormIndex forms, OtherReturnsReader others) {
        this.forms = forms;
        this.others = others;
        this.counts = new RegisterCountReader(forms);
    }

    List<RuleDefinition> read(String formId, Mapping file) {
        List<RuleDefinition> rules = file.need("rules")
                .mappings()
                .flatMap(rule -> ShortCheckKind.of(rule)
                        .map(kind -> shortCheck(kind, formId, rule))
                        .orElseGet(() -> Optional.of(rule(formId, rule)))
                        .stream())
                .toList();
        file.end();
        return rules;
    }

    private RuleDefinition rule(String formId, Mapping rule) {
        String id = id(rule.need("id"));
        Value each = rule.need("each");
        Scope scope = each.choice(Scope.class, Scope.RETURN);
        reportUnfit(each, scope, formId);
        List<String> only = only(rule, scope, formId);
        Map<String, RegisterCount> counted = counts.read(rule, scope, formId);
        Value operator = rule.need("operator");
        Value tolerance = rule.get("tolerance");
        RuleDefinition definition = new RuleDefinition(
                id,
                formId,
                scope,
                only,
                counted,
                others.read(rule, scope, formId, counted.keySet()),
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
        reportNeedless(tolerance, definition.tolerance(), definition.operator());
        rule.end();
        return definition;
    }

    /** Empty where what it says cannot be told; what stands beside it is looked at all the same. */
    private Optional<RuleDefinition> shortCheck(ShortCheckKind kind, String file, Mapping rule) {
        Value text = rule.need(kind.key());
        Optional<ShortCheck> read = ShortCheckReader.read(kind, text, file, forms, figures(rule));
        Common common = common(rule, kind == ShortCheckKind.AT_MOST ? "<=" : "=");
        Optional<RuleDefinition> definition = read.map(check -> definition(check, common, text, rule));
        if (definition.isPresent()) {
            rule.end();
        }
        return definition;
    }

    /** What a short check may have like any rule; null where it is left to be made. */
    private record Common(
            @Nullable String id,
            String operator,
            Missing missing,
            BigDecimal tolerance,
            Severity severity,
            @Nullable Text message,
            @Nullable Text cure) {}

    private Common common(Mapping rule, String operator) {
        Value tolerance = rule.get("tolerance");
        Common common = new Common(
                rule.has("id") ? id(rule.need("id")) : null,
                operator,
                rule.get("missing").choice(Missing.class, Missing.SKIP_IF_ANY),
                tolerance.number(),
                rule.get("severity").choice(Severity.class, Severity.ERROR),
                rule.has("message") ? message(rule.need("message")) : null,
                rule.has("cure") ? rule.need("cure").words() : null);
        reportNeedless(tolerance, common.tolerance(), operator);
        return common;
    }

    private RuleDefinition definition(ShortCheck check, Common common, Value text, Mapping rule) {
        List<String> only = rule.has("only") ? only(rule, check) : check.only();
        Map<String, RegisterCount> counted = counts.read(rule, check.scope(), check.form());
        Map<String, OtherReturns> figures = others.read(rule, check.scope(), check.form(), counted.keySet());
        ShortCheckWords words = new ShortCheckWords(check, forms, counted, figures);
        return new RuleDefinition(
                common.id() == null ? madeId(check, text) : common.id(),
                check.form(),
                check.scope(),
                only,
                counted,
                figures,
                check.leftExpression(),
                common.operator(),
                check.rightExpression(),
                common.missing(),
                common.tolerance(),
                common.severity(),
                common.message() == null ? words.message() : common.message(),
                common.cure() == null ? words.cure(common.severity()) : common.cure(),
                rule.source().file(),
                rule.line());
    }

    /** Names that the rule gives to what it takes from registers and other returns. */
    private static Set<String> figures(Mapping rule) {
        Set<String> names = new LinkedHashSet<>();
        for (String key : List.of("counts", "totals", "from", "subordinates")) {
            if (rule.get(key).isMapping()) {
                rule.get(key).mapping().ifPresent(figures -> names.addAll(figures.keys()));
            }
        }
        return names;
    }

    private String madeId(ShortCheck check, Value text) {
        String id = check.madeId();
        String first = ids.putIfAbsent(id, text.place());
        if (first != null) {
            text.report(WORDS.text("check.same-id", id, first));
        }
        return id;
    }

    private static void reportNeedless(Value tolerance, BigDecimal most, String operator) {
        if (most.signum() > 0 && !operator.equals("=")) {
            tolerance.report(WORDS.text("rule.tolerance-needs-equals"));
        }
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

    /** A check of single cells says itself where it holds. */
    private List<String> only(Mapping rule, ShortCheck check) {
        boolean grid = check.only().isEmpty() && check.scope() != Scope.RETURN;
        if (!grid) {
            rule.get("only").report(WORDS.text("check.only-needs-each"));
        }
        return grid ? only(rule, check.scope(), check.form()) : check.only();
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
