package org.jibao.reading;

import java.util.List;
import java.util.Objects;
import org.jibao.definition.CoverForm;
import org.jibao.definition.Field;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.RegisterForm;

/**
 * A form with its labels ready to be recognised. Made once a job.
 *
 * @param across the labels that stand in a header, or beside their values on a cover
 * @param down the row labels of a grid; empty for the others
 */
record PreparedForm(FormDefinition form, Axis across, Axis down) {

    static PreparedForm of(FormDefinition form) {
        if (form instanceof GridForm grid) {
            return new PreparedForm(grid, new Axis(grid.columns()), new Axis(grid.rows()));
        }
        if (form instanceof RegisterForm register) {
            List<Field> fields = register.fields();
            return new PreparedForm(
                    register, new Axis(fields.stream().map(Field::label).toList()), new Axis(List.of()));
        }
        return new PreparedForm(form, new Axis(((CoverForm) form).fields()), new Axis(List.of()));
    }

    boolean isNamed(SheetCells sheet) {
        return LabelText.normalise(form.sheet().name()).equals(LabelText.normalise(sheet.name()));
    }

    boolean isAlsoNamed(SheetCells sheet) {
        String name = LabelText.normalise(sheet.name());
        return form.sheet().aliases().stream().anyMatch(alias -> Objects.equals(LabelText.normalise(alias), name));
    }
}
