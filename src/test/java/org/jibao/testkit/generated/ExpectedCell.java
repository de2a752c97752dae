package org.jibao.testkit.generated;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a reader must give for one cell.
 *
 * @param kind the name of a kind of cell, or {@code NO_NUMBER} for anything that is not taken as a figure or date
 * @param text of a text, error or truth value, else empty
 * @param format the code of the number format, null where the reader's own name for it is right
 * @param mark the name of a mark, or null
 */
public record ExpectedCell(
        int row,
        int column,
        String kind,
        String text,
        @Nullable BigDecimal number,
        @Nullable LocalDate date,
        @Nullable String format,
        @Nullable String mark) {

    private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final LocalDateTime DAY_ZERO_OF_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);

    /** Excel has a 29 February 1900, day 60; the days before it are one later than the count says. */
    private static final int DAY_THAT_NEVER_WAS = 60;

    private static final int LAST_YEAR = 9999;
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    private static final BigDecimal LARGEST_RESIDUE = new BigDecimal("1E-9");

    private static final Duration HALF_A_MILLISECOND = Duration.ofNanos(500_000);

    /** Null where a reader gives nothing. */
    static @Nullable ExpectedCell of(PlannedCell cell, PlannedWorkbook workbook) {
        if (cell.origin() == PlannedCell.Origin.NOT_CALCULATED) {
            return plain(cell, "NOT_CALCULATED", "");
        }
        return switch (cell.what()) {
            case NOTHING -> null;
            case NOT_A_NUMBER -> plain(cell, "NO_NUMBER", "");
            case BOOLEAN -> plain(cell, "BOOLEAN", cell.written());
            case ERROR -> plain(cell, "ERROR", cell.written());
            case TEXT -> text(cell, TextPool.asRead(cell, workbook.writer()));
            case ISO_DATE ->
                new ExpectedCell(
                        cell.row(),
                        cell.column(),
                        "DATE",
                        "",
                        null,
                        LocalDate.parse(cell.written().substring(0, 10)),
                        null,
                        null);
            case NUMBER -> number(cell, workbook);
        };
    }

    private static ExpectedCell plain(PlannedCell cell, String kind, String text) {
        return new ExpectedCell(cell.row(), cell.column(), kind, text, null, null, null, null);
    }

    private static @Nullable ExpectedCell text(PlannedCell cell, String text) {
        return TextPool.isBlank(text)
                ? null
                : new ExpectedCell(cell.row(), cell.column(), "TEXT", text, null, null, null, mark(cell.setting()));
    }

    private static ExpectedCell number(PlannedCell cell, PlannedWorkbook workbook) {
        String mark = mark(cell.setting());
        PlannedFormat format = cell.format();
        if (format.shown() == PlannedFormat.Shown.DATE) {
            LocalDate date = date(new BigDecimal(cell.written()), workbook.date1904());
            if (date != null) {
                return new ExpectedCell(cell.row(), cell.column(), "DATE", "", null, date, null, mark);
            }
        }
        BigDecimal stored = workbook.writer() == PlannedWorkbook.Writer.XML
                ? new BigDecimal(cell.written())
                : BigDecimal.valueOf(cell.number());
        BigDecimal number = isResidue(stored, cell) ? BigDecimal.ZERO : asShown(stored);
        String code = format.builtIn() < 0 ? format.code() : null;
        String kind = format.shown() == PlannedFormat.Shown.SHARE ? "SHARE" : "NUMBER";
        return new ExpectedCell(cell.row(), cell.column(), kind, "", number, null, code, mark);
    }

    /** Fractions to fifteen digits, as Excel shows them; whole numbers of more keep all that the file says. */
    private static BigDecimal asShown(BigDecimal number) {
        boolean whole = number.precision() - number.scale() > DIGITS.getPrecision();
        return whole ? number : number.round(DIGITS);
    }

    /** What =0.3-0.1-0.2 leaves: computed, or with more digits than anybody types. Nobody means it. */
    private static boolean isResidue(BigDecimal stored, PlannedCell cell) {
        boolean computed = cell.origin().formula() || stored.precision() > DIGITS.getPrecision();
        return computed && stored.abs().compareTo(LARGEST_RESIDUE) < 0;
    }

    /** Null where Excel shows no day that there is. */
    static @Nullable LocalDate date(BigDecimal serial, boolean date1904) {
        int day = serial.intValue();
        if (serial.signum() < 0 || !date1904 && (day == 0 || day == DAY_THAT_NEVER_WAS)) {
            return null;
        }
        BigDecimal nanos = serial.subtract(BigDecimal.valueOf(day)).multiply(BigDecimal.valueOf(86_400_000_000_000L));
        LocalDateTime zero = date1904 ? DAY_ZERO_OF_1904 : DAY_ZERO;
        long shift = !date1904 && day < DAY_THAT_NEVER_WAS ? 1 : 0;
        LocalDate date = zero.plusDays(day + shift)
                .plusNanos(nanos.longValue())
                .plus(HALF_A_MILLISECOND)
                .toLocalDate();
        return date.getYear() > LAST_YEAR ? null : date;
    }

    private static @Nullable String mark(PlannedCell.Setting setting) {
        return switch (setting) {
            case STRUCK_CELL, STRUCK_RUN -> "STRUCK_OUT";
            case RAISED_CELL, RAISED_RUN -> "RAISED";
            case LOWERED_CELL, LOWERED_RUN -> "LOWERED";
            case PLAIN, PLAIN_RUNS, OVERRIDDEN -> null;
        };
    }
}
