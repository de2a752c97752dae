package org.jibao.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jibao.calendar.WorkingDays;
import org.jibao.collect.Collector;
import org.jibao.collect.Folder;
import org.jibao.run.Progress;
import org.jibao.status.ChaseList.History;
import org.jibao.status.ChaseList.Line;
import org.jibao.status.ChaseList.State;
import org.jibao.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChaseQueryTest {

    /** The afternoon of October 8, the first working day after the holiday. */
    private static final Instant BEFORE_DUE = Instant.parse("2026-10-08T08:00:00Z");

    private static final Instant AFTER_DUE = Instant.parse("2026-10-20T01:00:00Z");
    private static final Instant AFTER_CLOSE = Instant.parse("2026-12-15T01:00:00Z");

    private final Folder folder;
    private final Store store;

    ChaseQueryTest(@TempDir Path root) {
        folder = new Folder(root);
        store = folder.open();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void collect(Instant asOf) {
        new Collector(store, Folder.JOB, Folder::read, 2, 2, Progress.NONE)
                .collect(folder.listing(), Folder.THIRD, asOf);
    }

    /** Four in the second quarter, so that to carry in another number in the third is an error. */
    private void carriedOut(String unit) {
        folder.receive(unit + "-q2.txt", unit + " 2026Q2 0 4", Instant.parse("2026-07-03T00:00:00Z"));
    }

    private ChaseList list(Instant asOf) {
        return new StatusQuery(store.sql(), Folder.JOB, WorkingDays.china())
                .report(Folder.THIRD, asOf)
                .chase();
    }

    private static Line line(ChaseList list, String code) {
        return list.lines().stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shrinksAsReturnsComeAndGrowsNoMoreAfterTheClosing() {
        carriedOut("QL102");
        carriedOut("QL103");
        folder.receive("1.txt", "QL101 2026Q3 0 1", Instant.parse("2026-10-08T01:00:00Z"));
        folder.receive("2.txt", "QL102 2026Q3 5 1", Instant.parse("2026-10-08T02:00:00Z"));
        collect(BEFORE_DUE);
        folder.receive("2b.txt", "QL102 2026Q3 4 1", Instant.parse("2026-10-12T02:00:00Z"));
        folder.receive("3.txt", "QL103 2026Q3 9 1", Instant.parse("2026-10-13T02:00:00Z"));
        collect(AFTER_DUE);
        folder.receive("4.txt", "QL104 2026Q3 0 1", Instant.parse("2026-12-14T02:00:00Z"));
        collect(AFTER_CLOSE);

        ChaseList before = list(BEFORE_DUE);
        assertEquals("还剩 2 天（2 个工作日）", before.deadline().words().zh());
        assertEquals(List.of(49L, 1L, 0L, 47L, 1L, 0L), counts(before));
        assertEquals("2.txt", line(before, "QL102").file());
        assertEquals(1, line(before, "QL102").errors());

        ChaseList after = list(AFTER_DUE);
        assertEquals("逾期 10 天（7 个工作日）", after.deadline().words().zh());
        assertEquals(List.of(49L, 2L, 1L, 46L, 1L, 0L), counts(after));
        assertEquals(State.RETURNED, line(after, "QL103").state());

        ChaseList closed = list(AFTER_CLOSE);
        assertTrue(closed.deadline().isClosed());
        assertEquals("逾期 66 天（47 个工作日）", closed.deadline().words().zh());
        assertEquals(List.of(49L, 2L, 1L, 45L, 1L, 1L), counts(closed));
        assertEquals("4.txt", line(closed, "QL104").file());
    }

    private static List<Long> counts(ChaseList list) {
        return List.of(
                list.expected(),
                list.accepted(),
                list.late(),
                list.count(State.MISSING),
                list.count(State.RETURNED),
                list.count(State.AFTER_CLOSE));
    }

    @Test
    void saysWhatIsToBeMendedFirstAndWhere() {
        carriedOut("QL102");
        folder.receive("2.txt", "QL102 2026Q3 5 1");
        collect(AFTER_DUE);
        Line returned = line(list(AFTER_DUE), "QL102");
        assertEquals(
                "表二!B3",
                returned.first() == null ? "" : returned.first().place().toString());
        assertFalse(returned.first() == null || returned.first().cure().zh().isEmpty());
        assertEquals("党政综合办公室", returned.contact().name());
    }

    @Test
    void knowsHowOftenAUnitWasLateOrSentNothingInEightPeriods() {
        for (String quarter : List.of("2024Q2", "2024Q3", "2024Q4", "2025Q1", "2025Q2", "2025Q3")) {
            folder.receive(quarter + "-1.txt", "QL101 " + quarter + " 0 0", inTime(quarter));
        }
        folder.receive("a.txt", "QL102 2025Q4 0 1", Instant.parse("2026-01-20T00:00:00Z"));
        folder.receive("b.txt", "QL102 2026Q1 1 2", Instant.parse("2026-04-08T00:00:00Z"));
        folder.receive("c.txt", "QL102 2026Q2 5 1", Instant.parse("2026-07-08T00:00:00Z"));
        collect(AFTER_DUE);
        ChaseList list = list(AFTER_DUE);
        assertEquals(new History(8, 0, 3), line(list, "QL101").history());
        assertEquals(new History(8, 1, 6), line(list, "QL102").history());
        assertEquals(new History(8, 0, 8), line(list, "QL103").history());
        assertEquals("QL103", list.lines().get(0).code());
        assertEquals("QL101", list.lines().get(48).code());
    }

    /** The second day of the quarter after it. */
    private static Instant inTime(String quarter) {
        return org.jibao.calendar.Period.parse(quarter)
                .orElseThrow()
                .end()
                .plusDays(2)
                .atStartOfDay(Folder.JOB.zone())
                .toInstant();
    }
}
