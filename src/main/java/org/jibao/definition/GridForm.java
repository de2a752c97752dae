package org.jibao.definition;

import java.util.List;
import org.jibao.finding.Text;

/**
 * Rows × columns of indicators. The cell at (row, column) is the indicator {@code <form>.<row>.<column>}.
 *
 * @param type the type of its cells, unless a row or column says otherwise (a column goes before a row)
 */
public record GridForm(
        String id,
        Text title,
        SheetNames sheet,
        boolean optional,
        CellType type,
        List<Label> rows,
        List<Label> columns,
        Guidance guidance)
        implements FormDefinition {

    public GridForm {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
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
        this(id, title, sheet, optional, type, rows, columns, Guidance.NONE);
    }

    public CellType typeOf(Label row, Label column) {
        if (column.type() != null) {
            return column.type();
        }
        return row.type() != null ? row.type() : type;
    }
}
