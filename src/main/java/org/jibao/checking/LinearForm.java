package org.jibao.checking;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an expression comes to: a sum of cells with coefficients and a constant, nothing where an operand that it needs
 * is missing, or something that is no such sum.
 *
 * @param coefficients by the number of the cell; none is zero
 */
record LinearForm(Kind kind, Map<Integer, BigDecimal> coefficients, BigDecimal constant) {

    /** What SQL calls NULL. */
    static final LinearForm MISSING = new LinearForm(Kind.MISSING, Map.of(), BigDecimal.ZERO);

    static final LinearForm UNKNOWN = new LinearForm(Kind.UNKNOWN, Map.of(), BigDecimal.ZERO);
    static final LinearForm TRUE = of(BigDecimal.ONE);
    static final LinearForm FALSE = of(BigDecimal.ZERO);

    private enum Kind {
        SUM,
        MISSING,
        UNKNOWN
    }

    static LinearForm of(BigDecimal constant) {
        return new LinearForm(Kind.SUM, Map.of(), constant);
    }

    static LinearForm ofCell(int number) {
        return new LinearForm(Kind.SUM, Map.of(number, BigDecimal.ONE), BigDecimal.ZERO);
    }

    static LinearForm truth(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    boolean sum() {
        return kind == Kind.SUM;
    }

    boolean missing() {
        return kind == Kind.MISSING;
    }

    /** The number where it is nothing but one. */
    Optional<BigDecimal> only() {
        return sum() && coefficients.isEmpty() ? Optional.of(constant) : Optional.empty();
    }

    boolean isTrue() {
        return sum() && coefficients.isEmpty() && constant.signum() != 0;
    }

    boolean isFalse() {
        return sum() && coefficients.isEmpty() && constant.signum() == 0;
    }

    LinearForm plus(LinearForm other) {
        if (!sum() || !other.sum()) {
            return missing() && other.kind != Kind.UNKNOWN || other.missing() && kind != Kind.UNKNOWN
                    ? MISSING
                    : UNKNOWN;
        }
        Map<Integer, BigDecimal> both = new LinkedHashMap<>(coefficients);
        other.coefficients.forEach((cell, coefficient) -> both.merge(cell, coefficient, BigDecimal::add));
        both.values().removeIf(coefficient -> coefficient.signum() == 0);
        return new LinearForm(Kind.SUM, both, constant.add(other.constant));
    }

    LinearForm minus(LinearForm other) {
        return plus(other.times(of(BigDecimal.ONE.negate())));
    }

    /** No sum where both have cells. */
    LinearForm times(LinearForm other) {
        if (!sum() || !other.sum()) {
            return plus(other);
        }
        if (!other.coefficients.isEmpty()) {
            return coefficients.isEmpty() ? other.times(this) : UNKNOWN;
        }
        Map<Integer, BigDecimal> product = new LinkedHashMap<>();
        if (other.constant.signum() != 0) {
            coefficients.forEach((cell, coefficient) -> product.put(cell, coefficient.multiply(other.constant)));
        }
        return new LinearForm(Kind.SUM, product, constant.multiply(other.constant));
    }
}
