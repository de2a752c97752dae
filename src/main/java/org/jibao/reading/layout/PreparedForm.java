package org.jibao.reading.layout;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jibao.definition.CellType;
import org.jibao.definition.CoverForm;
import org.jibao.definition.Field;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm;
import org.jibao.reading.workbook.LabelText;
import org.jibao.reading.workbook.SheetCells;

/**
 * A form with its labels ready to be recognised. Made once a job.
 *
 * @param across the labels that stand in a header, or beside their values on a cover
 * @param down the row labels of a grid; empty for the others
 * @param columnTypes of a grid, the types of the cells in each column
 * @param rowTypes the same of each row
 * @param name of its sheet, normalised
 * @param alsoNamed the other names of its sheet, normalised
 */
public record PreparedForm(
        FormDefinition form,
        Axis across,
        Axis down,
        List<List<CellType>> columnTypes,
        List<List<CellType>> rowTypes,
        String name,
        Set<String> alsoNamed) {

    public static PreparedForm of(FormDefinition form) {
        if (form instanceof GridForm list && list.lines() != null) {
            List<Field> fields = list.asRegister().fields();
            return of(
                    list,
                    new Axis(fields.stream().map(Field::label).toList()),
                    new Axis(List.of()),
                    fields.stream().map(field -> List.of(field.type())).toList(),
                    List.of());
        }
        if (form instanceof GridForm grid) {
            return of(
                    grid,
                    new Axis(grid.columns()),
                    new Axis(grid.rows()),
                    types(grid.columns(), grid.rows(), (column, row) -> grid.typeOf(row, column)),
                    types(grid.rows(), grid.columns(), grid::typeOf));
        }
        List<Label> labels = form instanceof RegisterForm register
                ? register.fields().stream().map(Field::label).toList()
                : ((CoverForm) form).fields();
        return of(form, new Axis(labels), new Axis(List.of()), List.of(), List.of());
    }

    private static PreparedForm of(
            FormDefinition form,
            Axis across,
            Axis down,
            List<List<CellType>> columnTypes,
            List<List<CellType>> rowTypes) {
        Set<String> aliases =
                form.sheet().aliases().stream().map(LabelText::normalise).collect(Collectors.toUnmodifiableSet());
        return new PreparedForm(
                form,
                across,
                down,
                columnTypes,
                rowTypes,
                LabelText.normalise(form.sheet().name()),
                aliases);
    }

    private static List<List<CellType>> types(
            List<Label> some, List<Label> others, BiFunction<Label, Label, CellType> type) {
        return some.stream()
                .map(one -> others.stream()
                        .map(other -> type.apply(one, other))
                        .distinct()
                        .toList())
                .toList();
    }

    public boolean isNamed(SheetCells sheet) {
        return name.equals(LabelText.normalise(sheet.name()));
    }

    public boolean isAlsoNamed(SheetCells sheet) {
        return !alsoNamed.isEmpty() && alsoNamed.contains(LabelText.normalise(sheet.name()));
    }
}
