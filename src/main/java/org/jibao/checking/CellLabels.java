package org.jibao.checking;

import org.jibao.definition.JobDefinition;
import org.jibao.finding.Text;

/** What cells of grids and their sheets are called. */
final class CellLabels {

    private final RuleNames names;

    CellLabels(JobDefinition job) {
        this.names = new RuleNames(job);
    }

    /** Row and column with their groups. */
    Text of(Indicators.NumberedCell cell) {
        Text row =
                RuleFindings.RuleSubjects.withGroup(cell.rowLabel(), cell.form().rows());
        Text column = RuleFindings.RuleSubjects.withGroup(
                cell.columnLabel(), cell.form().columns());
        return new Text(row.zh() + " × " + column.zh(), row.en() + " × " + column.en());
    }

    /** The sheet's name in the template. */
    String sheet(String form) {
        return names.form(form).sheet().name();
    }
}
