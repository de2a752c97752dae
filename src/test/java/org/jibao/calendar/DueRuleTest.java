package org.jibao.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DueRuleTest {

    private static final WorkingDays CHINA = WorkingDays.china();

    @ParameterizedTest
    @CsvSource({
        // A Saturday that is worked instead of a day of the holiday.
        "2026Q3, 10, NEXT_WORKING_DAY, 2026-10-10",
        "2025Q3, 10, NEXT_WORKING_DAY, 2025-10-10",
        "2026Q1, 10, NEXT_WORKING_DAY, 2026-04-10",
        "2024Q4, 10, NEXT_WORKING_DAY, 2025-01-10",
        // A Sunday; a Saturday; a day of the National Day holiday.
        "2025Q4, 11, NEXT_WORKING_DAY, 2026-01-12",
        "2026Q2, 11, NEXT_WORKING_DAY, 2026-07-13",
        "2026Q3, 1, NEXT_WORKING_DAY, 2026-10-08",
        "2026Q3, 1, NONE, 2026-10-01",
        // The tenth working day, past the holiday and with the Saturday worked instead.
        "2026Q3, 10, NTH_WORKING_DAY, 2026-10-20",
        "2025Q3, 10, NTH_WORKING_DAY, 2025-10-21",
        // A day past the month's end is its last.
        "2026-01, 31, NONE, 2026-02-28",
        "2026Q1, 31, NEXT_WORKING_DAY, 2026-04-30",
        // No calendar for the year: Monday to Friday, so that 1 October 2027, a Friday, counts.
        "2027Q3, 1, NEXT_WORKING_DAY, 2027-10-01",
        "2027Q3, 2, NEXT_WORKING_DAY, 2027-10-04",
        "2027Q3, 10, NTH_WORKING_DAY, 2027-10-14"
    })
    void findsDueDate(String period, int day, DueRule.Shift shift, LocalDate expected) {
        assertEquals(
                expected, new DueRule(day, shift).dueDate(Period.parse(period).orElseThrow(), CHINA));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01, 1, NONE, 2026-07-02",
        "2026-01-31, 31, NONE, 2026-03-03",
        "2026-07-03, 1, NEXT_WORKING_DAY, 2026-07-06",
        "2026-07-03, 2, NTH_WORKING_DAY, 2026-07-07",
        "2026-W30, 1, NONE, 2026-07-27",
        "2026-W30, 5, NONE, 2026-07-31",
        "2026-W30, 1, NTH_WORKING_DAY, 2026-07-27"
    })
    void countsFromTheEndOfADayOrWeek(String period, int day, DueRule.Shift shift, LocalDate expected) {
        assertEquals(
                expected, new DueRule(day, shift).dueDate(Period.parse(period).orElseThrow(), CHINA));
    }

    @Test
    void rejectsDayThatNoMonthHas() {
        assertThrows(IllegalArgumentException.class, () -> new DueRule(0, DueRule.Shift.NONE));
        assertThrows(IllegalArgumentException.class, () -> new DueRule(32, DueRule.Shift.NONE));
    }
}
