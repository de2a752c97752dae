package org.jibao.reading;

import java.math.BigDecimal;
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
        String cell) {}
