package org.jibao.checking;

import static org.jibao.support.SqlText.literal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jibao.definition.CellType;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Label;
import org.jibao.definition.RuleDefinition;

/**
 * The cells of the grids that some rule looks at, numbered from 1, row by row. By its numbers a return becomes one list
 * of values, from which each table of {@link RuleTables} is cut: five times as fast as pivoting by names once a table.
 */
final class Indicators {

    private final Map<String, GridForm> forms = new LinkedHashMap<>();
    private final Map<String, Integer> before = new LinkedHashMap<>();
    private final List<NumberedCell> all = new ArrayList<>();
    private int size;

    /** @param used ids of the forms, of which those of no grid are passed over */
    Indicators(JobDefinition job, Set<String> used) {
        job.forms().stream()
                .filter(GridForm.class::isInstance)
                .map(GridForm.class::cast)
                .filter(form -> used.contains(form.id()))
                .forEach(this::add);
    }

    private void add(GridForm form) {
        forms.put(form.id(), form);
        before.put(form.id(), size);
        size += form.rows().size() * form.columns().size();
        for (int row = 0; row < form.rows().size(); row++) {
            for (int column = 0; column < form.columns().size(); column++) {
                all.add(new NumberedCell(form, row, column));
            }
        }
    }

    int size() {
        return size;
    }

    int number(String form, String row, String column) {
        return before(form)
                + 1
                + rows(form).indexOf(row) * width(form)
                + columns(form).indexOf(column);
    }

    /** A cell with its form. */
    record NumberedCell(GridForm form, int row, int column) {

        Label rowLabel() {
            return form.rows().get(row);
        }

        Label columnLabel() {
            return form.columns().get(column);
        }

        boolean takesFigures() {
            return form.typeOf(rowLabel(), columnLabel()).isNumber() && form.applies(rowLabel(), columnLabel());
        }

        boolean takesWholeNumbers() {
            return form.typeOf(rowLabel(), columnLabel()).kind() == CellType.Kind.COUNT;
        }
    }

    /** In the order of their numbers. */
    List<NumberedCell> all() {
        return all;
    }

    /** What a rule goes through, each with how far its cells lie behind those of the first. */
    Map<String, Integer> steps(RuleDefinition rule) {
        return switch (rule.scope()) {
            case COLUMN -> steps(columns(rule.form()), 1);
            case ROW -> steps(rows(rule.form()), width(rule.form()));
            default -> Map.of("", 0);
        };
    }

    private static Map<String, Integer> steps(List<String> subjects, int step) {
        Map<String, Integer> steps = new LinkedHashMap<>();
        subjects.forEach(subject -> steps.put(subject, steps.size() * step));
        return steps;
    }

    /** The number of an operand's cell in the first of what a rule goes through. */
    int first(Operand operand) {
        String form = operand.form();
        return number(
                form,
                operand.row() == null ? rows(form).get(0) : operand.row(),
                operand.column() == null ? columns(form).get(0) : operand.column());
    }

    private int width(String form) {
        return grid(form).columns().size();
    }

    private List<String> rows(String form) {
        return ids(grid(form).rows());
    }

    private List<String> columns(String form) {
        return ids(grid(form).columns());
    }

    /** {@code (number, form, row, column)} for SQL. */
    String values() {
        List<String> values = new ArrayList<>();
        forms.forEach((id, form) -> {
            for (String row : rows(id)) {
                for (String column : columns(id)) {
                    values.add("(" + number(id, row, column) + ", " + literal(id) + ", " + literal(row) + ", "
                            + literal(column) + ")");
                }
            }
        });
        return values.isEmpty() ? "(0, '', '', '')" : String.join(", ", values);
    }

    private GridForm grid(String form) {
        return Objects.requireNonNull(forms.get(form), form);
    }

    private int before(String form) {
        return Objects.requireNonNull(before.get(form), form);
    }

    private static List<String> ids(List<Label> labels) {
        return labels.stream().map(Label::id).toList();
    }
}
