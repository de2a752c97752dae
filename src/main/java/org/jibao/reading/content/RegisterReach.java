package org.jibao.reading.content;

import java.util.List;
import java.util.function.Function;
import org.jibao.definition.Field;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.RowCondition;
import org.jibao.definition.Written.Meaning;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.CellRow;
import org.jibao.reading.workbook.FindingList;
import org.jibao.reading.workbook.LabelText;
import org.jibao.reading.workbook.ShownNumber;
import org.jspecify.annotations.Nullable;

/** Holds the rows of a register against its {@code skip} and {@code until}, and says how many rows were left out. */
final class RegisterReach {

    private final RegisterForm register;
    private final String sheet;
    private final FindingList findings;
    private long skipped;
    private long below;
    private @Nullable Cell firstSkipped;
    private @Nullable Cell end;

    RegisterReach(RegisterForm register, String sheet, FindingList findings) {
        this.register = register;
        this.sheet = sheet;
        this.findings = findings;
    }

    /** Whether the register has ended in this row or above it. */
    boolean isBelow(CellRow row, @Nullable Cell[] cells) {
        if (end != null) {
            below++;
        } else if (holds(register.reach().until(), cells)) {
            end = row.cells().get(0);
        }
        return end != null;
    }

    /** Whether a row holds the codes of its columns and nothing else; said once. */
    boolean isCodes(List<Cell> cells) {
        boolean codes = ColumnCodes.are(cells);
        if (codes) {
            add(FindingCode.REGISTER_COLUMN_CODES, 1, cells.get(0));
        }
        return codes;
    }

    boolean isSkipped(CellRow row, @Nullable Cell[] cells) {
        boolean none = holds(register.reach().skip(), cells);
        if (none) {
            skipped++;
            firstSkipped = firstSkipped == null ? row.cells().get(0) : firstSkipped;
        }
        return none;
    }

    private boolean holds(@Nullable RowCondition condition, @Nullable Cell[] cells) {
        return condition != null && Boolean.TRUE.equals(condition.holds(texts(cells)));
    }

    private Function<String, @Nullable String> texts(@Nullable Cell[] cells) {
        return id -> {
            for (int position = 0; position < cells.length; position++) {
                Field field = register.fields().get(position);
                if (field.id().equals(id)) {
                    return text(field, cells[position]);
                }
            }
            return null;
        };
    }

    private static @Nullable String text(Field field, @Nullable Cell cell) {
        if (cell == null || LabelText.isBlank(cell.text())) {
            return null;
        }
        boolean missing = field.type().written().meaning(cell.text()) == Meaning.MISSING;
        return missing ? null : ShownNumber.of(cell);
    }

    /** Called after the last row. */
    void finish(long entries) {
        if (firstSkipped != null) {
            add(
                    entries == 0 ? FindingCode.REGISTER_ALL_SKIPPED : FindingCode.REGISTER_ROWS_SKIPPED,
                    skipped,
                    firstSkipped);
        }
        if (end != null) {
            boolean none = entries == 0 && below > 0;
            add(none ? FindingCode.REGISTER_ALL_SKIPPED : FindingCode.REGISTER_ENDED, none ? below + 1 : below, end);
        }
    }

    private void add(FindingCode code, long rows, Cell first) {
        findings.add(Finding.of(
                code,
                Place.cell(sheet, first.address()),
                register.id() + "/" + code.code(),
                null,
                String.valueOf(rows),
                String.valueOf(first.row() + 1)));
    }
}
