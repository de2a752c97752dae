package org.jibao.reading.content;

import java.util.List;
import java.util.Objects;
import org.jibao.definition.CellType;
import org.jibao.definition.Field;
import org.jibao.definition.GridForm;
import org.jibao.definition.GridForm.Lines;
import org.jibao.definition.Label;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
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

/** Reads the figures of one line of a list, each to exactly one status. */
final class ListReader {

    private final GridForm list;
    private final List<Field> fields;
    private final FormPlace place;
    private final Header header;
    private final CellSemantics semantics;
    private final Statements statements;
    private final List<Observation> observations;
    private final FindingList findings;

    ListReader(
            FormPlace place,
            Header header,
            CellSemantics semantics,
            Statements statements,
            List<Observation> observations,
            FindingList findings) {
        this.list = (GridForm) place.form().form();
        this.fields = Objects.requireNonNull(list.lines()).fields();
        this.place = place;
        this.header = header;
        this.semantics = semantics;
        this.statements = statements;
        this.observations = observations;
        this.findings = findings;
    }

    /** @param above the lowest header row of a form further up on the sheet, or -1 */
    void read(int rowIndex, int above) {
        new LabelFindings(place.form(), place.sheet(), findings)
                .check(place.form().across(), header.choices(), "column");
        statements.columns(place.form().columnTypes()::get, above);
        FormatRemarks formats = new FormatRemarks(place, findings);
        CellRow row = place.sheet().row(rowIndex);
        if (row != null && row.hidden()) {
            Place hidden = Place.cell(place.sheet().name(), row.cells().get(0).address());
            String number = String.valueOf(rowIndex + 1);
            findings.add(Finding.of(FindingCode.REGISTER_ROWS_HIDDEN, hidden, list.id() + "/rows", null, "1", number));
        }
        for (int position = 0; position < fields.size(); position++) {
            Field field = fields.get(position);
            int column = header.column(position);
            if (column >= 0 && !Objects.requireNonNull(list.lines()).isKey(field.id())) {
                Cell cell = row == null ? null : row.at(column);
                figure(field.label(), position, cell, Cell.address(rowIndex, column));
                formats.read(cell, place.form().across().name(position), column);
            }
        }
    }

    private void figure(Label label, int position, @Nullable Cell cell, String address) {
        CellType type = fields.get(position).type();
        CellValue value = semantics.read(cell, type, statements.factor(-1, position, type));
        String sheet = place.sheet().name();
        observations.add(new Observation(
                list.id(), Lines.ROW, label.id(), value.status(), value.number(), value.raw(), sheet, address));
        if (value.problem() != null || value.converted() || value.status() == CellStatus.BLANK) {
            String subject = list.id() + "/" + Lines.ROW + "/" + label.id();
            Text name = place.form().across().name(position);
            new CellFindings(findings).add(value, type, Place.cell(sheet, address), subject, name);
        }
    }
}
