package org.jibao.reading.content;

import java.math.BigDecimal;
import java.util.List;
import org.jibao.definition.CellType;
import org.jibao.definition.GridForm;
import org.jibao.definition.Label;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.reading.layout.Axis;
import org.jibao.reading.layout.Choice;
import org.jibao.reading.layout.FormPlace;
import org.jibao.reading.layout.FormatRemarks;
import org.jibao.reading.layout.HeaderFinder.Header;
import org.jibao.reading.layout.LabelFindings;
import org.jibao.reading.layout.Statements;
import org.jibao.reading.meaning.CellFindings;
import org.jibao.reading.meaning.CellSemantics;
import org.jibao.reading.meaning.CellStatus;
import org.jibao.reading.meaning.CellValue;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.CellRow;
import org.jibao.reading.workbook.FindingList;
import org.jspecify.annotations.Nullable;

/** Reads a grid: every cell at a row label and a column label, to exactly one status. */
final class GridReader {

    private final GridForm grid;
    private final FormPlace place;
    private final Header header;
    private final List<Observation> observations;
    private final LabelFindings labels;
    private final CellFindings cells;
    private final CellSemantics semantics;
    private final Statements statements;
    private final FormatRemarks formats;

    GridReader(
            FormPlace place,
            Header header,
            CellSemantics semantics,
            Statements statements,
            List<Observation> observations,
            FindingList findings) {
        this.grid = (GridForm) place.form().form();
        this.place = place;
        this.header = header;
        this.observations = observations;
        this.labels = new LabelFindings(place.form(), place.sheet(), findings);
        this.cells = new CellFindings(findings);
        this.semantics = semantics;
        this.statements = statements;
        this.formats = new FormatRemarks(place, findings);
    }

    /**
     * Reads down to a row, which is the last before the next form on the sheet.
     *
     * @param above the lowest header row of a form further up on the sheet, or -1
     */
    void read(int lastRow, int above) {
        Axis down = place.form().down();
        List<Choice> rows = place.rows(header, lastRow);
        statements.columns(place.form().columnTypes()::get, above);
        statements.rows(rows, place.form().rowTypes()::get);
        labels.check(place.form().across(), header.choices(), "column");
        labels.check(down, rows, "row");
        for (int position = 0; position < down.size(); position++) {
            Cell label = rows.get(position).cell();
            Cell other = label == null ? null : otherLabel(position, label);
            if (label != null && other != null) {
                labels.ambiguous(down, position, "row", label, other);
            } else if (label != null && rows.get(position).rival() == null) {
                readRow(position, label);
            }
        }
    }

    /** A second block of columns may have its rows in another order: then another label stands between the columns. */
    private @Nullable Cell otherLabel(int position, Cell label) {
        CellRow row = place.sheet().row(label.row());
        for (Cell cell : row == null || header.beside() ? List.<Cell>of() : row.cells()) {
            boolean between = cell.column() > label.column() && cell.column() < header.lastColumn();
            if (between && cell.kind() == Cell.Kind.TEXT) {
                List<Integer> hits = place.form().down().hits(cell).positions();
                if (!hits.isEmpty() && !hits.contains(position)) {
                    return cell;
                }
            }
        }
        return null;
    }

    private void readRow(int rowPosition, Cell label) {
        int rowIndex = label.row();
        Axis across = place.form().across();
        CellRow row = place.sheet().row(rowIndex);
        for (int position = 0; position < across.size(); position++) {
            int beside = grid.columns().get(position).placing().beside();
            int column = header.beside() ? label.column() + beside : header.column(position);
            if (column >= 0) {
                Cell cell = row == null ? null : row.at(column);
                Label rowLabel = grid.rows().get(rowPosition);
                Label columnLabel = grid.columns().get(position);
                CellType type = grid.typeOf(rowLabel, columnLabel);
                BigDecimal factor = statements.factor(rowPosition, position, type);
                CellValue value = grid.applies(rowLabel, columnLabel)
                        ? semantics.read(cell, type, factor)
                        : semantics.readNotApplicable(cell, type);
                observe(rowPosition, position, value, type, Cell.address(rowIndex, column));
                formats.read(cell, across.name(position), column);
            }
        }
    }

    private void observe(int rowPosition, int columnPosition, CellValue value, CellType type, String address) {
        Label row = grid.rows().get(rowPosition);
        Label column = grid.columns().get(columnPosition);
        String sheet = place.sheet().name();
        observations.add(new Observation(
                grid.id(), row.id(), column.id(), value.status(), value.number(), value.raw(), sheet, address));
        if (value.problem() != null || value.converted() || value.status() == CellStatus.BLANK) {
            String subject = grid.id() + "/" + row.id() + "/" + column.id();
            Text rowName = place.form().down().name(rowPosition);
            Text columnName = place.form().across().name(columnPosition);
            Text label = new Text(rowName.zh() + " × " + columnName.zh(), rowName.en() + " × " + columnName.en());
            cells.add(value, type, Place.cell(sheet, address), subject, label);
        }
    }
}
