package org.jibao.reading.content;

import java.time.ZoneId;
import org.jibao.definition.CellType;
import org.jibao.finding.FindingCode;
import org.jibao.reading.meaning.CellSemantics;
import org.jibao.reading.meaning.CellStatus;
import org.jibao.reading.meaning.CellValue;
import org.jibao.reading.workbook.Cell;
import org.jspecify.annotations.Nullable;

/**
 * A text read as a return's cell with this text is read.
 *
 * @param status of the cell, in small letters
 * @param content a number, a date or a text; null if there is none
 * @param problem why the text is refused; null if it is not
 */
public record WrittenCell(
        String status, @Nullable Object content, @Nullable FindingCode problem) {

    public static WrittenCell ofGrid(String text, CellType type, ZoneId zone) {
        CellValue value = new CellSemantics(zone).read(Cell.text(0, 0, text), type);
        boolean plain = type.kind() == CellType.Kind.TEXT && value.status() == CellStatus.VALUE;
        Object content = value.number() != null ? value.number() : plain ? value.raw() : value.date();
        return new WrittenCell(value.status().word(), content, value.problem());
    }

    /** In a register, where a text that is no value is a finding about the entry. */
    public static WrittenCell ofField(String text, CellType type, ZoneId zone) {
        WrittenCell read = ofGrid(text, type, zone);
        FindingCode problem = read.problem();
        return problem == null || FieldReader.ofCells(problem)
                ? read
                : new WrittenCell(read.status(), null, FindingCode.ENTRY_FIELD_INVALID);
    }
}
