package org.jibao.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jibao.collect.Folder;
import org.jibao.store.Decision;
import org.jibao.store.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A return whose rule looks back is judged anew, dated by the event, when what it looks at changes. */
class JudgedAnewTest {

    private static final Instant JULY = Instant.parse("2026-07-03T00:00:00Z");
    private static final Instant SEPTEMBER = Instant.parse("2026-09-05T00:00:00Z");
    private static final Instant OCTOBER = Instant.parse("2026-10-09T00:00:00Z");

    private final Folder folder;
    private final Store store;

    JudgedAnewTest(@TempDir Path root) {
        folder = new Folder(root);
        store = folder.open();
    }

    @AfterEach
    void closes() {
        store.close();
    }

    @Test
    void judgesByWhatWasReceivedBeforeThoughItWasTakenInLater() {
        folder.receive("third.txt", "QL101 2026Q3 5 1", OCTOBER);
        folder.collect(store);
        assertEquals(List.of("third.txt accepted"), at(Folder.NOW));
        folder.receive("second.txt", "QL101 2026Q2 0 4", JULY);
        folder.collect(store);
        assertEquals(List.of("second.txt accepted", "third.txt returned"), at(Folder.NOW));
        assertEquals(List.of("second.txt accepted", "third.txt returned"), at(OCTOBER));
        assertEquals(
                1,
                store.sql()
                        .query("SELECT count(*) FROM intake.judgement WHERE submission = 1")
                        .number());
    }

    @Test
    void countsWhatWasReturnedOnceItsPredecessorIsCorrectedAndWhatIsSentAgainThen() {
        folder.receive("second.txt", "QL101 2026Q2 0 4", JULY);
        folder.receive("third.txt", "QL101 2026Q3 5 1", OCTOBER);
        folder.collect(store);
        assertEquals(List.of("second.txt accepted", "third.txt returned"), at(Folder.NOW));
        decide(Decision.Kind.REOPEN, "2026Q2", null, OCTOBER.plusSeconds(60));
        folder.receive("corrected.txt", "QL101 2026Q2 0 5", OCTOBER.plusSeconds(120));
        folder.receive("again.txt", "QL101 2026Q3 5 1", OCTOBER.plusSeconds(180));
        folder.receive("and again.txt", "QL101 2026Q3 5 1", OCTOBER.plusSeconds(240));
        folder.collect(store);
        assertEquals(List.of("second.txt accepted", "third.txt returned"), at(OCTOBER.plusSeconds(119)));
        assertEquals(
                List.of("second.txt accepted", "third.txt accepted", "corrected.txt accepted"),
                at(OCTOBER.plusSeconds(120)));
        assertEquals(
                List.of(
                        "second.txt accepted",
                        "third.txt accepted",
                        "corrected.txt accepted",
                        "again.txt accepted",
                        "and again.txt duplicate"),
                at(Folder.NOW));
    }

    @Test
    void returnsAnewWhatRestedOnAWithdrawnCorrection() {
        folder.receive("second.txt", "QL101 2026Q2 0 4", JULY);
        folder.receive("corrected.txt", "QL101 2026Q2 0 5", SEPTEMBER);
        folder.receive("third.txt", "QL101 2026Q3 5 1", OCTOBER);
        folder.receive("fourth.txt", "QL101 2026Q4 1 1", OCTOBER.plusSeconds(1));
        folder.collect(store);
        assertEquals("third.txt accepted", at(Folder.NOW).get(2));
        decide(Decision.Kind.WITHDRAW, "2026Q2", 2L, OCTOBER.plusSeconds(60));
        assertEquals("third.txt returned", at(Folder.NOW).get(2));
        assertEquals("third.txt accepted", at(OCTOBER.plusSeconds(59)).get(2));
        assertEquals(
                List.of(),
                store.sql()
                        .query(
                                "SELECT code FROM intake.finding_at(?) WHERE submission = 3 AND severity = 'error'",
                                OCTOBER)
                        .rows());
    }

    @Test
    void leavesCopiesOfKnownFilesAlone() {
        folder.receive("a.txt", "QL101 2026Q3 0 1", OCTOBER);
        folder.receive("b.txt", "QL101 2026Q3 0 2", OCTOBER.plusSeconds(60));
        folder.collect(store);
        folder.receive("a.txt", "QL101 2026Q3 0 1", OCTOBER.plusSeconds(3600));
        folder.receive("b.txt", "QL101 2026Q3 0 2", OCTOBER.plusSeconds(3599));
        assertEquals(List.of(), folder.collect(store).files());
    }

    @Test
    void takesOldBytesUnderTheirNameAgainOnceOthersHadComeUnderIt() {
        folder.receive("a.txt", "QL101 2026Q3 0 1", OCTOBER);
        folder.collect(store);
        folder.receive("a.txt", "QL101 2026Q3 0 2", OCTOBER.plusSeconds(60));
        folder.collect(store);
        folder.receive("a.txt", "QL101 2026Q3 0 1", OCTOBER.plusSeconds(120));
        folder.collect(store);
        assertEquals(
                3,
                store.sql()
                        .query(
                                "SELECT revision::BIGINT FROM intake.standing_at(?) WHERE standing = 'counted'",
                                Folder.NOW)
                        .number());
    }

    private void decide(Decision.Kind kind, String period, @Nullable Long submission, Instant at) {
        store.inTransaction(() -> new Decisions(store, Folder.JOB, at)
                .enter(new Decision(kind, "QL101", period, submission, null, null, null, null, "reason", "officer")));
    }

    private List<String> at(Instant moment) {
        return store
                .sql()
                .query("SELECT file, verdict FROM intake.standing_at(?) ORDER BY received_at", moment)
                .rows()
                .stream()
                .map(row -> row.get(0) + " " + row.get(1))
                .toList();
    }
}
