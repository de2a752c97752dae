package org.jibao.status;

import static org.jibao.status.StatusReport.State.LATE;
import static org.jibao.status.StatusReport.State.MISSING;
import static org.jibao.status.StatusReport.State.ON_TIME;
import static org.jibao.status.StatusReport.State.RETURNED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jibao.calendar.WorkingDays;
import org.jibao.collect.Folder;
import org.jibao.status.StatusReport.State;
import org.jibao.status.StatusReport.UnitLine;
import org.jibao.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatusQueryTest {

    private final Folder folder;
    private final Store store;

    StatusQueryTest(@TempDir Path root) {
        folder = new Folder(root);
        store = folder.open();
    }

    @BeforeAll
    void collect() {
        folder.receive("q2.txt", "QL102 2026Q2 0 4", Instant.parse("2026-07-03T00:00:00Z"));
        folder.receive("1.txt", "QL101 2026Q3 0 1", Instant.parse("2026-10-10T15:59:59Z"));
        folder.receive("1b.txt", "QL101 2026Q3 0 2", Instant.parse("2026-10-15T00:00:00Z"));
        folder.receive("2.txt", "QL102 2026Q3 5 1", Instant.parse("2026-10-09T00:00:00Z"));
        folder.receive("3.txt", "QL103 2026Q3 0 1", Instant.parse("2026-10-10T16:00:00Z"));
        folder.receive("4.txt", "nobody's");
        folder.collect(store);
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void tellsWhereEachUnitStands() {
        StatusReport report = report(Folder.NOW);
        assertEquals(LocalDate.of(2026, 10, 10), report.due());
        assertEquals(List.of(ON_TIME, RETURNED, LATE, MISSING), states(report).subList(0, 4));
        assertEquals(49, report.expected());
        assertEquals(2, report.received());
        assertEquals(46, report.count(MISSING));
        UnitLine first = report.units().get(0);
        assertEquals("1b.txt", first.file());
        assertEquals(2, first.revisions());
        assertEquals(1, report.units().get(1).errors());
        assertEquals(
                List.of("4.txt"),
                report.rejected().stream().map(StatusReport.RejectedFile::file).toList());
    }

    @Test
    void knowsNothingOfWhatWasReceivedLater() {
        assertEquals(46, report(Folder.NOW.minusSeconds(1)).count(MISSING));
        assertEquals(49, report(Instant.parse("2026-10-01T00:00:00Z")).count(MISSING));
    }

    private StatusReport report(Instant asOf) {
        return new StatusQuery(store.sql(), Folder.JOB, WorkingDays.china()).report(Folder.THIRD, asOf);
    }

    private static List<State> states(StatusReport report) {
        return report.units().stream().map(UnitLine::state).toList();
    }
}
