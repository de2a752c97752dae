package org.jibao.reading.meaning;

import java.math.BigDecimal;
import org.jibao.definition.CellType;
import org.jibao.definition.Written;
import org.jibao.reading.workbook.Cell;
import org.jspecify.annotations.Nullable;

/** The words that a form lets stand in place of values. */
final class Placeholders {

    private Placeholders() {}

    /** The form's own words go before all others, be they digits such as 999 or an error such as {@code #N/A}. */
    static @Nullable CellValue read(Cell cell, CellType type) {
        boolean plain = cell.mark() == null && cell.kind() != Cell.Kind.DATE && cell.kind() != Cell.Kind.SHARE;
        Written.Meaning meaning = plain ? type.written().meaning(cell.text()) : null;
        if (meaning == null) {
            return null;
        }
        String raw = cell.text().strip();
        return switch (meaning) {
            case MISSING -> CellValue.placeholder(CellStatus.BLANK, raw);
            case SUPPRESSED -> CellValue.placeholder(CellStatus.SUPPRESSED, raw);
            case ZERO -> type.isNumber() ? CellValue.number(BigDecimal.ZERO, raw, null, null) : null;
        };
    }
}
