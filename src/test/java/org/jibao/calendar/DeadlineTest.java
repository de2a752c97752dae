package org.jibao.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.jibao.finding.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {

    private static final LocalDate DUE = LocalDate.of(2026, 10, 10);

    /** The National Day holiday is from October 1 to 7; Saturday the 10th is worked instead. */
    @ParameterizedTest
    @CsvSource({
        "2026-09-30, 10, 3, 还剩 10 天（3 个工作日）, false",
        "2026-10-05, 5, 3, 还剩 5 天（3 个工作日）, false",
        "2026-10-09, 1, 1, 还剩 1 天（1 个工作日）, false",
        "2026-10-10, 0, 0, 今天截止, false",
        "2026-10-11, -1, 0, 逾期 1 天（0 个工作日）, false",
        "2026-10-20, -10, -7, 逾期 10 天（7 个工作日）, false",
        "2026-12-09, -60, -43, 逾期 60 天（43 个工作日）, false",
        "2026-12-10, -61, -44, 逾期 61 天（44 个工作日）, true"
    })
    void countsDaysAndWorkingDays(LocalDate today, long days, int workingDays, String words, boolean closed) {
        Deadline deadline = Deadline.of(DUE, DUE.plusDays(60), today, WorkingDays.china());
        assertEquals(days, deadline.days());
        assertEquals(workingDays, deadline.workingDays());
        assertEquals(words, deadline.words().zh());
        assertEquals(closed, deadline.isClosed());
    }

    @ParameterizedTest
    @CsvSource({"2026-10-09, 还剩 1 天, 1 days left", "2026-10-10, 今天截止, due today", "2026-10-12, 逾期 2 天, 2 days overdue"})
    void isShortInANarrowColumn(LocalDate today, String zh, String en) {
        assertEquals(
                new Text(zh, en),
                Deadline.of(DUE, DUE, today, WorkingDays.china()).shortWords());
    }
}
