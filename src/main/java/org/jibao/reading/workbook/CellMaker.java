package org.jibao.reading.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jibao.reading.workbook.Cell.Kind;
import org.jibao.reading.workbook.Cell.Mark;
import org.jibao.reading.workbook.NumberFormat.NumberFormats;
import org.jspecify.annotations.Nullable;

/** Makes our cells of what a file stores, whatever library has read it. */
public final class CellMaker {

    /** No figure of a return has so many digits; {@code 1E999999999} would fill the memory when written out. */
    private static final int LONGEST_NUMBER = 40;

    /** What Excel shows: the digits after these are what binary fractions leave. */
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    /**
     * What is left of 0.3-0.1-0.2, which nobody means: nearer to 0 than any figure of a return, and computed. That it has been
     * computed is seen by its formula or, where it has been pasted as a value, by more digits than anybody types.
     */
    private static final BigDecimal RESIDUE = new BigDecimal("1E-9");

    private static final Set<String> ERRORS = Set.of(
            "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!");

    /** To a thousandth of a second, as Excel shows a time. */
    private static final Duration HALF_A_MILLISECOND = Duration.ofNanos(500_000);

    private final NumberFormats formats = new NumberFormats();
    private final SerialDays days;

    /**
     * @param date1904 whether the file counts its days from 1904, as old Macintosh versions did
     */
    public CellMaker(boolean date1904) {
        this.days = new SerialDays(date1904);
    }

    /** Null where there is nothing but spaces. Nobody types an error by hand but who copied it as text, which is no better. */
    static @Nullable public Cell text(int row, int column, String text, @Nullable Mark mark) {
        if (LabelText.isBlank(text)) {
            return null;
        }
        if (text.length() > BoundedText.LONGEST) {
            return tooLong(row, column, text);
        }
        boolean error = text.charAt(0) == '#' && ERRORS.contains(text);
        return of(row, column, error ? Kind.ERROR : Kind.TEXT, text, mark);
    }

    /** A text, a figure or a date with more characters than any cell takes: what it says is not read, only quoted. */
    public static Cell tooLong(int row, int column, CharSequence text) {
        return Cell.of(row, column, Kind.TOO_LONG, BoundedText.quoted(text));
    }

    public static Cell truth(int row, int column, boolean value, @Nullable Mark mark) {
        return of(row, column, Kind.BOOLEAN, value ? "TRUE" : "FALSE", mark);
    }

    /** @param formula without its equals sign; null or empty where it is not known */
    public static Cell notCalculated(int row, int column, @Nullable String formula) {
        String words = formula == null || formula.isBlank() ? "…" : formula;
        return Cell.of(row, column, Kind.NOT_CALCULATED, "=" + words);
    }

    private static Cell of(int row, int column, Kind kind, String text, @Nullable Mark mark) {
        return new Cell(row, column, kind, text, null, null, null, mark);
    }

    /** A date that is stored as a word. With a time zone it is a text: which day it is, is for the job's zone to say. */
    @Nullable
    public Cell isoDate(int row, int column, String text, @Nullable Mark mark) {
        if (text.length() > BoundedText.LONGEST_FIGURE) {
            return tooLong(row, column, text);
        }
        LocalDate date;
        try {
            date = text.indexOf('T') < 0
                    ? LocalDate.parse(text)
                    : LocalDateTime.parse(text).plus(HALF_A_MILLISECOND).toLocalDate();
        } catch (DateTimeParseException withZoneOrNone) {
            return text(row, column, text, mark);
        }
        return new Cell(row, column, Kind.DATE, date.toString(), null, date, null, mark);
    }

    /** @param format null for General */
    public Cell number(
            int row, int column, BigDecimal stored, @Nullable String format, boolean computed, @Nullable Mark mark) {
        Kind kind = formats.kind(format, stored);
        if (kind == Kind.DATE) {
            LocalDate date = days.date(stored.doubleValue());
            if (date != null) {
                String shown = formats.ofMonths(format) ? format : null;
                return new Cell(row, column, Kind.DATE, date.toString(), null, date, shown, mark);
            }
        }
        BigDecimal meant = withoutBinaryDigits(isResidue(stored, computed) ? BigDecimal.ZERO : stored);
        if (Math.abs((long) meant.scale()) + meant.precision() > LONGEST_NUMBER) {
            return of(row, column, Kind.TEXT, stored.toString(), mark);
        }
        BigDecimal number = plain(meant);
        return kind == Kind.SHARE
                ? new Cell(row, column, kind, share(number), number, null, format, mark)
                : new Cell(row, column, Kind.NUMBER, number.toPlainString(), number, null, format, mark);
    }

    private static boolean isResidue(BigDecimal stored, boolean computed) {
        return stored.scale() > 9
                && (computed || stored.precision() > FIFTEEN_DIGITS.getPrecision())
                && stored.abs().compareTo(RESIDUE) < 0;
    }

    /** A whole number keeps all of its digits: that Excel has rounded an identity number is for others to say. */
    private static BigDecimal withoutBinaryDigits(BigDecimal number) {
        boolean shown = number.precision() <= FIFTEEN_DIGITS.getPrecision()
                || number.precision() - number.scale() > FIFTEEN_DIGITS.getPrecision();
        return shown ? number : number.round(FIFTEEN_DIGITS);
    }

    public static String share(BigDecimal number) {
        return plain(number.movePointRight(2)).toPlainString() + "%";
    }

    private static BigDecimal plain(BigDecimal number) {
        if (number.scale() == 0) {
            return number;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Turns serial numbers of days, with which a workbook counts, into dates. */
    static final class SerialDays {

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
}
