package org.jibao.run.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MissedRunsTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final MissedRuns EVERY_NIGHT = new MissedRuns("0 30 1 * * *", CHINA);

    @Test
    void namesTheNightsWithoutARun() {
        List<RunRecord> runs = nightly("2026-10-01T01:30", "2026-10-02T01:31", "2026-10-05T01:30");
        assertEquals(times("2026-10-03T01:30", "2026-10-04T01:30"), EVERY_NIGHT.missed(runs, time("2026-10-05T12:00")));
    }

    @Test
    void takesALateRunForTheOneThatWasDue() {
        List<RunRecord> runs = nightly("2026-10-01T01:30", "2026-10-02T09:00");
        assertEquals(List.of(), EVERY_NIGHT.missed(runs, time("2026-10-02T12:00")));
    }

    @Test
    void expectsNothingOfAJobThatNeverRanAtNight() {
        assertEquals(List.of(), EVERY_NIGHT.missed(List.of(run("run", "2026-10-01T01:30")), time("2026-10-05T12:00")));
    }

    @Test
    void missesARunOnlyOnceItsTimeHasCome() {
        List<RunRecord> runs = nightly("2026-10-01T01:30");
        assertEquals(List.of(), EVERY_NIGHT.missed(runs, time("2026-10-02T01:29")));
        assertEquals(times("2026-10-02T01:30"), EVERY_NIGHT.missed(runs, time("2026-10-02T01:32")));
    }

    @Test
    void listsTheLastHundredOfAYearWithoutRuns() {
        List<Instant> missed = EVERY_NIGHT.missed(nightly("2026-01-01T01:30"), time("2026-12-31T12:00"));
        assertEquals(100, missed.size());
        assertEquals(time("2026-12-31T01:30"), missed.get(99));
    }

    /** The ledger is in the order in which things happened; its times are what the clock said. */
    @Test
    void isNotDeceivedByClocksThatWereWrong() {
        List<RunRecord> ahead = nightly("2031-10-01T01:30", "2026-10-01T01:30");
        assertEquals(times("2026-10-02T01:30"), EVERY_NIGHT.missed(ahead, time("2026-10-02T12:00")));
        List<RunRecord> reset = nightly("1970-01-01T08:05", "2026-10-01T01:30");
        assertEquals(List.of(), EVERY_NIGHT.missed(reset, time("2026-10-01T12:00")));
    }

    @Test
    void countsInTheZoneOfTheJob() {
        assertEquals(
                Optional.of(Instant.parse("2026-10-01T17:30:00Z")),
                EVERY_NIGHT.next(Instant.parse("2026-10-01T17:29:59Z")));
    }

    private static List<RunRecord> nightly(String... begun) {
        List<RunRecord> runs = new ArrayList<>();
        for (String time : begun) {
            runs.add(run("nightly", time));
        }
        return runs;
    }

    private static RunRecord run(String command, String begun) {
        Instant at = time(begun);
        return new RunRecord(
                begun,
                command,
                "job",
                at,
                at,
                1,
                at,
                RunRecord.State.DONE,
                null,
                Map.of(),
                null,
                0,
                0,
                0,
                Map.of(),
                0,
                null,
                List.of());
    }

    private static List<Instant> times(String... texts) {
        return List.of(texts).stream().map(MissedRunsTest::time).toList();
    }

    private static Instant time(String local) {
        return LocalDateTime.parse(local).atZone(CHINA).toInstant();
    }
}
