package org.jibao.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.collect.Folder;
import org.jibao.status.OpenWork.Item;
import org.jibao.status.OpenWork.Unlikely;
import org.jibao.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two units have reported, one of them with a figure that is unlikely; the others are missing. */
class OpenQueryTest {

    private static final String JOB = Folder.JOB.id();

    private final Folder folder;
    private final Store store;

    OpenQueryTest(@TempDir Path root) {
        folder = new Folder(root);
        store = folder.open();
        folder.receive("1.txt", "QL101 2026Q3 0 1");
        folder.receive("2.txt", "QL102 2026Q3 0 1");
        folder.collect(store);
        store.parameter(JOB, Folder.THIRD, Folder.NOW);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private OpenTables tables() {
        return new OpenTables(store.sql(), "2026Q3");
    }

    private StatusReport report() {
        return report(Folder.THIRD, Folder.NOW);
    }

    private StatusReport report(Period period, Instant asOf) {
        return new StatusQuery(store.sql(), Folder.JOB, WorkingDays.china()).report(period, asOf);
    }

    private static List<String> items(OpenWork open) {
        return open.items().stream().map(OpenQueryTest::line).toList();
    }

    private static String line(Item item) {
        return "%s %s %s %.3f"
                .formatted(
                        item.unit(),
                        item.unlikely() ? item.fingerprint() : "-",
                        item.effect() == null ? "" : item.effect().percent(),
                        item.covered());
    }

    @Test
    void knowsNothingWhereThereAreNoTables() {
        StatusReport report = report();
        assertTrue(report.open().isEmpty());
        assertEquals(Optional.empty(), report.open().sentence());
        assertEquals("", report.open().digest());
        // As before: those who were least reliable, then by the roster.
        assertEquals("QL103", report.chase().lines().get(0).code());
    }

    @Test
    void putsTheUnitsOfOneStateInTheOrderOfTheirEffects() {
        tables().missing(1, "QL110", 0.3, 0.6).missing(2, "QL302", 0.15, 0.9).missing(3, "QL104", 0.05, 1);
        ChaseList chase = report().chase();
        assertEquals(
                List.of("QL110 30.0%", "QL302 15.0%", "QL104 5.0%"),
                chase.lines().stream()
                        .limit(3)
                        .map(line -> line.code() + " "
                                + (line.effect() == null ? "" : line.effect().percent()))
                        .toList());
        assertEquals("QL103", chase.lines().get(3).code());
        assertEquals(47, chase.lines().size());
    }

    @Test
    void saysWhatToSettleFirst() {
        tables().missing(1, "QL110", 0.3, 0.6).missing(2, "QL302", 0.15, 0.9).missing(3, "QL104", 0.05, 1);
        assertEquals(
                "先办青岚县半夏乡、青岚县发展和改革局：这 2 家占待核影响的 90.0%。",
                report().open().sentence().orElseThrow().zh());
        assertEquals(
                "Settle first: 青岚县半夏乡, 青岚县发展和改革局. Settling these 2 units covers 90.0% of what is open.",
                report().open().sentence().orElseThrow().en());
    }

    @Test
    void leavesOutWhatHasBeenSettledSince() {
        // QL101 was missing when its period was summarized, and has reported since.
        tables().missing(1, "QL101", 0.4, 0.5).missing(2, "QL110", 0.3, 0.875).unlikely(3, "QL102", "a", 0.1, 1);
        assertEquals(List.of("QL110 - 30.0% 1.000"), items(report().open()));
        assertEquals(
                "Settle first: 青岚县半夏乡. That covers 100.0% of what is open.",
                report().open().sentence().orElseThrow().en());
    }

    @Test
    void listsUnlikelyFiguresByEffect() {
        tables().figure(JOB, "QL101", "a", "B31", "tenfold")
                .figure(JOB, "QL102", "b", "B32", null)
                .unlikely(1, "QL102", "b", 0.2, 0.8)
                .unlikely(2, "QL101", "a", 0.05, 1);
        OpenWork open = report().open();
        assertEquals(List.of("QL102 b 20.0% 0.800", "QL101 a 5.0% 1.000"), items(open));
        assertEquals(
                List.of("b", "a"),
                open.unlikely().stream().map(Unlikely::fingerprint).toList());
        Unlikely figure = open.unlikely().get(1);
        assertEquals("表一 主动公开!B31", figure.place().toString());
        assertEquals("321.5（310—338.25）", figure.range().zh());
        assertEquals("A nought too many; without it 324", figure.slipWords().en());
        assertEquals("与以往不符", open.unlikely().get(0).slipWords().zh());
        assertEquals("党政综合办公室", figure.contact().name());
    }

    @Test
    void listsUnlikelyFiguresWhereNoEffectsAreKnown() {
        tables().figure(JOB, "QL101", "a", "B31", "shaken");
        OpenWork open = report().open();
        assertEquals(List.of(), items(open));
        assertEquals(1, open.unlikely().size());
        // A slip that this version does not know is shown as it is.
        assertEquals("shaken；应为 324", open.unlikely().get(0).slipWords().zh());
        assertFalse(open.isEmpty());
        assertEquals(Optional.empty(), open.first());
    }

    @Test
    void asksNoMoreWhatAnOfficerHasAnswered() {
        tables().figure(JOB, "QL101", "a", "B31", "tenfold").unlikely(1, "QL101", "a", 0.2, 1);
        store.sql()
                .execute(
                        "INSERT INTO intake.decision (id, job, kind, fingerprint, reason, decided_by, decided_at) VALUES (1, ?, 'accept', 'a', 'right', 'Wang', ?)",
                        JOB,
                        Folder.NOW);
        assertTrue(report().open().isEmpty());
    }

    @Test
    void saysNothingOfAnotherPeriodOrAnotherJob() {
        tables().missing(1, "QL110", 0.3, 1);
        assertTrue(report(Folder.THIRD.previous(), Folder.NOW).open().isEmpty());
        store.sql().execute("UPDATE outlook.open SET job = 'another'");
        assertTrue(report().open().isEmpty());
    }

    @Test
    void namesNoMoreThanFiveUnits() {
        OpenTables tables = tables();
        for (int i = 1; i <= 30; i++) {
            tables.missing(i, "QL" + (302 + i), 0.01, i / 30.0);
        }
        OpenWork.First first = report().open().first().orElseThrow();
        assertEquals(20, first.items());
        assertEquals(30, first.all());
        String sentence = report().open().sentence().orElseThrow().zh();
        assertEquals(4, sentence.chars().filter(sign -> sign == '、').count(), sentence);
        assertTrue(sentence.endsWith("等：这 20 家占待核影响的 66.7%。"), sentence);
    }
}
