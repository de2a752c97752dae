package org.jibao.reading.content;

import java.math.BigDecimal;
import org.jibao.guard.PersonalNumbers;
import org.jibao.reading.meaning.CellStatus;
import org.jibao.reading.workbook.Masked;
import org.jspecify.annotations.Nullable;

/**
 * One declared cell of a grid, read to exactly one status.
 *
 * @param value at most four decimals; null unless the status is VALUE or ZERO
 * @param raw the cell's text as a person sees it; empty for a blank
 */
public record Observation(
        String form,
        String row,
        String column,
        CellStatus status,
        @Nullable BigDecimal value,
        String raw,
        String sheet,
        String cell) {

    /** A number of a person is kept of no cell; a figure is one, whatever its digits look like. */
    public Observation {
        raw = Masked.isFigure(raw, value) ? raw : PersonalNumbers.masked(raw);
        sheet = PersonalNumbers.masked(sheet);
    }
}
