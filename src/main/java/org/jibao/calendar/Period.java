package org.jibao.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/**
 * A reporting period.
 *
 * @param year 1949 to 2999: the year in which the reporting year begins
 * @param index its number among those of its kind in the reporting year, from 1; a week belongs to the year that has its
 *     Thursday
 * @param firstMonth the month that begins the reporting year: 1, or another for a fiscal year
 */
public record Period(PeriodKind kind, int year, int index, int firstMonth) implements Comparable<Period> {

    private static final Wording WORDS = Wording.of(Period.class);
    private static final Pattern CODE =
            Pattern.compile("(\\d{4})(?:Q([1-4])|H([12])|-W(\\d{2})|-(\\d{2})(?:-(\\d{2}))?)?");
    private static final String NUMERALS = "一二三四";
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2999;

    public Period {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("year " + year + " is not between 1949 and 2999");
        }
        if (firstMonth < 1 || firstMonth > 12) {
            throw new IllegalArgumentException("month " + firstMonth + " is not between 1 and 12");
        }
        if (index < 1 || index > count(kind, year, firstMonth)) {
            throw new IllegalArgumentException(
                    kind + " " + index + " is not between 1 and " + count(kind, year, firstMonth));
        }
    }

    /** One of a year that begins in January. */
    public Period(PeriodKind kind, int year, int index) {
        this(kind, year, index, 1);
    }

    /**
     * {@code 2026-07-01}, {@code 2026-W30}, {@code 2026-09}, {@code 2026Q3}, {@code 2026H1} or {@code 2026}, of a year that
     * begins in January; empty for anything else.
     */
    public static Optional<Period> parse(String code) {
        Matcher matcher = CODE.matcher(code.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) != null) {
            return valid(PeriodKind.QUARTER, year, number(matcher, 2), 1);
        }
        if (matcher.group(3) != null) {
            return valid(PeriodKind.HALF_YEAR, year, number(matcher, 3), 1);
        }
        if (matcher.group(4) != null) {
            return valid(PeriodKind.WEEK, year, number(matcher, 4), 1);
        }
        if (matcher.group(6) != null) {
            return day(year, number(matcher, 5), number(matcher, 6));
        }
        return matcher.group(5) != null
                ? valid(PeriodKind.MONTH, year, number(matcher, 5), 1)
                : valid(PeriodKind.YEAR, year, 1, 1);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Optional<Period> day(int year, int month, int day) {
        try {
            int index = LocalDate.of(year, month, day).getDayOfYear();
            return valid(PeriodKind.DAY, year, index, 1);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Empty where there is no such period. */
    static Optional<Period> valid(PeriodKind kind, int year, int index, int firstMonth) {
        boolean inRange =
                year >= FIRST_YEAR && year <= LAST_YEAR && index >= 1 && index <= count(kind, year, firstMonth);
        return inRange ? Optional.of(new Period(kind, year, index, firstMonth)) : Optional.empty();
    }

    private static int count(PeriodKind kind, int year, int firstMonth) {
        LocalDate first = LocalDate.of(year, firstMonth, 1);
        LocalDate next = first.plusYears(1);
        return switch (kind) {
            case DAY -> (int) (next.toEpochDay() - first.toEpochDay());
            case WEEK ->
                (int) ((firstMonday(next).toEpochDay() - firstMonday(first).toEpochDay()) / 7);
            default -> kind.perYear();
        };
    }

    /** The Monday of the first week whose Thursday lies in the year that begins on a day. */
    private static LocalDate firstMonday(LocalDate yearStart) {
        return yearStart.with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY)).minusDays(3);
    }

    public static Period containing(PeriodKind kind, LocalDate date) {
        return containing(kind, date, 1);
    }

    static Period containing(PeriodKind kind, LocalDate date, int firstMonth) {
        LocalDate within = kind == PeriodKind.WEEK
                ? date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusDays(3)
                : date;
        int year = within.getYear() - (within.getMonthValue() < firstMonth ? 1 : 0);
        LocalDate first = LocalDate.of(year, firstMonth, 1);
        int index =
                switch (kind) {
                    case DAY -> (int) (date.toEpochDay() - first.toEpochDay()) + 1;
                    case WEEK ->
                        (int) ((within.toEpochDay() - firstMonday(first).toEpochDay()) / 7) + 1;
                    default -> Math.floorMod(date.getMonthValue() - firstMonth, 12) / kind.months() + 1;
                };
        return new Period(kind, year, index, firstMonth);
    }

    /** Of periods like this one. */
    public PeriodCalendar calendar() {
        return new PeriodCalendar(kind, firstMonth, PeriodCalendar.YearNamed.END);
    }

    /** The first day of the reporting year. */
    public LocalDate yearStart() {
        return LocalDate.of(year, firstMonth, 1);
    }

    public LocalDate start() {
        return switch (kind) {
            case DAY -> yearStart().plusDays(index - 1L);
            case WEEK -> firstMonday(yearStart()).plusWeeks(index - 1L);
            default -> yearStart().plusMonths((index - 1L) * kind.months());
        };
    }

    /** The last day of the period. */
    public LocalDate end() {
        return switch (kind) {
            case DAY -> start();
            case WEEK -> start().plusDays(6);
            default -> start().plusMonths(kind.months()).minusDays(1);
        };
    }

    public Period previous() {
        return containing(kind, start().minusDays(1), firstMonth);
    }

    public Period next() {
        return containing(kind, end().plusDays(1), firstMonth);
    }

    /** The same of the year before; of the 29th of February and a 53rd week the one before it, where that year has none. */
    public Period sameLastYear() {
        return switch (kind) {
            case DAY -> containing(kind, start().minusYears(1), firstMonth);
            case WEEK -> new Period(kind, year - 1, Math.min(index, count(kind, year - 1, firstMonth)), firstMonth);
            default -> new Period(kind, year - 1, index, firstMonth);
        };
    }

    /** The code that {@link PeriodCalendar#parse} reads; codes of one kind sort in time. */
    public String code() {
        return switch (kind) {
            case DAY -> start().toString();
            case WEEK -> "%d-W%02d".formatted(isoYear(), isoWeek());
            case MONTH -> start().toString().substring(0, 7);
            case QUARTER -> yearCode() + "Q" + index;
            case HALF_YEAR -> yearCode() + "H" + index;
            case YEAR -> yearCode();
        };
    }

    private int isoYear() {
        return start().get(IsoFields.WEEK_BASED_YEAR);
    }

    private int isoWeek() {
        return start().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** {@code 2026}; {@code 2025-26} of a fiscal year. */
    private String yearCode() {
        return firstMonth == 1 ? String.valueOf(year) : "%d-%02d".formatted(year, (year + 1) % 100);
    }

    /** {@code 2026年第三季度}; {@code Q3 2026}. */
    public Text label() {
        return switch (kind) {
            case DAY -> dayLabel(start());
            case WEEK -> WORDS.text("period.week", isoYear(), isoWeek());
            case MONTH -> {
                LocalDate month = start();
                String number = String.valueOf(month.getMonthValue());
                yield WORDS.text(
                        "period.month", month.getYear(), new Text(number, "%02d".formatted(month.getMonthValue())));
            }
            case QUARTER ->
                WORDS.text(
                        "period.quarter",
                        yearLabel(),
                        new Text(String.valueOf(NUMERALS.charAt(index - 1)), String.valueOf(index)));
            case HALF_YEAR -> WORDS.text(index == 1 ? "period.first-half" : "period.second-half", yearLabel());
            case YEAR -> WORDS.text("period.year", yearLabel());
        };
    }

    private static Text dayLabel(LocalDate day) {
        String month = day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return WORDS.text(
                "period.day", day.getYear(), new Text(String.valueOf(day.getMonthValue()), month), day.getDayOfMonth());
    }

    private Text yearLabel() {
        return WORDS.text(firstMonth == 1 ? "period.calendar-year" : "period.fiscal-year", yearCode());
    }

    @Override
    public int compareTo(Period other) {
        int byStart = start().compareTo(other.start());
        int byKind = byStart != 0 ? byStart : kind.compareTo(other.kind);
        return byKind != 0 ? byKind : Integer.compare(firstMonth, other.firstMonth());
    }

    @Override
    public String toString() {
        return code();
    }
}
