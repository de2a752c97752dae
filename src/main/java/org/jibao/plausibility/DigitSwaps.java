package org.jibao.plausibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Values that become the written one if two neighbouring digits change places. */
final class DigitSwaps {

    private DigitSwaps() {}

    static List<Double> of(double written) {
        BigDecimal exact = BigDecimal.valueOf(written);
        String digits = exact.unscaledValue().abs().toString();
        if (exact.stripTrailingZeros().scale() <= 0) {
            exact = exact.setScale(0);
            digits = exact.unscaledValue().abs().toString();
        }
        List<Double> swapped = new ArrayList<>();
        for (int i = 0; i + 1 < digits.length(); i++) {
            boolean leadingZero = i == 0 && digits.charAt(1) == '0' && exact.scale() < digits.length();
            if (digits.charAt(i) != digits.charAt(i + 1) && !leadingZero) {
                String other =
                        digits.substring(0, i) + digits.charAt(i + 1) + digits.charAt(i) + digits.substring(i + 2);
                double value =
                        new BigDecimal(other).scaleByPowerOfTen(-exact.scale()).doubleValue();
                swapped.add(Math.copySign(value, written));
            }
        }
        return swapped;
    }
}
