package org.jibao.reading.layout;

import java.util.List;
import org.jibao.reading.workbook.Cell;

/**
 * Where a form's column labels stand in a sheet.
 *
 * @param top 0-based row of its topmost label
 * @param bottom of its lowest; the rows below it are the form's
 * @param choices for each label of the axis
 */
public record Header(int top, int bottom, List<Choice> choices) {

    int found() {
        return (int) choices.stream().filter(choice -> choice.cell() != null).count();
    }

    /** The column of a label, or -1 where it is missing or ambiguous. */
    public int column(int position) {
        Choice choice = choices.get(position);
        Cell cell = choice.cell();
        return cell == null || choice.rival() != null ? -1 : cell.column();
    }

    /** Whether all that is found of it is hidden. */
    boolean hidden() {
        return choices.stream().allMatch(choice -> choice.cell() == null || choice.hidden());
    }

    int lastColumn() {
        int last = -1;
        for (Choice choice : choices) {
            Cell cell = choice.cell();
            last = cell == null ? last : Math.max(last, cell.column());
        }
        return last;
    }

    public int firstColumn() {
        int first = Integer.MAX_VALUE;
        for (Choice choice : choices) {
            Cell cell = choice.cell();
            first = cell == null ? first : Math.min(first, cell.column());
        }
        return first;
    }

    boolean sameColumns(Header other) {
        for (int position = 0; position < choices.size(); position++) {
            if (column(position) != other.column(position)) {
                return false;
            }
        }
        return true;
    }
}
