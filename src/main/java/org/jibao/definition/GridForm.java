package org.jibao.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * Rows × columns of indicators. The cell at (row, column) is the indicator {@code <form>.<row>.<column>}.
 *
 * @param type the type of its cells, unless a row or column says otherwise (a column goes before a row)
 * @param notApplicable cells that never hold a figure
 * @param falseAlarms how many false alarms about unlikely figures are tolerable in one return, on average: 0 to 10, 0
 *     where none is looked for
 * @param lines that the form is a list: each line of its sheet is the return of one unit, with the one row
 *     {@link Lines#ROW}; or null
 */
public record GridForm(
        String id,
        Text title,
        SheetNames sheet,
        boolean optional,
        CellType type,
        List<Label> rows,
        List<Label> columns,
        Guidance guidance,
        Set<Crossing> notApplicable,
        BigDecimal falseAlarms,
        @Nullable Lines lines)
        implements FormDefinition {

    /** What is tolerable where a form does not say: one in ten returns of five forms. */
    public static final BigDecimal FALSE_ALARMS = new BigDecimal("0.02");

    public GridForm {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        notApplicable = Set.copyOf(notApplicable);
    }

    /** A form of which a template says nothing. */
    public GridForm(
            String id,
            Text title,
            SheetNames sheet,
            boolean optional,
            CellType type,
            List<Label> rows,
            List<Label> columns) {
        this(id, title, sheet, optional, type, rows, columns, Guidance.NONE, Set.of(), FALSE_ALARMS, null);
    }

    /** Whether the cell may hold a figure at all. */
    public boolean applies(Label row, Label column) {
        return notApplicable.isEmpty() || !notApplicable.contains(new Crossing(row.id(), column.id()));
    }

    /** Whether its values stand beside the row labels, without a header. */
    public boolean beside() {
        return columns.stream().anyMatch(column -> column.placing().beside() > 0);
    }

    public CellType typeOf(Label row, Label column) {
        if (column.type() != null) {
            return column.type();
        }
        return row.type() != null ? row.type() : type;
    }

    /**
     * What a list has besides the columns of its figures.
     *
     * @param fields all columns in the form's order: those of the figures and those that say whose a line is
     * @param unit id of the field that says whose a line is
     * @param period id of the field that says for when, or null
     * @param reach which lines are returns
     */
    public record Lines(
            List<Field> fields, String unit, @Nullable String period, RegisterForm.Reach reach) {

        /** The id of the one row. */
        public static final String ROW = "line";

        public Lines {
            fields = List.copyOf(fields);
        }

        /** Whether a field says whose a line is, or for when. */
        public boolean isKey(String field) {
            return field.equals(unit) || field.equals(period);
        }
    }

    /** A list as the table that it is: one entry a line. Only for a list. */
    public RegisterForm asRegister() {
        Lines list = Objects.requireNonNull(lines);
        return new RegisterForm(
                id, title, sheet, optional, RegisterForm.Purpose.ENTRIES, list.fields(), guidance, list.reach());
    }

    /** Where a row and a column meet, by their ids. */
    public record Crossing(String row, String column) {}
}
