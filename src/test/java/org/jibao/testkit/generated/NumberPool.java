package org.jibao.testkit.generated;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** Numbers and serial days, in decimal digits. */
final class NumberPool {

    private static final List<String> ODD = List.of(
            "4.440892098500626E-16",
            "0.30000000000000004",
            "1E-7",
            "0.1",
            "2.5",
            "-3",
            "-0.5",
            "123456789012",
            "123456789012345",
            "0",
            "1.1",
            "8.666666666666666",
            "1E+15",
            "99999999999.99",
            "-1E-9",
            "0.045",
            "29.85",
            "1073741823",
            "-536870912",
            "2.9999999999999996",
            "54321.12345678901");

    private static final List<String> AS_TEXT = List.of(
            "12.50",
            "1E3",
            "1.5e+4",
            "007",
            "-0",
            "+5",
            ".5",
            "5.",
            "0.1000000000000000055511151231257827",
            "12.000",
            "1E-20",
            "110101199003071234");

    private static final List<String> FRACTIONS = List.of(
            "", "", "", "", ".5", ".25", ".9999999999", ".99999", ".999999", ".0000000001", ".375", ".999999999");

    /** Numbers that no calendar has in the system of 1900, and some that have none in that of 1904 either. */
    private static final List<String> NO_DAYS =
            List.of("0", "0.5", "60", "60.25", "-1", "-46205", "2958466", "3000000.5");

    private NumberPool() {}

    static String draw(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> ODD.get(random.nextInt(ODD.size()));
            case 1 -> BigDecimal.valueOf(random.nextInt(2_000_000) - 10_000, 2).toPlainString();
            default -> String.valueOf(random.nextInt(10_000));
        };
    }

    /** Also in ways that no library writes. */
    static String drawWritten(Random random) {
        return random.nextInt(12) == 0 ? AS_TEXT.get(random.nextInt(AS_TEXT.size())) : draw(random);
    }

    /** A day from 1900 on, or none. */
    static String drawDay(Random random) {
        if (random.nextInt(20) == 0) {
            return NO_DAYS.get(random.nextInt(NO_DAYS.size()));
        }
        int day =
                switch (random.nextInt(12)) {
                    case 0 -> 1 + random.nextInt(58);
                    case 1 -> 62 + random.nextInt(2_900_000);
                    default -> 43_000 + random.nextInt(5_000);
                };
        String fraction = FRACTIONS.get(random.nextInt(FRACTIONS.size()));
        // A double has no room for ten decimals behind seven digits.
        return day > 100_000 ? String.valueOf(day) : day + fraction;
    }
}
