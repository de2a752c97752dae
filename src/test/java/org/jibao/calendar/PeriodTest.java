package org.jibao.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jibao.finding.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026Q3, QUARTER, 2026, 3",
        "' 2026q3 ', QUARTER, 2026, 3",
        "2026-07-01, DAY, 2026, 182",
        "2026-W30, WEEK, 2026, 30",
        "2026-09, MONTH, 2026, 9",
        "2026H2, HALF_YEAR, 2026, 2",
        "1949, YEAR, 1949, 1",
        "2999, YEAR, 2999, 1"
    })
    void readsCodes(String code, PeriodKind kind, int year, int index) {
        assertEquals(Optional.of(new Period(kind, year, index)), Period.parse(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026Q5",
                "2026Q0",
                "2026-00",
                "2026-13",
                "2026-9",
                "2026-02-30",
                "2025-W53",
                "2025-26",
                "2026H3",
                "1948Q4",
                "3000",
                "26Q3",
                "2026Q3x",
                "２０２６Q3"
            })
    void readsNothingElse(String code) {
        assertEquals(Optional.empty(), Period.parse(code));
    }

    @ParameterizedTest
    @CsvSource({
        "2026Q3, 2026年第三季度, Q3 2026",
        "2026-07-01, 2026年7月1日, 1 July 2026",
        "2026-W30, 2026年第30周, Week 30 2026",
        "2026-09, 2026年9月, 2026-09",
        "2026H1, 2026年上半年, H1 2026",
        "2026H2, 2026年下半年, H2 2026",
        "2026, 2026年, 2026"
    })
    void isLabelledInBothLanguages(String code, String zh, String en) {
        assertEquals(new Text(zh, en), period(code).label());
    }

    @ParameterizedTest
    @CsvSource({
        "2026Q3, 2026-07-01, 2026-09-30",
        "2026Q1, 2026-01-01, 2026-03-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "2026H2, 2026-07-01, 2026-12-31",
        "2026, 2026-01-01, 2026-12-31"
    })
    void hasFirstAndLastDay(String code, LocalDate start, LocalDate end) {
        assertEquals(start, period(code).start());
        assertEquals(end, period(code).end());
    }

    @ParameterizedTest
    @CsvSource({
        "2026Q1, 2025Q4, 2026Q2, 2025Q1",
        "2026Q4, 2026Q3, 2027Q1, 2025Q4",
        "2026-01, 2025-12, 2026-02, 2025-01",
        "2026H1, 2025H2, 2026H2, 2025H1",
        "2026, 2025, 2027, 2025"
    })
    void knowsItsNeighbours(String code, String previous, String next, String lastYear) {
        assertEquals(period(previous), period(code).previous());
        assertEquals(period(next), period(code).next());
        assertEquals(period(lastYear), period(code).sameLastYear());
    }

    @ParameterizedTest
    @EnumSource(PeriodKind.class)
    void sortsByCodeAsInTime(PeriodKind kind) {
        List<Period> inTime = new ArrayList<>();
        Period period = Period.containing(kind, LocalDate.of(2024, 12, 31));
        for (int i = 0; i < 30; i++) {
            inTime.add(period);
            period = period.next();
        }
        List<String> codes = inTime.stream().map(Period::code).toList();
        assertEquals(codes, codes.stream().sorted().toList());
        List<Period> mixed = new ArrayList<>(inTime);
        Collections.reverse(mixed);
        Collections.sort(mixed);
        assertEquals(inTime, mixed);
    }

    @ParameterizedTest
    @EnumSource(PeriodKind.class)
    void containsEachOfItsDays(PeriodKind kind) {
        for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() < 2026; day = day.plusDays(1)) {
            Period period = Period.containing(kind, day);
            assertEquals(day, Collections.max(List.of(day, period.start())));
            assertEquals(day, Collections.min(List.of(day, period.end())));
            assertEquals(Optional.of(period), Period.parse(period.code()));
        }
    }

    @Test
    void rejectsWhatNoYearHas() {
        assertThrows(IllegalArgumentException.class, () -> new Period(PeriodKind.QUARTER, 2026, 5));
        assertThrows(IllegalArgumentException.class, () -> new Period(PeriodKind.YEAR, 2026, 2));
        assertThrows(IllegalArgumentException.class, () -> new Period(PeriodKind.MONTH, 1948, 1));
    }

    private static Period period(String code) {
        return Period.parse(code).orElseThrow();
    }
}
