package org.jibao.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value that an example expects: a number, a percentage, {@code —} for none, or a text. */
record ExpectedValue(String text) {

    private static final String NONE = "—";
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    boolean matches(@Nullable Object actual) {
        if (actual == null || text.equals(NONE)) {
            return actual == null && text.equals(NONE);
        }
        if (actual instanceof BigDecimal || actual instanceof Long) {
            BigDecimal number = new BigDecimal(actual.toString());
            if (percentage()) {
                return shown(number).equals(text);
            }
            return NUMBER.matcher(text).matches() && number.compareTo(new BigDecimal(text)) == 0;
        }
        return actual.toString().equals(text);
    }

    /** The actual value in the form of the expected one. */
    String shown(@Nullable Object actual) {
        if (actual == null) {
            return NONE;
        }
        if (actual instanceof BigDecimal number) {
            return percentage()
                    ? number.movePointRight(2)
                                    .setScale(decimals(), RoundingMode.HALF_UP)
                                    .toPlainString() + "%"
                    : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return actual.toString();
    }

    private boolean percentage() {
        return text.endsWith("%")
                && NUMBER.matcher(text.substring(0, text.length() - 1)).matches();
    }

    private int decimals() {
        int point = text.indexOf('.');
        return point < 0 ? 0 : text.length() - point - 2;
    }
}
