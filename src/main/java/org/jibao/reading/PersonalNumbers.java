package org.jibao.reading;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that must not be published: the citizen's identification number (GB 11643, eighteen digits of which the last
 * checks the others) and the mobile telephone number.
 */
final class PersonalNumbers {

    private static final Pattern IDENTITY = Pattern.compile("(?<!\\d)\\d{17}[\\dXx](?!\\d)");
    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    private PersonalNumbers() {}

    /** {@code identity-number} or {@code phone-number}, or null; never the number itself. */
    static @Nullable String kindIn(String text) {
        if (text.length() < 11) {
            return null;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        Matcher identity = IDENTITY.matcher(plain);
        while (identity.find()) {
            if (checks(identity.group())) {
                return "identity-number";
            }
        }
        return MOBILE.matcher(plain).find() ? "phone-number" : null;
    }

    private static boolean checks(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECK_DIGITS.charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
    }
}
