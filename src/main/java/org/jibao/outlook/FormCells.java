package org.jibao.outlook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jibao.calendar.Period;
import org.jibao.definition.CellType;
import org.jibao.definition.GridForm;
import org.jibao.definition.Label;
import org.jibao.definition.RuleDefinition;
import org.jibao.finding.Text;
import org.jibao.plausibility.DeclaredCell;
import org.jibao.support.SqlText;

/**
 * The cells of a form that hold counts and amounts, row by row; a share has other slips, and its own parts are looked
 * at.
 */
final class FormCells {

    private final GridForm form;
    private final List<Label> rows = new ArrayList<>();
    private final List<Label> columns = new ArrayList<>();
    private final List<DeclaredCell> cells = new ArrayList<>();

    FormCells(GridForm form, List<RuleDefinition> rules) {
        this.form = form;
        for (Label row : form.rows()) {
            for (Label column : form.columns()) {
                CellType type = form.typeOf(row, column);
                if (form.applies(row, column) && type.kind() != CellType.Kind.PERCENT) {
                    rows.add(row);
                    columns.add(column);
                    boolean amount = type.kind() == CellType.Kind.AMOUNT;
                    cells.add(new DeclaredCell(form.id(), row.id(), column.id(), amount, toDate(rules, row, column)));
                }
            }
        }
    }

    GridForm form() {
        return form;
    }

    List<DeclaredCell> cells() {
        return cells;
    }

    /** The cell's row and column as the form calls them; the one row of a list has no name. */
    Text label(int cell) {
        Text row = rows.get(cell).text();
        Text column = columns.get(cell).text();
        if (form.isList()) {
            return column;
        }
        return new Text(row.zh() + " × " + column.zh(), row.en() + " × " + column.en());
    }

    String id(int cell) {
        return form.id() + "/" + rows.get(cell).id() + "/" + columns.get(cell).id();
    }

    CellType type(int cell) {
        return form.typeOf(rows.get(cell), columns.get(cell));
    }

    /** A rule says of such a figure that it is what it was the period before, and something besides. */
    private boolean toDate(List<RuleDefinition> rules, Label row, Label column) {
        return rules.stream()
                .filter(rule -> rule.form().equals(form.id()) && rule.operator().equals("="))
                .anyMatch(rule -> switch (rule.scope()) {
                    case ROW -> goesOn(rule, column.id()) && holds(rule, row);
                    case COLUMN -> goesOn(rule, row.id()) && holds(rule, column);
                    case RETURN -> goesOn(rule, form.id() + "." + row.id() + "." + column.id());
                    case ENTRY -> false;
                });
    }

    private static boolean holds(RuleDefinition rule, Label subject) {
        return rule.only().isEmpty() || rule.only().contains(subject.id());
    }

    private static boolean goesOn(RuleDefinition rule, String name) {
        return goesOn(rule.left(), rule.right(), name) || goesOn(rule.right(), rule.left(), name);
    }

    private static boolean goesOn(String one, String other, String name) {
        String before = "previous." + name;
        int at = one.strip().equals(name) ? other.indexOf(before) : -1;
        while (at >= 0) {
            String rest = other.substring(at + before.length()).stripLeading();
            boolean whole = at == 0 || !isPartOfName(other.charAt(at - 1));
            if (whole && rest.startsWith("+")) {
                return true;
            }
            at = other.indexOf(before, at + 1);
        }
        return false;
    }

    private static boolean isPartOfName(char sign) {
        return sign == '.' || sign == '_' || Character.isLetterOrDigit(sign);
    }

    /** Makes the temporary table of the figures. */
    String table(List<Period> periods) {
        return SqlText.read(
                FormCells.class,
                "cells",
                Map.of("ages", ages(periods), "places", places(), "values", values(periods.size())));
    }

    private static String ages(List<Period> periods) {
        return IntStream.range(0, periods.size())
                .mapToObj(age ->
                        "(" + age + ", " + SqlText.literal(periods.get(age).code()) + ")")
                .collect(Collectors.joining(", "));
    }

    private String places() {
        return IntStream.range(0, cells.size())
                .mapToObj(cell -> "(" + cell + ", " + SqlText.literal(form.id()) + ", "
                        + SqlText.literal(cells.get(cell).row()) + ", "
                        + SqlText.literal(cells.get(cell).column()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String values(int ages) {
        return IntStream.range(0, ages)
                .mapToObj(age -> ", max(o.value) FILTER (c.age = " + age + ") AS v" + age)
                .collect(Collectors.joining());
    }
}
