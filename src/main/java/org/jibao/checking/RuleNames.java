package org.jibao.checking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.definition.CellType;
import org.jibao.definition.Field;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.RuleDefinition;

/** The names that an expression may use, by what it is evaluated over. */
final class RuleNames {

    private final JobDefinition job;

    RuleNames(JobDefinition job) {
        this.job = job;
    }

    /** For {@code left} and {@code right}. */
    Map<String, Operand> of(RuleDefinition rule) {
        Map<String, Operand> names = new LinkedHashMap<>();
        switch (rule.scope()) {
            case COLUMN -> withPrevious(names, inColumn(grid(rule.form())));
            case ROW -> withPrevious(names, inRow(grid(rule.form())));
            case RETURN -> withPrevious(names, inReturn());
            case ENTRY -> fields(rule.form()).forEach(operand -> names.put(operand.name(), operand));
        }
        rule.counts().forEach((name, count) -> names.put(name, count(name, count.register())));
        rule.others().forEach((name, other) -> names.put(name, other(name, other.form())));
        return withPeriod(names);
    }

    /** For the {@code where} of a count. */
    Map<String, Operand> ofEntries(String register) {
        Map<String, Operand> names = new LinkedHashMap<>();
        fields(register).forEach(operand -> names.put(operand.name(), operand));
        return withPeriod(names);
    }

    private static Map<String, Operand> withPeriod(Map<String, Operand> names) {
        names.put("period_number", period("period_number", true));
        names.put("period_year", period("period_year", true));
        names.put("period_start", period("period_start", false));
        names.put("period_end", period("period_end", false));
        return names;
    }

    private static void withPrevious(Map<String, Operand> names, List<Operand> cells) {
        for (Operand cell : cells) {
            names.put(cell.name(), cell);
            names.put(cell.before().name(), cell.before());
        }
    }

    private static List<Operand> inColumn(GridForm form) {
        return form.rows().stream()
                .map(row -> Operand.cell(row.id(), form.id(), row.id(), null))
                .toList();
    }

    private static List<Operand> inRow(GridForm form) {
        return form.columns().stream()
                .map(column -> Operand.cell(column.id(), form.id(), null, column.id()))
                .toList();
    }

    private List<Operand> inReturn() {
        return job.forms().stream()
                .filter(GridForm.class::isInstance)
                .map(GridForm.class::cast)
                .flatMap(form -> form.rows().stream()
                        .flatMap(row -> form.columns().stream().map(column -> whole(form, row, column))))
                .toList();
    }

    private static Operand whole(GridForm form, Label row, Label column) {
        return Operand.cell(form.id() + "." + row.id() + "." + column.id(), form.id(), row.id(), column.id());
    }

    private List<Operand> fields(String register) {
        return stored(register(register)).stream()
                .map(field ->
                        new Operand(field.id(), Operand.Kind.FIELD, false, register, null, field.id(), isNumber(field)))
                .toList();
    }

    /** The fields that the store keeps: the sensitive ones never leave reading. */
    static List<Field> stored(RegisterForm form) {
        return form.fields().stream().filter(field -> !field.sensitive()).toList();
    }

    private static boolean isNumber(Field field) {
        CellType.Kind kind = field.type().kind();
        return kind != CellType.Kind.TEXT && kind != CellType.Kind.DATE;
    }

    private static Operand count(String name, String register) {
        return new Operand(name, Operand.Kind.COUNT, false, register, null, null, true);
    }

    private static Operand other(String name, String form) {
        return new Operand(name, Operand.Kind.OTHER, false, form, null, null, true);
    }

    private static Operand period(String name, boolean number) {
        return new Operand(name, Operand.Kind.PERIOD, false, "", null, null, number);
    }

    GridForm grid(String id) {
        return form(id, GridForm.class);
    }

    RegisterForm register(String id) {
        return form(id, RegisterForm.class);
    }

    FormDefinition form(String id) {
        return form(id, FormDefinition.class);
    }

    private <T> T form(String id, Class<T> kind) {
        return job.form(id)
                .filter(kind::isInstance)
                .map(kind::cast)
                .orElseThrow(() -> new IllegalArgumentException("job " + job.id() + " has no " + kind + " " + id));
    }
}
