package org.jibao.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.collect.Folder;
import org.jibao.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeriodsTest {

    private final Periods periods = new Periods(Folder.JOB, WorkingDays.china());
    private final Folder folder;
    private final Store store;

    PeriodsTest(@TempDir Path root) {
        folder = new Folder(root);
        store = folder.open();
    }

    @BeforeAll
    void collectSecondQuarter() {
        folder.receive("a.txt", "QL101 2026Q2 0 4", Instant.parse("2026-07-03T00:00:00Z"));
        folder.collect(store);
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void usualPeriodIsTheLastEndedOneThatHasReturn() {
        assertEquals("2026Q2", usual("2026-10-20T01:00:00Z"));
        assertEquals("2026Q2", usual("2027-05-20T01:00:00Z"));
    }

    @Test
    void usualPeriodIsTheLastEndedOneWhereNothingCame() {
        assertEquals("2026Q1", usual("2026-04-20T01:00:00Z"));
        // In Shanghai the quarter is over.
        assertEquals("2025Q4", usual("2025-12-31T16:00:00Z"));
        assertEquals("2025Q3", usual("2025-12-31T15:59:59Z"));
    }

    @Test
    void openPeriodsHaveEndedAndAreNotClosed() {
        assertEquals(List.of(), open("2026-09-30T01:00:00Z"));
        assertEquals(List.of("2026Q3"), open("2026-10-20T01:00:00Z"));
        assertEquals(List.of("2026Q3"), open("2026-12-09T15:59:59Z"));
        assertEquals(List.of(), open("2026-12-09T16:00:00Z"));
    }

    @Test
    void templatesAreMadeForTheRunningAndTheNextPeriod() {
        Instant now = Instant.parse("2026-10-20T01:00:00Z");
        assertEquals("2026Q4", periods.running(now).code());
        periods.checkForTemplates(Period.parse("2027Q1").orElseThrow(), now);
        Period beyond = Period.parse("2027Q2").orElseThrow();
        assertThrows(UnusableArgument.class, () -> periods.checkForTemplates(beyond, now));
        assertThrows(UnusableArgument.class, () -> periods.check(beyond.previous(), now));
    }

    private String usual(String asOf) {
        return periods.usual(store.sql(), Instant.parse(asOf)).code();
    }

    private List<String> open(String asOf) {
        return periods.open(store.sql(), Instant.parse(asOf)).stream()
                .map(Period::code)
                .toList();
    }
}
