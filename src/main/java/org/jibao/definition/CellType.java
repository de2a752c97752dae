package org.jibao.definition;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a cell may hold.
 *
 * @param unit the unit of measure as printed after a number, such as {@code 条} or {@code 万元}, or null
 * @param blankIsZero whether an empty cell or {@code 无} counts as zero; otherwise it is missing
 * @param accepts other units in which the figure may be stated, and by what it is multiplied to be in {@code unit}
 * @param written how its values are written
 */
public record CellType(
        Kind kind, @Nullable String unit, boolean blankIsZero, Map<String, BigDecimal> accepts, Written written) {

    public CellType {
        accepts = Collections.unmodifiableMap(new LinkedHashMap<>(accepts));
    }

    /** A type whose values are written plainly. */
    public CellType(Kind kind, @Nullable String unit, boolean blankIsZero, Map<String, BigDecimal> accepts) {
        this(kind, unit, blankIsZero, accepts, Written.PLAIN);
    }

    /** A type that takes no unit but its own. */
    public CellType(Kind kind, @Nullable String unit, boolean blankIsZero) {
        this(kind, unit, blankIsZero, Map.of());
    }

    /** The same type in a form that says how its values are written. */
    public CellType in(Written form) {
        Written both = written.within(form);
        return both.equals(written) ? this : new CellType(kind, unit, blankIsZero, accepts, both);
    }

    /** Whether it is a figure, which has a unit. */
    public boolean isNumber() {
        return kind == Kind.COUNT || kind == Kind.AMOUNT || kind == Kind.PERCENT;
    }

    /** The kinds of value. */
    public enum Kind {
        /** A whole number of zero or more. */
        COUNT,
        /** A number with up to four decimals, zero or more, such as an amount in 万元 or an average in days. */
        AMOUNT,
        /**
         * A share stored as a fraction: {@code 45%} and, where the unit is {@code %}, {@code 45} are 0.45. A number without a percent
         * sign is not understood where the form says neither {@code %} nor that it takes fractions.
         */
        PERCENT,
        DATE,
        TEXT
    }
}
