package org.jibao.definition.loading;

import java.util.List;
import org.jibao.definition.CellType;
import org.jibao.definition.Field;
import org.jibao.definition.Guidance;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.RegisterForm.Purpose;
import org.jibao.definition.Roster;
import org.jibao.definition.SheetNames;
import org.jibao.finding.Text;

/** The part of a form that is a register's own: {@code purpose}, {@code fields}. */
final class RegisterFormReader {

    /** {@code values: units} */
    private static final String UNITS = "units";

    /** What an explanation needs: what is explained, and the explanation. */
    private static final List<String> OF_EXPLANATIONS = List.of("code", "explanation");

    // The names that intake.entry_<form> and returns.<form> have besides.
    private final LabelReader labels = new LabelReader(
            LabelReader.ANY,
            "job",
            "period",
            "unit",
            "submission",
            "sheet",
            "row",
            "previous",
            "period_number",
            "period_year",
            "period_start",
            "period_end");

    private final Roster roster;

    private RegisterFormReader(Roster roster) {
        this.roster = roster;
    }

    static RegisterForm read(
            String id, Text title, SheetNames sheet, boolean optional, Mapping form, Roster roster, Guidance guidance) {
        Purpose purpose = form.get("purpose").choice(Purpose.class, Purpose.ENTRIES);
        Value list = form.need("fields");
        RegisterFormReader reader = new RegisterFormReader(roster);
        List<Field> fields = list.mappings().map(reader::field).toList();
        if (purpose == Purpose.EXPLANATIONS) {
            reportMissing(list, fields);
        }
        return new RegisterForm(id, title, sheet, optional, purpose, fields, guidance);
    }

    /** The units of the roster, by their names and aliases; the value is the code. */
    private List<Label> units() {
        return roster.units().stream()
                .map(unit -> new Label(unit.code(), Text.same(unit.name()), unit.aliases(), null, null, false))
                .toList();
    }

    private static void reportMissing(Value list, List<Field> fields) {
        List<String> ids = fields.stream().map(Field::id).toList();
        OF_EXPLANATIONS.stream()
                .filter(id -> !ids.contains(id))
                .forEach(id -> list.report(FormMistake.explanationsNeed(id)));
    }

    private Field field(Mapping mapping) {
        Label label = labels.read(mapping);
        CellType type = label.type() == null ? CellReader.TEXT : label.type();
        Value required = mapping.get("required");
        Value published = mapping.get("published");
        Value many = mapping.get("many");
        boolean unique = mapping.get("unique").flag();
        Value within = mapping.get("within-period");
        LabelReader values = new LabelReader(LabelReader.ANY);
        Value list = mapping.get("values");
        Field field = new Field(
                label,
                type,
                required.flag(),
                mapping.get("sensitive").flag(),
                published.flag(),
                list.is(UNITS) ? units() : list.mappings().map(values::readAll).toList(),
                many.flag(),
                within.flag(),
                unique);
        mapping.end();
        if (field.required() && label.optional()) {
            required.report(FormMistake.requiredAndOptional());
        }
        if (field.published() && field.sensitive()) {
            published.report(FormMistake.publishedAndSensitive());
        }
        if (field.many() && field.values().isEmpty()) {
            many.report(FormMistake.manyWithoutValues());
        }
        if (field.within() && type.kind() != CellType.Kind.DATE) {
            within.report(FormMistake.withinNeedsDate());
        }
        if (!list.absent() && type.kind() != CellType.Kind.TEXT) {
            list.report(FormMistake.valuesNeedText());
        }
        return field;
    }
}
