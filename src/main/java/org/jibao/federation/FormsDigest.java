package org.jibao.federation;

import java.util.ArrayList;
import java.util.List;
import org.jibao.definition.CellType;
import org.jibao.definition.Field;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm;
import org.jibao.support.Sha256;

/**
 * One hash over what the forms of a job hold: ids of rows, columns and fields with their kinds and units. Two offices
 * whose digests are equal mean the same by a cell. Words, sheets and rules are no part of it, so that an office may
 * correct those.
 */
final class FormsDigest {

    private FormsDigest() {}

    static String of(JobDefinition job) {
        List<String> lines = new ArrayList<>();
        for (FormDefinition form : job.forms()) {
            if (form instanceof GridForm grid) {
                add(grid, lines);
            } else if (form instanceof RegisterForm register) {
                lines.add("register " + register.id() + " " + register.purpose());
                register.fields().forEach(field -> lines.add(line(field)));
            } else {
                lines.add("cover " + form.id());
            }
        }
        return Sha256.of(String.join("\n", lines));
    }

    private static void add(GridForm grid, List<String> lines) {
        lines.add("grid " + grid.id());
        for (Label row : grid.rows()) {
            for (Label column : grid.columns()) {
                lines.add("cell " + row.id() + " " + column.id() + " " + line(grid.typeOf(row, column)));
            }
        }
    }

    private static String line(Field field) {
        return "field " + field.id() + " " + line(field.type()) + " " + field.many() + " " + field.sensitive() + " "
                + field.values().stream().map(Label::id).toList();
    }

    private static String line(CellType type) {
        return type.kind() + " " + type.unit() + " " + type.blankIsZero();
    }
}
