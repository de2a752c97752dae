package org.jibao.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jibao.schedule.ScheduledJob.Timetable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimetableTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "0 30 1 * * *,       2026-10-20T01:29:59, 2026-10-19T01:30",
        "0 30 1 * * *,       2026-10-20T01:30:00, 2026-10-20T01:30",
        "* * * * * *,        2026-10-20T01:30:07, 2026-10-20T01:30:07",
        "0 0 3 1 1 *,        2026-10-20T00:00:00, 2026-01-01T03:00",
        "0 0 3 29 2 *,       2026-10-20T00:00:00, 2024-02-29T03:00",
        "0 15 6-8 ? * MON,   2026-10-20T00:00:00, 2026-10-19T08:15"
    })
    void knowsTheLastTime(String expression, LocalDateTime now, LocalDateTime last) {
        Timetable timetable = new Timetable(expression, CHINA);
        assertEquals(Optional.of(instant(last)), timetable.last(instant(now)));
    }

    @Test
    void hasNoLastTimeWhereNoneEverComes() {
        assertEquals(
                Optional.empty(), new Timetable("0 0 3 31 2 *", CHINA).last(Instant.parse("2026-10-20T00:00:00Z")));
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(CHINA).toInstant();
    }
}
