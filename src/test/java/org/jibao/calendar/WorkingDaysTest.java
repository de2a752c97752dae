package org.jibao.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorkingDaysTest {

    private static final WorkingDays CHINA = WorkingDays.china();

    @ParameterizedTest
    @CsvSource({
        "2026-09-30, true, Wednesday",
        "2026-10-01, false, National Day on a Thursday",
        "2026-10-07, false, last day of the holiday",
        "2026-10-08, true, Thursday",
        "2026-10-10, true, Saturday worked instead",
        "2026-10-11, false, Sunday",
        "2026-01-02, false, Friday off for the New Year",
        "2026-01-04, true, Sunday worked instead",
        "2025-10-08, false, Wednesday off as Mid-Autumn fell into the holiday",
        "2025-10-11, true, Saturday worked instead"
    })
    void knowsHolidaysAndDaysWorkedInstead(LocalDate date, boolean working, String why) {
        assertEquals(working, CHINA.isWorkingDay(date), why);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30, 0, 2026-09-30",
        "2026-09-30, 1, 2026-10-08",
        "2026-09-30, 3, 2026-10-10",
        "2026-09-30, 4, 2026-10-12",
        "2026-02-13, 1, 2026-02-14",
        "2026-02-13, 2, 2026-02-24",
        "2025-09-26, 20, 2025-10-30"
    })
    void countsFromTheNextDay(LocalDate from, int days, LocalDate expected) {
        assertEquals(expected, CHINA.plus(from, days));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30, 2026-09-30, 0",
        "2026-09-30, 2026-10-07, 0",
        "2026-09-30, 2026-10-12, 4",
        "2026-10-12, 2026-09-30, -4",
        "2026-10-09, 2026-10-10, 1",
        "2026-12-31, 2027-12-31, 261",
        "2025-12-31, 2026-12-31, 248",
        "1999-12-31, 2000-12-31, 260"
    })
    void countsWorkingDaysBetween(LocalDate from, LocalDate to, int expected) {
        assertEquals(expected, CHINA.between(from, to));
    }

    @Test
    void agreesWithCountingDayByDayWithinAndOutsideTheCalendar() {
        DayByDayOracle oracle = new DayByDayOracle();
        LocalDate start = LocalDate.of(2005, 12, 31);
        int counted = 0;
        for (LocalDate day = start.plusDays(1); day.getYear() < 2029; day = day.plusDays(1)) {
            counted += oracle.works(day) ? 1 : 0;
            assertEquals(oracle.works(day), CHINA.isWorkingDay(day), day::toString);
            assertEquals(counted, CHINA.between(start, day), day::toString);
            assertEquals(oracle.count(day, 20, List.of()), CHINA.plus(day, 20), day::toString);
        }
    }

    @Test
    void namesYearsWithoutCalendar() {
        assertEquals(
                List.of(2027, 2028), CHINA.yearsWithoutCalendar(LocalDate.of(2026, 12, 31), LocalDate.of(2028, 1, 1)));
    }

    @Test
    void movesOnlyOffHolidays() {
        assertEquals(LocalDate.of(2026, 10, 8), CHINA.onOrAfter(LocalDate.of(2026, 10, 1)));
        assertEquals(LocalDate.of(2026, 10, 10), CHINA.onOrAfter(LocalDate.of(2026, 10, 10)));
    }

    @Test
    void takesWeekdaysInYearWithoutCalendar() {
        assertEquals(false, CHINA.covers(2006), "known only by its last days, from the notice for 2007");
        assertEquals(true, CHINA.covers(2007));
        assertEquals(true, CHINA.covers(2026));
        assertEquals(false, CHINA.covers(2027));
        assertEquals(true, CHINA.isWorkingDay(LocalDate.of(2027, 10, 1)));
        assertEquals(false, CHINA.isWorkingDay(LocalDate.of(2027, 10, 2)));
    }

    @Test
    void namesBadLine() {
        ByteArrayInputStream csv =
                new ByteArrayInputStream("date,name,day\n2026-01-01,元旦,holiday\n".getBytes(StandardCharsets.UTF_8));
        IllegalArgumentException exception = assertThrows(IllegalArgumentException.class, () -> WorkingDays.read(csv));
        assertEquals("not a line of a holiday calendar: 2026-01-01,元旦,holiday", exception.getMessage());
    }
}
