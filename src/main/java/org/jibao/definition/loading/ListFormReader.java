package org.jibao.definition.loading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jibao.definition.CellType;
import org.jibao.definition.CoverForm;
import org.jibao.definition.Field;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.GridForm.Lines;
import org.jibao.definition.Guidance;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm.Reach;
import org.jibao.definition.SheetNames;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** The part of a form that is a list's own: {@code fields}, and which of them say the unit and the period of a line. */
final class ListFormReader {

    private static final Wording WORDS = Wording.of(ListFormReader.class);
    private static final Label ROW = new Label(Lines.ROW, new Text("本行", "Line"), List.of(), null, null, false);

    private ListFormReader() {}

    static GridForm read(String id, Text title, SheetNames sheet, boolean optional, Mapping form, Guidance guidance) {
        CellType type = form.get("cell").mappingOr("kind").map(CellReader::read).orElse(CellReader.COUNT);
        if (!CellReader.isNumber(type)) {
            form.get("cell").report(WORDS.text("form.grid-cell-kind"));
        }
        Value unit = form.need("unit");
        Value period = form.get("period");
        Value list = form.need("fields");
        // A field that only says whose a line is has no column in the store, and may be called as the store's own are.
        LabelReader columns = FormReader.columns(unit.text(), period.text());
        List<Label> labels = list.labelled().map(columns::readAll).toList();
        List<String> ids = labels.stream().map(Label::id).toList();
        String ofUnit = list.absent() ? unit.text() : unit.nameOf("noun.field", ids);
        String ofPeriod = period.absent() || list.absent() ? null : period.nameOf("noun.field", ids);
        if (ofUnit.equals(ofPeriod)) {
            period.report(WORDS.text("form.list-one-key", ofUnit));
        }
        List<Field> fields = new ArrayList<>();
        List<Label> figures = new ArrayList<>();
        for (Label label : labels) {
            boolean key = label.id().equals(ofUnit) || label.id().equals(ofPeriod);
            CellType own = label.type() == null ? type : label.type();
            fields.add(field(label, key ? CellReader.TEXT : own, key));
            if (!key) {
                figures.add(label);
            } else if (label.optional() || label.type() != null) {
                list.report(WORDS.text("form.list-key-plain", label.id()));
            }
        }
        if (!list.absent() && figures.isEmpty()) {
            list.report(WORDS.text("form.list-without-figures"));
        }
        Reach reach = RowConditionReader.read(form, fields);
        Lines lines = new Lines(fields, ofUnit, ofPeriod, reach);
        BigDecimal alarms = FormReader.falseAlarms(form.get("false-alarms"));
        return new GridForm(id, title, sheet, optional, type, List.of(ROW), figures, guidance, Set.of(), alarms, lines);
    }

    private static Field field(Label label, CellType type, boolean required) {
        return new Field(label, type, required, false, false, List.of(), false, false, false);
    }

    /** A list is taken apart, so that what stands beside it in a workbook would be every unit's. */
    static void reportMixed(List<FormDefinition> forms, BiConsumer<String, Text> problem) {
        String list = null;
        for (FormDefinition form : forms) {
            list = form.isList() ? form.id() : list;
        }
        for (FormDefinition form : forms) {
            if (list != null && !form.isList() && !(form instanceof CoverForm)) {
                problem.accept(form.id(), WORDS.text("form.list-mixed", list));
            }
        }
    }
}
