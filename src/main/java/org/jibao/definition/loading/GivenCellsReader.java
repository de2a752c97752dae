package org.jibao.definition.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jibao.definition.Example.GivenCell;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Label;
import org.jibao.finding.Text;

/** The cells that an example gives: {@code form: {row: {column: content}}}, of grids only. */
final class GivenCellsReader {

    private static final Set<String> STATUSES = Set.of("blank", "na", "invalid");

    private final JobDefinition job;
    private final List<GivenCell> cells = new ArrayList<>();

    GivenCellsReader(JobDefinition job) {
        this.job = job;
    }

    List<GivenCell> read(Mapping forms) {
        for (String form : forms.keys()) {
            Value value = forms.need(form);
            Optional<GridForm> grid =
                    job.form(form).filter(GridForm.class::isInstance).map(GridForm.class::cast);
            if (grid.isEmpty()) {
                value.report(Mistake.unknownName(Nouns.FORM, form, grids()));
            } else {
                value.mapping().ifPresent(rows -> readRows(grid.get(), rows));
            }
        }
        return cells;
    }

    private List<String> grids() {
        return job.forms().stream()
                .filter(GridForm.class::isInstance)
                .map(FormDefinition::id)
                .toList();
    }

    private void readRows(GridForm form, Mapping rows) {
        for (String row : rows.keys()) {
            Value value = rows.need(row);
            reportUnknown(value, Nouns.ROW, row, form.rows());
            value.mapping().ifPresent(columns -> readColumns(form, row, columns));
        }
    }

    private void readColumns(GridForm form, String row, Mapping columns) {
        for (String column : columns.keys()) {
            Value value = columns.need(column);
            reportUnknown(value, Nouns.COLUMN, column, form.columns());
            String content = value.text();
            if (!content.isEmpty() && !STATUSES.contains(content) && !content.matches("\\d{1,14}(\\.\\d{1,4})?")) {
                value.report(new Text(
                        "“%s”不是数，也不是 blank、na、invalid 之一".formatted(content),
                        "\"%s\" is neither a number nor one of blank, na, invalid".formatted(content)));
            }
            cells.add(new GivenCell(form.id(), row, column, content));
        }
    }

    private static void reportUnknown(Value value, Text what, String name, List<Label> labels) {
        List<String> ids = labels.stream().map(Label::id).toList();
        if (!ids.contains(name)) {
            value.report(Mistake.unknownName(what, name, ids));
        }
    }
}
