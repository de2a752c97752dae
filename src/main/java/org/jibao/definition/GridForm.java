package org.jibao.definition;

import java.util.List;
import java.util.Set;
import org.jibao.finding.Text;

/**
 * Rows × columns of indicators. The cell at (row, column) is the indicator {@code <form>.<row>.<column>}.
 *
 * @param type the type of its cells, unless a row or column says otherwise (a column goes before a row)
 * @param notApplicable cells that never hold a figure
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
        Set<Crossing> notApplicable)
        implements FormDefinition {

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
        this(id, title, sheet, optional, type, rows, columns, Guidance.NONE, Set.of());
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

    /** Where a row and a column meet, by their ids. */
    public record Crossing(String row, String column) {}
}
