package org.jibao.guard;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;

/** The citizen's identification number, by its region, its day of birth and, of eighteen digits, its check digit. */
final class IdentityNumber {

    private static final int LONG = 18;
    private static final int SHORT = 15;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    /** The provinces, by the first two digits; 81 to 83 of residence permits. */
    private static final Set<String> REGIONS = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    private IdentityNumber() {}

    /** The place after the number with which a run begins, or -1. */
    static int end(DigitRun run) {
        if (!isOfRegion(run.digits())) {
            return -1;
        }
        int end = endWithCheckDigit(run);
        boolean old = run.endsAfter(SHORT) && isDay("19" + run.digits().substring(6, 12));
        return end < 0 && old && !goesOn(run) ? run.endOf(SHORT) : end;
    }

    /** Fifteen digits are checked by so little that they count by themselves only, not with more digits behind a separator. */
    private static boolean goesOn(DigitRun run) {
        return run.count() > SHORT && run.groups(0, SHORT).indexOf('-') > 0;
    }

    private static int endWithCheckDigit(DigitRun run) {
        if (run.count() < LONG - 1 || !isDay(run.digits().substring(6, 14))) {
            return -1;
        }
        if (run.count() >= LONG && run.endsAfter(LONG)) {
            String number = run.digits().substring(0, LONG);
            return checks(number) || isCutByExcel(run) ? run.endOf(LONG) : -1;
        }
        int last = run.endOf(LONG - 1);
        int letter = DigitRun.isSeparator(run.text().at(last)) ? last + 1 : last;
        boolean x = "Xx×Хх✕✖╳".indexOf(run.text().at(letter)) >= 0;
        return x && run.count() == LONG - 1 && checks(run.digits() + "X") ? letter + 1 : -1;
    }

    /** Typed into a cell of numbers: Excel keeps fifteen digits and makes zeros of the others. */
    private static boolean isCutByExcel(DigitRun run) {
        return run.groups(0, LONG).equals("18") && run.digits().startsWith("000", SHORT);
    }

    private static boolean isOfRegion(String digits) {
        if (digits.length() < SHORT) {
            return false;
        }
        // A foreigner's permit begins with 9, then has the region.
        int at = digits.charAt(0) == '9' ? 1 : 0;
        return REGIONS.contains(digits.substring(at, at + 2));
    }

    private static boolean isDay(String digits) {
        try {
            int year = Integer.parseInt(digits, 0, 4, 10);
            LocalDate.of(year, Integer.parseInt(digits, 4, 6, 10), Integer.parseInt(digits, 6, 8, 10));
            return year >= 1850 && year < 2100;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean checks(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECK_DIGITS.charAt(sum % 11) == Character.toUpperCase(number.charAt(LONG - 1));
    }
}
