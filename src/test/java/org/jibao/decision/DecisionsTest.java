package org.jibao.decision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.checking.Verdict;
import org.jibao.collect.CollectOutcome;
import org.jibao.decision.Decisions.DecisionOutcome;
import org.jibao.decision.Decisions.Ruling;
import org.jibao.run.DecidedFolder;
import org.jibao.run.UnusableArgument;
import org.jibao.status.HistoryReport.Changes;
import org.jibao.status.HistoryReport.OfPeriod;
import org.jibao.status.StatusReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What officers decide about returns: 2026Q2 is due on 2026-07-10 and closes on 2026-09-08. */
class DecisionsTest {

    private static final Instant JULY_8 = Instant.parse("2026-07-08T01:00:00Z");
    private static final Instant JULY_9 = Instant.parse("2026-07-09T01:00:00Z");
    private static final Instant JULY_10 = Instant.parse("2026-07-10T01:00:00Z");
    private static final Instant JULY_13 = Instant.parse("2026-07-13T01:00:00Z");
    private static final Instant AFTER_CLOSE = Instant.parse("2026-09-09T01:00:00Z");
    private static final Instant LATER = Instant.parse("2026-09-15T01:00:00Z");
    private static final Ruling RULING = new Ruling("核对过原件", "张三");
    private static final Optional<String> ANY = Optional.empty();

    private final DecidedFolder folder;

    DecisionsTest(@TempDir Path root) throws IOException {
        folder = new DecidedFolder(root);
    }

    @Test
    void threeRevisionsGiveThreeSummariesEachReproducedAfterAllThatCameLater() {
        folder.receive("1.txt", "QL101 2026Q2 issued=120 disclosed=80", JULY_8);
        byte[] first = folder.summary(JULY_8);
        folder.receive("2.txt", "QL101 2026Q2 issued=121 disclosed=80 warning=13900000000", JULY_9);
        byte[] second = folder.summary(JULY_9);
        folder.receive("3.txt", "QL101 2026Q2 issued=121 disclosed=81 warning=13900000000", JULY_10);
        byte[] third = folder.summary(JULY_10);
        assertRevisions(List.of(
                "青岚县 Documents disclosed 66.12% 66.94% +0.83 points 青岚县砚雨镇 2→3",
                "Townships Documents disclosed 66.12% 66.94% +0.83 points 青岚县砚雨镇 2→3",
                "青岚县砚雨镇 Documents disclosed 66.12% 66.94% +0.83 points 青岚县砚雨镇 2→3"));
        folder.jibao(JULY_13).accept("QL101", ANY, ANY, RULING);
        folder.jibao(JULY_13).withdraw(3, RULING);
        folder.receive("late.txt", "QL102 2026Q2 issued=5 disclosed=5", AFTER_CLOSE);
        folder.jibao(LATER).reopen("QL102", RULING);
        folder.receive("4.txt", "QL101 2026Q2 issued=1 disclosed=1", LATER);
        assertArrayEquals(first, folder.summary(JULY_8));
        assertArrayEquals(second, folder.summary(JULY_9));
        assertArrayEquals(third, folder.summary(JULY_10));
        try (var store = folder.open()) {
            assertEquals(
                    List.of(List.of(JULY_8), List.of(JULY_9), List.of(JULY_10)),
                    store.sql()
                            .query("SELECT as_of FROM intake.publication ORDER BY id")
                            .rows());
        }
    }

    /** What the sheet of revisions lists, by the query that fills it. */
    private void assertRevisions(List<String> expected) {
        try (var store = folder.open()) {
            assertEquals(
                    expected,
                    store.sql().query(folder.table("revisions")).rows().stream()
                            .map(row -> row.get(1) + " " + row.get(3) + " " + row.get(4) + " " + row.get(7) + " "
                                    + row.get(9) + " " + row.get(11))
                            .toList());
        }
    }

    @Test
    void historyNamesTheChangedCellsAndNoOther() {
        folder.put("1.txt", "QL101 2026Q2 issued=120 disclosed=80 entry=a:message entry=b:message", JULY_8);
        folder.put("2.txt", "QL101 2026Q2 issued=121 disclosed=80 entry=b:hotline entry=c:message", JULY_9);
        folder.receive(
                "3.txt", "QL101 2026Q2 issued=121 disclosed=80 entry=b:hotline entry=c:message warning=1", JULY_10);
        List<Changes> changes = history("QL101", JULY_10).changes();
        assertEquals(2, changes.size());
        assertEquals(
                List.of("表一 公文公开/本期制发公文/公文件数 表一 主动公开!B31 120 → 121"),
                changes.get(0).cells().stream()
                        .map(cell -> cell.form().zh() + "/" + cell.row().zh() + "/"
                                + cell.column().zh() + " " + cell.place() + " " + cell.before() + " → " + cell.after())
                        .toList());
        assertEquals(
                List.of(
                        "REMOVED a 留言台账!4:4 [编号 a→, 类别 留言→]",
                        "CHANGED b 留言台账!4:4 [类别 留言→热线]",
                        "ADDED c 留言台账!5:5 [编号 →c, 类别 →留言]"),
                changes.get(0).entries().stream()
                        .map(entry -> entry.kind() + " " + entry.key() + " " + entry.place() + " "
                                + entry.fields().stream()
                                        .map(field -> field.field().zh() + " "
                                                + field.before().zh() + "→"
                                                + field.after().zh())
                                        .toList())
                        .toList());
        assertTrue(changes.get(1).none());
    }

    @Test
    void withdrawalPutsTheRevisionBeforeBackAndIsTakenOnce() {
        folder.put("1.txt", "QL101 2026Q2 issued=120 disclosed=80", JULY_8);
        folder.receive("2.txt", "QL101 2026Q2 issued=121 disclosed=80", JULY_9);
        assertEquals(List.of("superseded", "counted"), standings("QL101", JULY_9));
        assertTrue(folder.jibao(JULY_10).withdraw(2, RULING).changed());
        assertEquals(List.of("counted", "withdrawn"), standings("QL101", JULY_10));
        assertEquals(List.of("superseded", "counted"), standings("QL101", JULY_9));
        DecisionOutcome again = folder.jibao(JULY_13).withdraw(2, RULING);
        assertFalse(again.changed());
        assertEquals(
                "submission 2 is withdrawn already (by 张三 on 2026-07-10 09:00: 核对过原件); nothing was changed",
                again.lines().get(0).en());
        assertTrue(folder.jibao(JULY_13).withdraw(1, RULING).changed());
        assertEquals(
                StatusReport.State.RETURNED,
                folder.jibao(JULY_13).status().units().get(0).state());
        assertEquals(2, history("QL101", JULY_13).decisions().size());
    }

    @Test
    void sameBytesSentAgainAfterWithdrawalAreTakenAnew() {
        folder.put("1.txt", "QL101 2026Q2 issued=120 disclosed=80", JULY_8);
        folder.receive("copy.txt", "QL101 2026Q2 issued=120 disclosed=80", JULY_9);
        folder.jibao(JULY_10).withdraw(1, RULING);
        assertEquals(List.of(), folder.collect(JULY_13).files());
        assertEquals(
                Verdict.ACCEPTED,
                folder.receive("again.txt", "QL101 2026Q2 issued=120 disclosed=80", JULY_13)
                        .files()
                        .get(0)
                        .verdict());
        assertEquals(List.of("withdrawn", "duplicate", "counted"), standings("QL101", JULY_13));
        assertEquals(
                Verdict.DUPLICATE,
                folder.receive("1.txt", "QL101 2026Q2 issued=120 disclosed=80", AFTER_CLOSE)
                        .files()
                        .get(0)
                        .verdict());
    }

    @Test
    void returnAfterClosingIsKeptAndCountsOnceThePeriodIsReopened() {
        folder.put("1.txt", "QL101 2026Q2 issued=120 disclosed=80", JULY_8);
        folder.put("2.txt", "QL101 2026Q2 issued=130 disclosed=80", AFTER_CLOSE);
        CollectOutcome collected = folder.receive("3.txt", "QL102 2026Q2 issued=5 disclosed=5", AFTER_CLOSE);
        assertEquals(2, collected.afterClose());
        assertEquals(Map.of(Verdict.ACCEPTED, 1L), collected.byVerdict());
        assertEquals(List.of("counted", "after_close"), standings("QL101", AFTER_CLOSE));
        StatusReport status = folder.jibao(AFTER_CLOSE).status();
        assertEquals(1, status.received());
        assertEquals(StatusReport.State.AFTER_CLOSE, status.units().get(1).state());
        assertTrue(folder.jibao(LATER).reopen("QL101", RULING).changed());
        assertFalse(folder.jibao(LATER).reopen("QL101", RULING).changed());
        assertEquals(List.of("superseded", "counted"), standings("QL101", LATER));
        assertEquals(List.of("counted", "after_close"), standings("QL101", LATER.minusSeconds(1)));
        assertEquals(List.of("after_close"), standings("QL102", LATER));
        assertEquals(
                Verdict.ACCEPTED,
                folder.receive("4.txt", "QL101 2026Q2 issued=131 disclosed=80", LATER)
                        .files()
                        .get(0)
                        .verdict());
        assertEquals(List.of("superseded", "superseded", "counted"), standings("QL101", LATER));
    }

    @Test
    void acceptanceHoldsWhileTheValueStaysAndLapsesWithIt() {
        folder.receive("1.txt", "QL101 2026Q2 issued=120 disclosed=80 warning=139", JULY_8);
        assertEquals(List.of("1 true null"), findings(JULY_8));
        assertTrue(folder.jibao(JULY_9)
                .accept("QL101", Optional.of("cell-sensitive"), Optional.of("台账!b6"), RULING)
                .changed());
        assertFalse(folder.jibao(JULY_9).accept("1.txt", ANY, ANY, RULING).changed());
        folder.put("2.txt", "QL101 2026Q2 issued=121 disclosed=80 warning=139", JULY_10);
        folder.receive("3.txt", "QL101 2026Q2 issued=121 disclosed=80 warning=138", JULY_13);
        assertEquals(List.of("1 false 张三", "2 false 张三", "3 true null"), findings(JULY_13));
        assertEquals(List.of("1 true null"), findings(JULY_8));
    }

    @Test
    void unitsOwnExplanationHoldsLikewiseAndIsKeptBesideTheOfficers() {
        folder.put("1.txt", "QL101 2026Q2 issued=120 disclosed=80 warning=139 explained=系公开电话", JULY_8);
        folder.receive("2.txt", "QL101 2026Q2 issued=121 disclosed=80 warning=139", JULY_9);
        folder.jibao(JULY_10).accept("QL101", ANY, ANY, RULING);
        String unit = folder.job().roster().byCode("QL101").orElseThrow().name();
        try (var store = folder.open()) {
            store.parameter("quarterly-disclosure", DecidedFolder.SECOND, JULY_10);
            assertEquals(
                    List.of(List.of(2L, "系公开电话；核对过原件", unit + "、张三", JULY_10)),
                    store.sql()
                            .query("SELECT submission, explanation, explained_by, explained_at FROM returns.findings"
                                    + " WHERE current AND severity = 'warning' AND code = 'cell-sensitive'")
                            .rows());
        }
    }

    @Test
    void refusesWhatCannotBeDecidedAndSaysWhy() {
        folder.receive("1.txt", "QL101 2026Q2 issued=120 disclosed=80 error=x", JULY_8);
        assertRefused("cannot be accepted", () -> folder.jibao(JULY_9)
                .accept("QL101", Optional.of("cell-blank"), ANY, RULING));
        assertRefused("has no such warning; those it has: none", () -> folder.jibao(JULY_9)
                .accept("QL101", Optional.of("requests.carried"), ANY, RULING));
        assertRefused("for 2026Q2 there is no return of \"QL102\"", () -> folder.jibao(JULY_9)
                .accept("QL102", ANY, ANY, RULING));
        assertRefused("was never accepted", () -> folder.jibao(JULY_9).withdraw(1, RULING));
        assertRefused("has no submission 7", () -> folder.jibao(JULY_9).withdraw(7, RULING));
        assertRefused("is open until 2026-09-08", () -> folder.jibao(JULY_9).reopen("QL101", RULING));
        assertRefused("cannot be dated back", () -> folder.jibao(JULY_8.minusSeconds(1))
                .withdraw(1, RULING));
        assertRefused("neither may be empty", () -> new Ruling(" ", "张三"));
        String name = folder.job().roster().byCode("QL101").orElseThrow().name();
        assertRefused("the nearest is \"" + name + "\"", () -> folder.jibao(JULY_9)
                .history(name.substring(0, name.length() - 1)));
        try (var store = folder.open()) {
            assertEquals(
                    0, store.sql().query("SELECT count(*) FROM intake.decision").number());
        }
    }

    @Test
    void strayReturnOfLongAgoStretchesNoSummaryAndOneBeforeItsPeriodIsRejected() {
        folder.put("1.txt", "QL101 2026Q2 issued=120 disclosed=80", JULY_8);
        folder.put("early.txt", "QL101 2026Q4 issued=120 disclosed=80", JULY_8);
        CollectOutcome collected = folder.receive("old.txt", "QL102 2019Q1 issued=120 disclosed=80", JULY_9);
        assertEquals(Map.of(Verdict.ACCEPTED, 1L, Verdict.REJECTED, 1L), collected.byVerdict());
        assertEquals(1, collected.afterClose());
        folder.summary(JULY_9);
        try (var store = folder.open()) {
            assertEquals(
                    List.of(List.of("2026Q2")),
                    store.sql().query("SELECT period FROM intake.period").rows());
        }
        assertEquals(
                Optional.of("after_close"),
                folder.jibao(JULY_9, Period.parse("2019Q1").orElseThrow()).history("QL102").periods().stream()
                        .map(period -> period.submissions().get(0).standing())
                        .findFirst());
    }

    private static void assertRefused(String why, Runnable work) {
        UnusableArgument e = assertThrows(UnusableArgument.class, work::run);
        assertTrue(e.text().en().contains(why), e.text().en());
    }

    private OfPeriod history(String unit, Instant asOf) {
        return folder.jibao(asOf).history(unit).periods().get(0);
    }

    private List<String> standings(String unit, Instant asOf) {
        try (var store = folder.open()) {
            return store
                    .sql()
                    .query("SELECT standing FROM intake.standing_at(?) WHERE unit = ? ORDER BY id", asOf, unit)
                    .rows()
                    .stream()
                    .map(row -> String.valueOf(row.get(0)))
                    .toList();
        }
    }

    /** Of each submission: its warning's number, whether it is unexplained, and who has explained it. */
    private List<String> findings(Instant asOf) {
        try (var store = folder.open()) {
            store.parameter("quarterly-disclosure", DecidedFolder.SECOND, asOf);
            return store
                    .sql()
                    .query("SELECT submission, unexplained, explained_by FROM returns.findings WHERE code ="
                            + " 'cell-sensitive' ORDER BY submission")
                    .rows()
                    .stream()
                    .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
                    .toList();
        }
    }
}
