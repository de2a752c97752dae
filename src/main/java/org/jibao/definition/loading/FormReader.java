package org.jibao.definition.loading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jibao.definition.CellType;
import org.jibao.definition.CoverForm;
import org.jibao.definition.Field;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.GridForm.Crossing;
import org.jibao.definition.Guidance;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.RegisterForm.Purpose;
import org.jibao.definition.RegisterForm.Reach;
import org.jibao.definition.Roster;
import org.jibao.definition.SheetNames;
import org.jibao.definition.Written;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** {@code forms/<id>.yaml}: what every layout has, then the layout's own part. */
final class FormReader {

    private static final Wording WORDS = Wording.of(FormReader.class);

    private static final BigDecimal MOST_FALSE_ALARMS = BigDecimal.TEN;

    private enum Layout {
        COVER,
        GRID,
        LIST,
        REGISTER
    }

    private FormReader() {}

    /**
     * @param roster whose units a field may list
     * @param unitKinds of which {@code filled-by} may name some
     */
    static FormDefinition read(String id, Mapping form, Roster roster, Set<String> unitKinds) {
        Layout layout = layout(form);
        Text title = form.need("title").words();
        SheetNames sheet =
                form.need("sheet").mappingOr("name").map(FormReader::sheet).orElse(new SheetNames("", List.of()));
        boolean optional = form.get("optional").flag();
        Guidance guidance = guidance(form, unitKinds);
        FormDefinition definition =
                switch (layout) {
                    case COVER -> cover(id, title, sheet, optional, form, guidance);
                    case GRID -> GridFormReader.read(id, title, sheet, optional, form, guidance);
                    case LIST -> ListFormReader.read(id, title, sheet, optional, form, guidance);
                    case REGISTER -> RegisterFormReader.read(id, title, sheet, optional, form, roster, guidance);
                };
        Written written = WrittenReader.ofForm(form);
        form.end();
        return WrittenReader.into(definition, written);
    }

    /**
     * One that is not named shows by its keys: rows and columns are a grid's, the fields that say whose return it is a
     * cover's.
     */
    private static Layout layout(Mapping form) {
        Value given = form.get("layout");
        if (!given.absent()) {
            return given.choice(Layout.class, Layout.GRID);
        }
        if (form.has("rows") || form.has("columns")) {
            return Layout.GRID;
        }
        boolean names = form.has("unit-name") || form.has("unit-code") || form.has("period") && !form.has("unit");
        if (!names && !form.has("fields")) {
            form.need("layout");
        }
        return names ? Layout.COVER : Layout.REGISTER;
    }

    private static Guidance guidance(Mapping form, Set<String> unitKinds) {
        Value note = form.get("note");
        List<String> filledBy = form.get("filled-by").items().stream()
                .map(kind -> kind.nameOf("noun.unit-kind", unitKinds))
                .toList();
        return new Guidance(note.absent() ? null : note.words(), filledBy);
    }

    private static SheetNames sheet(Mapping mapping) {
        SheetNames names = new SheetNames(
                mapping.need("name").text(), mapping.get("aliases").texts());
        mapping.end();
        return names;
    }

    private static CoverForm cover(
            String id, Text title, SheetNames sheet, boolean optional, Mapping form, Guidance guidance) {
        Value list = form.need("fields");
        LabelReader labels = new LabelReader(LabelReader.ANY);
        List<Label> fields = list.labelled().map(labels::readAll).toList();
        List<String> ids = fields.stream().map(Label::id).toList();
        return new CoverForm(
                id,
                title,
                sheet,
                optional,
                fields,
                fieldName(form, "unit-name", ids),
                fieldName(form, "unit-code", ids),
                fieldName(form, "period", ids),
                guidance);
    }

    private static @Nullable String fieldName(Mapping form, String key, List<String> fields) {
        Value value = form.get(key);
        return value.absent() ? null : value.nameOf("noun.field", fields);
    }

    /** The part of a form that is a grid's own: {@code cell}, {@code columns}, {@code rows}. */
    static final class GridFormReader {

        private GridFormReader() {}

        static GridForm read(
                String id, Text title, SheetNames sheet, boolean optional, Mapping form, Guidance guidance) {
            Value cell = form.need("cell");
            CellType type = cell.mappingOr("kind").map(CellReader::read).orElse(CellReader.COUNT);
            if (!CellReader.isNumber(type)) {
                cell.report(WORDS.text("form.grid-cell-kind"));
            }
            // The names that returns.<form>_by_row and _by_column have besides, and what rules put before a name.
            LabelReader columns = columns().besideRows();
            LabelReader rows = new LabelReader(
                    CellReader.NUMBERS,
                    "job",
                    "period",
                    "unit",
                    "submission",
                    "column",
                    "previous",
                    "period_number",
                    "period_year",
                    "period_start",
                    "period_end");
            List<Label> columnLabels =
                    form.need("columns").labelled().map(columns::readAll).toList();
            List<Label> rowLabels =
                    form.need("rows").labelled().map(rows::readAll).toList();
            CrossingReader.reportBeside(form.get("columns"), columnLabels);
            Set<Crossing> never = CrossingReader.read(form.get("not-applicable"), rowLabels, columnLabels);
            BigDecimal alarms = falseAlarms(form.get("false-alarms"));
            return new GridForm(
                    id, title, sheet, optional, type, rowLabels, columnLabels, guidance, never, alarms, null);
        }
    }

    /** How many false alarms about unlikely figures are tolerable in a return, of a grid or a list. */
    static BigDecimal falseAlarms(Value given) {
        BigDecimal alarms = given.absent() ? GridForm.FALSE_ALARMS : given.number();
        if (alarms.compareTo(MOST_FALSE_ALARMS) > 0) {
            given.report(WORDS.text("form.false-alarms", MOST_FALSE_ALARMS));
            return MOST_FALSE_ALARMS;
        }
        return alarms;
    }

    /**
     * Of the columns of a grid or a list.
     *
     * @param free ids that are no column of the store, and may be called as the store's own are
     */
    static LabelReader columns(String... free) {
        String[] reserved = Stream.of(
                        "job",
                        "period",
                        "unit",
                        "submission",
                        "row",
                        "previous",
                        "period_number",
                        "period_year",
                        "period_start",
                        "period_end")
                .filter(id -> !List.of(free).contains(id))
                .toArray(String[]::new);
        return new LabelReader(CellReader.NUMBERS, reserved);
    }

    /** The part of a form that is a register's own: {@code purpose}, {@code fields}. */
    static final class RegisterFormReader {

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
                String id,
                Text title,
                SheetNames sheet,
                boolean optional,
                Mapping form,
                Roster roster,
                Guidance guidance) {
            Purpose purpose = form.get("purpose").choice(Purpose.class, Purpose.ENTRIES);
            Value list = form.need("fields");
            RegisterFormReader reader = new RegisterFormReader(roster);
            List<Field> fields = list.labelled().map(reader::field).toList();
            if (purpose == Purpose.EXPLANATIONS) {
                reportMissing(list, fields);
            }
            Reach reach = RowConditionReader.read(form, fields);
            return new RegisterForm(id, title, sheet, optional, purpose, fields, guidance, reach);
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
                    .forEach(id -> list.report(WORDS.text("form.explanations-need", id)));
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
                    list.is(UNITS)
                            ? units()
                            : list.labelled().map(values::readAll).toList(),
                    many.flag(),
                    within.flag(),
                    unique);
            mapping.end();
            if (field.required() && label.optional()) {
                required.report(WORDS.text("form.required-and-optional"));
            }
            if (field.published() && field.sensitive()) {
                published.report(WORDS.text("form.published-and-sensitive"));
            }
            if (field.many() && field.values().isEmpty()) {
                many.report(WORDS.text("form.many-without-values"));
            }
            if (field.within() && type.kind() != CellType.Kind.DATE) {
                within.report(WORDS.text("form.within-needs-date"));
            }
            if (!list.absent() && type.kind() != CellType.Kind.TEXT) {
                list.report(WORDS.text("form.values-need-text"));
            }
            return field;
        }
    }
}
