package org.jibao.plausibility;

import java.util.Locale;

/** A slip of the pen that is known by name. */
public enum Slip {
    TENFOLD(10),
    TENTH(0.1),
    HUNDREDFOLD(100),
    HUNDREDTH(0.01),
    TEN_THOUSANDFOLD(10_000),
    TEN_THOUSANDTH(0.0001),
    TRANSPOSED(0),
    REPEATED(0),
    SHIFTED(0),
    TO_DATE(0),
    DOUBLED(2);

    private final double factor;

    Slip(double factor) {
        this.factor = factor;
    }

    /** What the true value was multiplied by; 0 if the slip is no multiplication. */
    double factor() {
        return factor;
    }

    /** Word of the slip in tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
