package org.jibao.store;

import java.sql.SQLException;
import java.util.List;
import org.jibao.definition.CoverForm;
import org.jibao.definition.Field;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm;
import org.jibao.finding.Text;

/** Words for ids, as rows of {@code intake.label}. A field of a register or a cover is a column. */
final class LabelRows {

    private final ConnectionSql sql;
    private final JobDefinition job;

    LabelRows(ConnectionSql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
    }

    void write() {
        sql.execute("DELETE FROM intake.label WHERE job = ?", job.id());
        sql.append("intake", "label", rows -> {
            kinds(rows);
            int position = 0;
            for (FormDefinition form : job.forms()) {
                row(rows, form.id(), "form", "", form.id(), form.title(), ++position);
                axes(rows, form);
            }
        });
    }

    private void kinds(RowAppender rows) throws SQLException {
        int position = 0;
        for (var kind : job.unitKinds().entrySet()) {
            row(rows, "", "kind", "", kind.getKey(), kind.getValue(), ++position);
        }
    }

    private void axes(RowAppender rows, FormDefinition form) throws SQLException {
        if (form instanceof GridForm grid) {
            labels(rows, form.id(), "row", "", grid.rows());
            labels(rows, form.id(), "column", "", grid.columns());
        } else if (form instanceof CoverForm cover) {
            labels(rows, form.id(), "column", "", cover.fields());
        } else if (form instanceof RegisterForm register) {
            labels(
                    rows,
                    form.id(),
                    "column",
                    "",
                    register.fields().stream().map(Field::label).toList());
            for (Field field : register.fields()) {
                labels(rows, form.id(), "value", field.id(), field.values());
            }
        }
    }

    private void labels(RowAppender rows, String form, String axis, String parent, List<Label> labels)
            throws SQLException {
        int position = 0;
        for (Label label : labels) {
            row(rows, form, axis, parent, label.id(), label.text(), ++position);
        }
    }

    private void row(RowAppender rows, String form, String axis, String parent, String id, Text text, int position)
            throws SQLException {
        rows.row(job.id(), form, axis, parent, id, text.zh(), text.en(), position);
    }
}
