package org.jibao.reading;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.calendar.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that must not be published: the citizen's identification number (GB 11643, eighteen digits of which the last
 * checks the others, or fifteen as it was before 1999, which nothing checks but the region and the day of birth within it)
 * and the mobile telephone number. They may be grouped by spaces or hyphens.
 */
final class PersonalNumbers {

    private static final Pattern IDENTITY = Pattern.compile("(?<!\\d)\\d{6}[- ]?\\d{8}[- ]?\\d{3}[\\dXx](?!\\d)");
    private static final Pattern OLD_IDENTITY = Pattern.compile(
            "(?<!\\d)(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\\d{4}[- ]?(\\d{6})[- ]?\\d{3}(?!\\d)");
    private static final Pattern MOBILE =
            Pattern.compile("(?<!\\d)(?:(?:00)?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    private PersonalNumbers() {}

    /** {@code identity-number} or {@code phone-number}, or null; never the number itself. */
    static @Nullable String kindIn(String text) {
        if (text.length() < 11) {
            return null;
        }
        String plain = Normalizer.normalize(PlainText.of(text), Normalizer.Form.NFKC);
        Matcher identity = IDENTITY.matcher(plain);
        while (identity.find()) {
            if (checks(identity.group().replaceAll("[- ]", ""))) {
                return "identity-number";
            }
        }
        if (holdsOldIdentity(plain)) {
            return "identity-number";
        }
        return MOBILE.matcher(plain).find() ? "phone-number" : null;
    }

    private static boolean holdsOldIdentity(String plain) {
        Matcher identity = OLD_IDENTITY.matcher(plain);
        while (identity.find()) {
            if (isDay("19" + identity.group(1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDay(String digits) {
        try {
            LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean checks(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECK_DIGITS.charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
    }
}
