package org.jibao.definition;

import org.jspecify.annotations.Nullable;

/**
 * What a cell may hold.
 *
 * @param unit the unit of measure as printed after a number, such as {@code 条} or {@code 万元}, or null
 * @param blankIsZero whether an empty cell or {@code 无} counts as zero; otherwise it is missing
 */
public record CellType(Kind kind, @Nullable String unit, boolean blankIsZero) {

    /** The kinds of value. */
    public enum Kind {
        /** A whole number of zero or more. */
        COUNT,
        /** A number with up to four decimals, zero or more, such as an amount in 万元 or an average in days. */
        AMOUNT,
        /** A share stored as a fraction: {@code 45%} and, where the unit is {@code %}, {@code 45} are 0.45. */
        PERCENT,
        DATE,
        TEXT
    }
}
