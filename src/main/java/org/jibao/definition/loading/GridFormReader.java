package org.jibao.definition.loading;

import java.util.List;
import org.jibao.definition.CellType;
import org.jibao.definition.GridForm;
import org.jibao.definition.Guidance;
import org.jibao.definition.Label;
import org.jibao.definition.SheetNames;
import org.jibao.finding.Text;

/** The part of a form that is a grid's own: {@code cell}, {@code columns}, {@code rows}. */
final class GridFormReader {

    private GridFormReader() {}

    static GridForm read(String id, Text title, SheetNames sheet, boolean optional, Mapping form, Guidance guidance) {
        Value cell = form.need("cell");
        CellType type = cell.mapping().map(CellReader::read).orElse(CellReader.COUNT);
        if (!CellReader.isNumber(type)) {
            cell.report(FormMistake.gridCellKind());
        }
        // The names that returns.<form>_by_row and _by_column have besides, and what rules put before a name.
        LabelReader columns = new LabelReader(
                CellReader.NUMBERS,
                "job",
                "period",
                "unit",
                "submission",
                "row",
                "previous",
                "period_number",
                "period_year",
                "period_start",
                "period_end");
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
                form.need("columns").mappings().map(columns::readAll).toList();
        List<Label> rowLabels = form.need("rows").mappings().map(rows::readAll).toList();
        return new GridForm(id, title, sheet, optional, type, rowLabels, columnLabels, guidance);
    }
}
