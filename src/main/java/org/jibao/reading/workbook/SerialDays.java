package org.jibao.reading.workbook;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Turns serial numbers of days, with which a workbook counts, into dates. */
final class SerialDays {

    /** Excel believes in 1900-02-29, its day 60; from the next day on, days count from here. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final int DAY_THAT_NEVER_WAS = 60;
    private static final LocalDate DAY_ZERO_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final double MOST_DAYS = 3_000_000;
    private static final double MILLISECONDS = 86_400_000;

    private final boolean date1904;

    SerialDays(boolean date1904) {
        this.date1904 = date1904;
    }

    /**
     * The day of a moment, rounded to a thousandth of a second as Excel shows it: just under midnight is the next day. Null
     * where Excel shows no day that there is: below 0, day 0 and day 60 of 1900, after 9999.
     */
    @Nullable
    LocalDate date(double serial) {
        if (!(serial >= 0) || serial > MOST_DAYS) {
            return null;
        }
        double whole = Math.floor(serial);
        boolean midnight = Math.round((serial - whole) * MILLISECONDS) >= MILLISECONDS;
        long day = (long) whole + (midnight ? 1 : 0);
        if (!date1904 && (day == 0 || day == DAY_THAT_NEVER_WAS)) {
            return null;
        }
        LocalDate zero = date1904 ? DAY_ZERO_OF_1904 : DAY_ZERO.plusDays(day < DAY_THAT_NEVER_WAS ? 1 : 0);
        LocalDate date = zero.plusDays(day);
        return date.isAfter(LAST_DAY) ? null : date;
    }
}
