package org.jibao.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a job counts its periods: their length, and the month that begins a year of its own. Reads them as people write them;
 * what is none of its periods, or may be two of them, is none.
 *
 * @param firstMonth 1, or the month in which a fiscal year begins
 * @param named which of a fiscal year's two calendar years a single number means, as in {@code FY2025}
 */
public record PeriodCalendar(PeriodKind kind, int firstMonth, YearNamed named) {

    private static final int OFTEN = 4;
    private static final Pattern FISCAL_CODE = Pattern.compile("(\\d{4})-(\\d{2})(?:Q([1-4])|H([12]))?");

    /** Which calendar year gives a fiscal year its name. */
    public enum YearNamed {
        /** The one in which it ends. */
        END,
        /** The one in which it begins. */
        START
    }

    /** One whose years begin in January. */
    public PeriodCalendar(PeriodKind kind) {
        this(kind, 1, YearNamed.END);
    }

    public Period containing(LocalDate date) {
        return Period.containing(kind, date, firstMonth);
    }

    /** Whether a period is one of these. */
    public boolean has(Period period) {
        return period.kind() == kind && period.firstMonth() == firstMonth;
    }

    /** The same with periods of another length. */
    public PeriodCalendar of(PeriodKind other) {
        return new PeriodCalendar(other, firstMonth, named);
    }

    /**
     * The period with a code, be it one of this calendar or, since a job's kind of period and its years may have been others
     * once, of another: {@link #has} tells.
     */
    public Optional<Period> parse(String code) {
        return fiscal(code)
                .filter(this::has)
                .or(() -> Period.parse(code).map(period -> period.kind() == kind ? here(period) : period))
                .or(() -> fiscal(code));
    }

    private Period here(Period period) {
        return kind.dividesYear() || firstMonth == 1
                ? period
                : around(period.start()).orElse(period);
    }

    private Optional<Period> fiscal(String code) {
        Matcher matcher = FISCAL_CODE.matcher(code.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        // A job whose years begin in January now does not say when they once began.
        int first = firstMonth == 1 ? OFTEN : firstMonth;
        int year = Integer.parseInt(matcher.group(1));
        if ((year + 1) % 100 != Integer.parseInt(matcher.group(2))) {
            return Optional.empty();
        }
        if (matcher.group(3) != null) {
            return Period.valid(PeriodKind.QUARTER, year, Integer.parseInt(matcher.group(3)), first);
        }
        return matcher.group(4) != null
                ? Period.valid(PeriodKind.HALF_YEAR, year, Integer.parseInt(matcher.group(4)), first)
                : Period.valid(PeriodKind.YEAR, year, 1, first);
    }

    /** The period at the beginning of a text, in Chinese or English, as a code, or as its months or its last day. */
    public Optional<Period> read(String text) {
        return only(PeriodText.meanings(text));
    }

    /** The same without dates alone, with which a period may end by chance: such a day may be that of filling in or sending. */
    public Optional<Period> readNamed(String text) {
        return only(PeriodText.meanings(text).stream()
                .filter(meaning -> !(meaning instanceof PeriodMeaning.Day))
                .toList());
    }

    /** All periods that the beginning of a text may mean; two where day and month of a date cannot be told apart. */
    public List<Period> readings(String text) {
        return all(PeriodText.meanings(text));
    }

    private List<Period> all(List<PeriodMeaning> meanings) {
        return meanings.stream()
                .map(meaning -> meaning.in(this))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private Optional<Period> only(List<PeriodMeaning> meanings) {
        List<Period> meant = all(meanings);
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    /** The one that begins and ends on these days. */
    Optional<Period> between(LocalDate from, LocalDate to) {
        return starting(from).filter(period -> period.end().equals(to));
    }

    Optional<Period> starting(LocalDate day) {
        return around(day).filter(period -> period.start().equals(day));
    }

    Optional<Period> ending(LocalDate day) {
        return around(day).filter(period -> period.end().equals(day));
    }

    /** The first and the last year are left out: weeks and fiscal years reach beyond them. */
    private Optional<Period> around(LocalDate day) {
        return day.getYear() > 1949 && day.getYear() < 2999 ? Optional.of(containing(day)) : Optional.empty();
    }

    /** Part of a year that is written with both its calendar years. */
    Optional<Period> inFiscalYear(int start, int end, PeriodKind part, int index) {
        boolean follows = end == start + 1 || end < 100 && (start + 1) % 100 == end;
        return firstMonth != 1 && part == kind && follows
                ? Period.valid(part, start, index, firstMonth)
                : Optional.empty();
    }

    /** Part of a fiscal year that is written with one number. */
    Optional<Period> inNamedYear(int year, PeriodKind part, int index) {
        int start = firstMonth == 1 || Objects.equals(named, YearNamed.START) ? year : year - 1;
        return part == kind ? Period.valid(part, start, index, firstMonth) : Optional.empty();
    }

    /** Part of a calendar year; where the job has years of its own, which one is meant cannot be told. */
    Optional<Period> inCalendarYear(int year, PeriodKind part, int index) {
        return part == kind && (firstMonth == 1 || !part.dividesYear())
                ? calendarPeriod(year, part, index)
                : Optional.empty();
    }

    private Optional<Period> calendarPeriod(int year, PeriodKind part, int index) {
        return Period.valid(part, year, index, 1).map(this::here);
    }
}
