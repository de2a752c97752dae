package org.jibao.checking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How the two sides of a rule are written: plainly, without trailing zeros, at most six decimals. */
final class Figures {

    private static final int DECIMALS = 6;

    private Figures() {}

    static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Number number ? plain(decimal(number)) : value.toString();
    }

    /** How far the sides lie apart, whichever is larger; empty where they are no numbers. */
    static String difference(@Nullable Object left, @Nullable Object right) {
        return left instanceof Number one && right instanceof Number other
                ? plain(decimal(one).subtract(decimal(other)).abs())
                : "";
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }

    private static String plain(BigDecimal value) {
        BigDecimal rounded = value.scale() > DECIMALS ? value.setScale(DECIMALS, RoundingMode.HALF_UP) : value;
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
