package org.jibao.definition.loading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jibao.definition.RuleDefinition.RegisterCount;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** {@code counts} and {@code totals} of a rule: how many entries a register has, and what a field of them adds up to. */
final class RegisterCountReader {

    private static final Wording WORDS = Wording.of(RegisterCountReader.class);

    /** Operands that every rule has. */
    private static final List<String> PERIOD = List.of("period_number", "period_year", "period_start", "period_end");

    private final FormIndex forms;

    RegisterCountReader(FormIndex forms) {
        this.forms = forms;
    }

    Map<String, RegisterCount> read(Mapping rule, Scope scope, String formId) {
        List<String> cells =
                switch (scope) {
                    case COLUMN -> forms.rows(formId);
                    case ROW -> forms.columns(formId);
                    default -> List.of();
                };
        Ids names = new Ids(Stream.concat(cells.stream(), PERIOD.stream()).toArray(String[]::new));
        Map<String, RegisterCount> counts = new LinkedHashMap<>();
        for (String key : List.of("counts", "totals")) {
            Value value = rule.get(key);
            if (scope == Scope.ENTRY && !value.absent()) {
                value.report(WORDS.text("rule.counts-need-subject", key));
            }
            value.mapping().ifPresent(mapping -> {
                for (String name : mapping.keys()) {
                    Value count = mapping.need(name);
                    names.claim(name, count);
                    count.mapping().ifPresent(given -> counts.put(name, count(given, scope, key.equals("totals"))));
                }
            });
        }
        return counts;
    }

    private RegisterCount count(Mapping count, Scope scope, boolean total) {
        String register = count.need("register").nameOf("noun.register", forms.registers());
        String sum = total ? sum(count.need("sum"), register) : null;
        String by = by(count, scope, register);
        String where = count.get("where").optionalText().orElse("true");
        count.end();
        return new RegisterCount(register, by, where, sum);
    }

    private String sum(Value sum, String register) {
        List<String> fields = forms.numberFields(register);
        return fields.isEmpty() ? sum.text() : sum.nameOf("noun.number-field", fields);
    }

    /** The field that tells the entries of one row or column; a return has all of them. */
    private @Nullable String by(Mapping count, Scope scope, String register) {
        if (scope == Scope.RETURN) {
            Value by = count.get("by");
            if (!by.absent()) {
                by.report(WORDS.text("rule.by-needs-subject"));
            }
            return null;
        }
        Value by = count.need("by");
        List<String> fields = forms.listedFields(register);
        return fields.isEmpty() ? by.text() : by.nameOf("noun.listed-field", fields);
    }
}
