package org.jibao.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jibao.calendar.PeriodCalendar.YearNamed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class PeriodCalendarTest {

    private static final int[] STARTS = {1, 2, 4, 7, 10, 12};

    @ParameterizedTest
    @EnumSource(PeriodKind.class)
    void readsWhateverItPrints(PeriodKind kind) {
        int read = 0;
        for (int start : STARTS) {
            PeriodCalendar calendar = new PeriodCalendar(kind, start, YearNamed.END);
            Period period = calendar.containing(LocalDate.of(1998, 12, 15));
            while (period.start().getYear() < 2013) {
                assertEquals(Optional.of(period), calendar.parse(period.code()));
                assertEquals(Optional.of(period), calendar.read(period.code()), period.code());
                assertEquals(
                        Optional.of(period),
                        calendar.read(period.label().zh()),
                        period.label().zh());
                assertEquals(
                        Optional.of(period),
                        calendar.read(period.label().en()),
                        period.label().en());
                assertEquals(Optional.of(period), calendar.read(period.label().zh() + "政务公开报表（修订2）"));
                assertEquals(Optional.of(period), calendar.read(period.label().en() + " return"));
                period = period.next();
                read++;
            }
        }
        int least = kind == PeriodKind.YEAR ? 6 * 14 : 6 * 28;
        assertEquals(least, Math.min(read, least));
    }

    @ParameterizedTest
    @EnumSource(PeriodKind.class)
    void followOneAnotherWithoutGapAndSortByCode(PeriodKind kind) {
        for (int start : STARTS) {
            PeriodCalendar calendar = new PeriodCalendar(kind, start, YearNamed.END);
            List<String> codes = new ArrayList<>();
            Period period = calendar.containing(LocalDate.of(2018, 12, 31));
            while (period.start().getYear() < 2027) {
                assertEquals(period.end().plusDays(1), period.next().start());
                assertEquals(period, period.next().previous());
                assertEquals(period, calendar.containing(period.start()));
                assertEquals(period, calendar.containing(period.end()));
                codes.add(period.code());
                period = period.next();
            }
            assertEquals(codes, codes.stream().sorted().distinct().toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "QUARTER, 2026Q3, 2026Q3",
        "QUARTER, Q3 2026, 2026Q3",
        "QUARTER, Quarter 3 2026, 2026Q3",
        "QUARTER, 'Quarter 3, 2026', 2026Q3",
        "QUARTER, third quarter 2026, 2026Q3",
        "QUARTER, 3rd Quarter of 2026, 2026Q3",
        "QUARTER, 2026 third quarter, 2026Q3",
        "QUARTER, 3Q2026, 2026Q3",
        "QUARTER, Q3-2026, 2026Q3",
        "QUARTER, July to September 2026, 2026Q3",
        "QUARTER, Jul-Sep 2026, 2026Q3",
        "QUARTER, July – September 2026, 2026Q3",
        "QUARTER, Jul 2026 to Sept. 2026, 2026Q3",
        "QUARTER, 1 July to 30 September 2026, 2026Q3",
        "QUARTER, 01/07/2026 - 30/09/2026, 2026Q3",
        "QUARTER, 07/01/2026 - 09/30/2026, 2026Q3",
        "QUARTER, 2026-07-01 to 2026-09-30, 2026Q3",
        "QUARTER, 2026年7月1日至9月30日, 2026Q3",
        "QUARTER, 2026年7月至2026年9月, 2026Q3",
        "QUARTER, 2026年第三季度, 2026Q3",
        "QUARTER, 2026年三季度, 2026Q3",
        "QUARTER, 2026年7—9月, 2026Q3",
        "QUARTER, 二〇二六年七月至九月, 2026Q3",
        "QUARTER, 30/09/2026, 2026Q3",
        "QUARTER, 9/30/2026, 2026Q3",
        "QUARTER, 2026-09-30, 2026Q3",
        "QUARTER, 30 September 2026, 2026Q3",
        "QUARTER, 'September 30, 2026', 2026Q3",
        "QUARTER, quarter ended 30 September 2026, 2026Q3",
        "QUARTER, 截至2026年9月30日, 2026Q3",
        "QUARTER, For the three months ended 30/09/2026, 2026Q3",
        "MONTH, September 2026, 2026-09",
        "MONTH, Sep 2026, 2026-09",
        "MONTH, Sep-2026, 2026-09",
        "MONTH, 2026-09, 2026-09",
        "MONTH, 09/2026, 2026-09",
        "MONTH, 9.2026, 2026-09",
        "MONTH, 202609, 2026-09",
        "MONTH, for the month of September 2026, 2026-09",
        "MONTH, 2026年9月份, 2026-09",
        "MONTH, 二〇二六年十一月, 2026-11",
        "MONTH, 2009-10, 2009-10",
        "MONTH, 30/09/2026, 2026-09",
        "HALF_YEAR, 2026H1, 2026H1",
        "HALF_YEAR, H1 2026, 2026H1",
        "HALF_YEAR, first half of 2026, 2026H1",
        "HALF_YEAR, first half-year 2026, 2026H1",
        "HALF_YEAR, January to June 2026, 2026H1",
        "HALF_YEAR, 2026年上半年, 2026H1",
        "HALF_YEAR, 2026年1-6月, 2026H1",
        "YEAR, FY2025, 2025",
        "YEAR, year 2025, 2025",
        "YEAR, 2025年度, 2025",
        "YEAR, year ended 31 December 2025, 2025",
        "WEEK, week 30 2026, 2026-W30",
        "WEEK, 'Week 30, 2026', 2026-W30",
        "WEEK, 2026-W30, 2026-W30",
        "WEEK, 2026W30, 2026-W30",
        "WEEK, W30 2026, 2026-W30",
        "WEEK, 2026年第30周, 2026-W30",
        "WEEK, 2026年第三十周, 2026-W30",
        "WEEK, 2026年7月20日至26日, 2026-W30",
        "WEEK, 20-26 July 2026, 2026-W30",
        "WEEK, week ending 26/07/2026, 2026-W30",
        "WEEK, week commencing 20 July 2026, 2026-W30",
        "WEEK, 05/04/2026, 2026-W14",
        "DAY, 2026-07-01, 2026-07-01",
        "DAY, 20260701, 2026-07-01",
        "DAY, 2026年7月1日, 2026-07-01",
        "DAY, 二〇二六年七月二十一日, 2026-07-21",
        "DAY, 1 July 2026, 2026-07-01",
        "DAY, 1st of July 2026, 2026-07-01",
        "DAY, 'July 1, 2026', 2026-07-01",
        "DAY, 31/07/2026, 2026-07-31",
        "DAY, 07/31/2026, 2026-07-31",
        "DAY, 04/04/2026, 2026-04-04"
    })
    void readsWhatPeopleWriteInBothLanguages(PeriodKind kind, String text, String code) {
        assertEquals(code, code(new PeriodCalendar(kind), text));
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 03/04/2026",
        "DAY, 2026-02-30",
        "DAY, 2026年7月",
        "DAY, 1-2 July 2026",
        "WEEK, 2026-W54",
        "WEEK, 2025-W53",
        "WEEK, 22 July 2026",
        "WEEK, 2026年7月",
        "MONTH, 15/09/2026",
        "MONTH, 2026Q3",
        "MONTH, 13/2026",
        "MONTH, Sep-26",
        "MONTH, 2026年7—9月",
        "QUARTER, 15 September 2026",
        "QUARTER, 01/07/2026",
        "QUARTER, 2026-07",
        "QUARTER, February to April 2026",
        "QUARTER, Q3 2026 to Q4 2026",
        "QUARTER, 2026Q3-2026Q4",
        "QUARTER, 2026Q3-Q4",
        "QUARTER, 2026Q3/Q4",
        "QUARTER, '2026Q3, Q4'",
        "QUARTER, 2026年第三季度至第四季度",
        "QUARTER, 2026年三、四季度",
        "QUARTER, 2026年第三季度和第四季度",
        "QUARTER, 2026年第三季度、第四季度",
        "MONTH, 2026年7月、8月",
        "MONTH, 210012",
        "QUARTER, year ended 30 September 2026",
        "QUARTER, Q3 2026-27",
        "QUARTER, Q5 2026",
        "QUARTER, 2026",
        "QUARTER, third quarter",
        "HALF_YEAR, Q3 2026",
        "YEAR, 2025/26",
        "YEAR, FY2025/26",
        "YEAR, 2025-2026",
        "YEAR, 2026Q3",
        "YEAR, September 2026",
        "YEAR, 2026 third quarter",
        "YEAR, 26"
    })
    void takesNothingThatIsNoneOfItsPeriods(PeriodKind kind, String text) {
        assertEquals("none", code(new PeriodCalendar(kind), text));
    }

    @ParameterizedTest
    @CsvSource({
        "YEAR, END, 2025/26, 2025-26",
        "YEAR, END, 2025-26, 2025-26",
        "YEAR, END, 2025–2026, 2025-26",
        "YEAR, END, FY 2025/26, 2025-26",
        "YEAR, END, FY25/26, 2025-26",
        "YEAR, END, Financial year 2025/26, 2025-26",
        "YEAR, END, 2025-26年度, 2025-26",
        "YEAR, END, 2009-10, 2009-10",
        "YEAR, END, FY2025, 2024-25",
        "YEAR, START, FY2025, 2025-26",
        "YEAR, END, FY25, 2024-25",
        "YEAR, END, April 2025 to March 2026, 2025-26",
        "YEAR, END, 1 April 2025 to 31 March 2026, 2025-26",
        "YEAR, END, year ended 31 March 2026, 2025-26",
        "YEAR, END, 31/03/2026, 2025-26",
        "YEAR, END, 2025, none",
        "YEAR, START, 2025, none",
        "YEAR, END, 2025/27, none",
        "YEAR, END, 31/12/2025, none",
        "QUARTER, END, 2025-26Q2, 2025-26Q2",
        "QUARTER, END, Q2 2025/26, 2025-26Q2",
        "QUARTER, END, Q2 FY2026, 2025-26Q2",
        "QUARTER, START, FY2025 Q2, 2025-26Q2",
        "QUARTER, END, 2025-26年度第二季度, 2025-26Q2",
        "QUARTER, END, July to September 2025, 2025-26Q2",
        "QUARTER, END, 2025年7-9月, 2025-26Q2",
        "QUARTER, END, 2025-09-30, 2025-26Q2",
        "QUARTER, END, Q2 2025, none",
        "QUARTER, END, 2025年第二季度, none",
        "HALF_YEAR, END, first half 2025/26, 2025-26H1",
        "HALF_YEAR, END, October 2025 to March 2026, 2025-26H2",
        "MONTH, END, September 2025, 2025-09",
        "WEEK, END, week 30 2026, 2026-W30",
        "DAY, END, 1 April 2026, 2026-04-01"
    })
    void readsFiscalYearsThatBeginInApril(PeriodKind kind, YearNamed named, String text, String code) {
        assertEquals(code, code(new PeriodCalendar(kind, 4, named), text));
    }

    @ParameterizedTest
    @CsvSource({"QUARTER, 2025-26Q2", "QUARTER, 2026", "MONTH, 2025-26", "YEAR, 2026-07-01", "DAY, 2026-W30"})
    void knowsCodesOfWhatTheJobOnceWas(PeriodKind kind, String code) {
        PeriodCalendar calendar = new PeriodCalendar(kind);
        Period period = calendar.parse(code).orElseThrow();
        assertEquals(code, period.code());
        assertEquals(false, calendar.has(period));
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2026-03-31, 2025, 12",
        "MONTH, 2026-04-01, 2026, 1",
        "QUARTER, 2026-01-01, 2025, 4",
        "DAY, 2026-03-31, 2025, 365",
        "DAY, 2026-04-01, 2026, 1",
        "WEEK, 2026-03-29, 2025, 52",
        "WEEK, 2026-03-30, 2026, 1"
    })
    void countsFromTheBeginningOfTheFiscalYear(PeriodKind kind, LocalDate day, int year, int index) {
        Period period = new PeriodCalendar(kind, 4, YearNamed.END).containing(day);
        assertEquals(List.of(year, index), List.of(period.year(), period.index()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01, 2026-06-30, 2025-07-01",
        "2024-02-29, 2024-02-28, 2023-02-28",
        "2026-W01, 2025-W52, 2025-W01",
        "2026-W53, 2026-W52, 2025-W52",
        "2027-W01, 2026-W53, 2026-W01"
    })
    void knowsPreviousAndLastYearOfDaysAndWeeks(String code, String previous, String lastYear) {
        Period period = Period.parse(code).orElseThrow();
        assertEquals(previous, period.previous().code());
        assertEquals(lastYear, period.sameLastYear().code());
    }

    private static String code(PeriodCalendar calendar, String text) {
        return calendar.read(text).map(Period::code).orElse("none");
    }
}
