package org.jibao.guard;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that must not be kept or published: the citizen's identification number (GB 11643: eighteen digits of which the last
 * checks the others, or fifteen as it was before 1999, which nothing checks but the region and the day of birth within it) and
 * the mobile telephone number. Each may be written in full width, with characters between its digits that cannot be seen, and
 * with one separator between any two of them.
 *
 * <p>Text is scanned by hand, a bounded number of characters for each digit.
 */
public final class PersonalNumbers {

    /** What stands in a number's place. */
    public static final String MASK = "***";

    /** An identity number or a mobile telephone number, by the word that the messages have for it. */
    enum Kind {
        IDENTITY("identity-number"),
        PHONE("phone-number");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Where a number stands in a text, from its first character up to the one after its last. */
    record Span(Kind kind, int from, int to) {}

    private PersonalNumbers() {}

    /** {@code identity-number} or {@code phone-number}, or null; never the number itself. */
    public static @Nullable String kindIn(String text) {
        List<Span> found = NumberScan.of(text);
        if (found.isEmpty()) {
            return null;
        }
        boolean identity = found.stream().anyMatch(span -> span.kind() == Kind.IDENTITY);
        return (identity ? Kind.IDENTITY : Kind.PHONE).word();
    }

    /** The text with a mask for each number; the text itself where it has none. */
    public static String masked(String text) {
        List<Span> found = NumberScan.of(text);
        if (found.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text.length());
        int end = 0;
        for (Span span : found) {
            masked.append(text, end, span.from()).append(MASK);
            end = span.to();
        }
        return masked.append(text, end, text.length()).toString();
    }

    /** Finds the numbers of persons in one text, from its beginning to its end. */
    static final class NumberScan {

        /** The shortest of the numbers: a text with fewer digits has none. */
        private static final int SHORTEST = 11;

        /** Of the shortest hash that is written anywhere, MD5. */
        private static final int HASH = 32;

        private final DigitText text;
        private final boolean numerals;
        private final List<Span> found = new ArrayList<>();

        private NumberScan(DigitText text, boolean numerals) {
            this.text = text;
            this.numerals = numerals;
        }

        /** Those in the order of the text, none within another. */
        static List<Span> of(String text) {
            int digits = 0;
            int numerals = 0;
            Digits together = new Digits();
            for (int i = 0; i < text.length(); i++) {
                char sign = text.charAt(i);
                together.next(sign);
                if (sign >= '0' && sign <= '9' || sign >= 0x80 && !isIdeograph(sign)) {
                    digits++;
                } else if (sign >= 0x80 && DigitText.numeral(sign) >= 0) {
                    numerals++;
                }
            }
            List<Span> found =
                    together.most < SHORTEST ? List.of() : new NumberScan(DigitText.of(text, false), false).run();
            // 〇 and ○ stand outside of the ideographs, and were counted with the digits.
            if (numerals == 0 || numerals + digits < SHORTEST || !found.isEmpty()) {
                return found;
            }
            return new NumberScan(DigitText.of(text, true), true).run();
        }

        private static boolean isIdeograph(char sign) {
            return sign >= 0x4E00 && sign <= 0x9FFF;
        }

        /**
         * How many digits stand together at most, with one sign or none between any two: a quick look that sees too many rather
         * than too few. What is neither ASCII nor an ideograph may be two digits, such as a circled twenty.
         */
        private static final class Digits {

            /** Signs of Chinese texts that end a number; a file's number is written as 〔2026〕12号. */
            private static final String ENDS = "（）：、。《》〔〕【】「」“”；";

            private int most;
            private int count;
            private boolean parted;

            void next(char sign) {
                if (sign >= '0' && sign <= '9') {
                    add(1);
                } else if (sign < 0x7F && sign >= ' ' || sign == '\t' || sign == '\n' || sign == '\r') {
                    count = parted ? 0 : count;
                    parted = true;
                } else if (isIdeograph(sign) || ENDS.indexOf(sign) >= 0) {
                    count = 0;
                } else if (sign >= 0x80) {
                    add(2);
                }
            }

            private void add(int digits) {
                parted = false;
                count += digits;
                most = Math.max(most, count);
            }
        }

        private List<Span> run() {
            int place = 0;
            while (place < text.length()) {
                boolean begins = text.digitAt(place) && !text.digitAt(place - 1);
                int end = begins ? endOfNumber(place) : -1;
                place = end < 0 ? place + 1 : end;
            }
            return found;
        }

        /** The place after the number that begins here, or -1 where none does. */
        private int endOfNumber(int start) {
            DigitRun run = DigitRun.at(text, start);
            if (run.count() < SHORTEST) {
                return -1;
            }
            Kind kind = Kind.IDENTITY;
            int end = numerals || !isByItself(run) ? -1 : IdentityNumber.end(run);
            if (end < 0) {
                kind = Kind.PHONE;
                end = isByItself(run) ? PhoneNumber.end(run) : -1;
            }
            if (end >= 0) {
                found.add(new Span(kind, text.from(start), text.to(end - 1)));
            }
            return end;
        }

        /** Not a piece of a hash, which is a long word of hexadecimal digits. */
        private boolean isByItself(DigitRun run) {
            int before = run.start();
            int after = run.start();
            while (run.start() - before < HASH && isHexadecimal(text.at(before - 1))) {
                before--;
            }
            while (after - run.start() < HASH && isHexadecimal(text.at(after))) {
                after++;
            }
            boolean letters = false;
            for (int place = before; place < after; place++) {
                letters |= !DigitText.isDigit(text.at(place));
            }
            return after - before < HASH || !letters;
        }

        private static boolean isHexadecimal(char sign) {
            return DigitText.isDigit(sign) || sign >= 'a' && sign <= 'f' || sign >= 'A' && sign <= 'F';
        }

        /** The citizen's identification number, by its region, its day of birth and, of eighteen digits, its check digit. */
        static final class IdentityNumber {

            private static final int LONG = 18;
            private static final int SHORT = 15;
            private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
            private static final String CHECK_DIGITS = "10X98765432";

            /** The provinces, by the first two digits; 81 to 83 of residence permits. */
            private static final Set<String> REGIONS = Set.of(
                    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41",
                    "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71",
                    "81", "82", "83");

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
    }
}
