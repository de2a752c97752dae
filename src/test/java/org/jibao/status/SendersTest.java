package org.jibao.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jibao.calendar.WorkingDays;
import org.jibao.collect.CollectOutcome;
import org.jibao.decision.Decisions.DecisionOutcome;
import org.jibao.decision.Decisions.Ruling;
import org.jibao.deliver.OfficersLetter;
import org.jibao.finding.Language;
import org.jibao.run.DecidedFolder;
import org.jibao.run.UnusableArgument;
import org.jibao.status.HeldQuery.HeldFile;
import org.jibao.status.StatusReport.State;
import org.jibao.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody reports in another's name. QL101 is 砚雨镇, QL102 is 望舒镇; the second quarter is due on 10 July. */
class SendersTest {

    private static final Instant JULY_8 = Instant.parse("2026-07-08T01:00:00Z");
    private static final Instant JULY_9 = Instant.parse("2026-07-09T01:00:00Z");
    private static final Instant JULY_10 = Instant.parse("2026-07-10T01:00:00Z");
    private static final Instant JULY_13 = Instant.parse("2026-07-13T01:00:00Z");
    private static final Instant JULY_14 = Instant.parse("2026-07-14T01:00:00Z");
    private static final Ruling RULING = new Ruling("电话核实", "张三");
    private static final Optional<String> ANY = Optional.empty();
    private static final String PERIOD = DecidedFolder.SECOND.code();

    private final DecidedFolder folder;

    SendersTest(@TempDir Path root) throws IOException {
        folder = new DecidedFolder(root);
    }

    @BeforeEach
    void knowSenders() throws IOException {
        folder.senders("a@qinglan.gov.cn|@yanyu.example.cn", "Ｂ@qinglan.gov.cn|望舒镇经办");
    }

    private static String line(String file, Instant at, String sender) {
        return file + "," + at + "," + sender;
    }

    private Map<String, String> standings(Instant at) {
        Map<String, String> standings = new TreeMap<>();
        try (Store store = folder.open()) {
            store.sql()
                    .query("SELECT file, standing FROM intake.standing_at(?) WHERE job = ?", at, "quarterly-disclosure")
                    .rows()
                    .forEach(row -> standings.put(String.valueOf(row.get(0)), String.valueOf(row.get(1))));
        }
        return standings;
    }

    private StatusReport status(Instant at) {
        return folder.jibao(at).status();
    }

    private State state(String unit, Instant at) {
        return status(at).units().stream()
                .filter(line -> line.code().equals(unit))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void aFileFromAnotherUnitDoesNotReplaceWhatWasAccepted() throws IOException {
        folder.register(line("b.txt", JULY_8, "b@QINGLAN.gov.cn"), line("forged.txt", JULY_9, "a@qinglan.gov.cn"));
        folder.receive("b.txt", "QL102 2026Q2 issued=120 disclosed=80", JULY_8);
        CollectOutcome collected = folder.receive("forged.txt", "QL102 2026Q2 issued=9 disclosed=9", JULY_9);
        assertEquals(Map.of("b.txt", "counted", "forged.txt", "held"), standings(JULY_10));
        assertEquals(List.of(), collected.replaced());
        assertEquals(0, collected.byVerdict().size());
        assertEquals(1, collected.held().size());
        HeldFile held = collected.held().get(0);
        assertEquals(
                "Held: forged.txt states 青岚县望舒镇（QL102） for 2026Q2, but its sender (a@qinglan.gov.cn) is that of 青岚县砚雨镇（QL101）."
                        + " It counts nowhere until somebody has decided",
                held.why().en());
        assertEquals("青岚县砚雨镇", held.proved());
        assertTrue(
                held.cure().zh().contains("jibao accept \"forged.txt\" --period 2026Q2"),
                held.cure().zh());
        StatusReport status = status(JULY_10);
        assertEquals(State.ON_TIME, state("QL102", JULY_10));
        assertEquals(
                List.of("forged.txt"),
                status.held().stream().map(HeldFile::file).toList());
        assertEquals(1, status.files().held());
        UnusableArgument which =
                assertThrows(UnusableArgument.class, () -> folder.jibao(JULY_10).accept("QL102", ANY, ANY, RULING));
        assertEquals(
                "b.txt has no warning to accept; what is held is forged.txt: to let it in, give the name of that file",
                which.text().en());
        String letter = OfficersLetter.of(status, SlipLinks.in(Path.of("nowhere")), Language.ZH)
                .toString();
        assertTrue(letter.contains("待核实（未计入，须由您决定）：\n  待核实：forged.txt 写的是青岚县望舒镇（QL102）"), letter);
    }

    @Test
    void aPlaceholderInAnothersNameMakesNothingInTime() throws IOException {
        folder.register(line("placeholder.txt", JULY_8, "someone@elsewhere.example"), line("b.txt", JULY_13, "望舒镇经办"));
        folder.receive("placeholder.txt", "QL102 2026Q2 issued=0 disclosed=0", JULY_8);
        assertEquals(State.HELD, state("QL102", JULY_9));
        ChaseList chase = status(JULY_9).chase();
        assertEquals(1, chase.count(ChaseList.State.HELD));
        assertEquals(
                "Held: placeholder.txt states 青岚县望舒镇（QL102） for 2026Q2, but its sender (someone@elsewhere.example) is that of"
                        + " nobody who is entered for this unit. It counts nowhere until somebody has decided",
                Objects.requireNonNull(chase.lines().stream()
                                .filter(one -> one.code().equals("QL102"))
                                .findFirst()
                                .orElseThrow()
                                .first())
                        .message()
                        .en());
        folder.receive("b.txt", "QL102 2026Q2 issued=120 disclosed=80", JULY_13);
        assertEquals(State.LATE, state("QL102", JULY_14));
        try (Store store = folder.open()) {
            store.parameter("quarterly-disclosure", DecidedFolder.SECOND, JULY_9);
            assertEquals("missing missing 1", reporting(store));
            store.parameter("quarterly-disclosure", DecidedFolder.SECOND, JULY_14);
            assertEquals("late counted 1", reporting(store));
        }
    }

    private static String reporting(Store store) {
        List<Object> row = new java.util.ArrayList<>(store.sql()
                .query(
                        "SELECT state, standing, held FROM returns.reporting_unit WHERE unit = 'QL102' AND period = ?",
                        PERIOD)
                .rows()
                .get(0));
        return row.get(0) + " " + row.get(1) + " " + row.get(2);
    }

    @Test
    void acceptLetsInFromThenOnByTheTimeOfReceipt() throws IOException {
        folder.register(line("x.txt", JULY_8, "new@post.example"));
        folder.receive("x.txt", "QL102 2026Q2 issued=120 disclosed=80 explained=说明", JULY_8);
        DecisionOutcome decided = folder.jibao(JULY_13).accept("QL102", ANY, ANY, RULING);
        assertEquals(
                "x.txt: taken as the return of 青岚县望舒镇 for 2026Q2; it counts now",
                decided.lines().get(0).en());
        assertEquals(Map.of("x.txt", "held"), standings(JULY_10));
        assertEquals(Map.of("x.txt", "counted"), standings(JULY_13));
        assertEquals(State.ON_TIME, state("QL102", JULY_14));
    }

    @Test
    void whatIsHeldCanBeWithdrawnAndLeavesTheUnitMissing() throws IOException {
        folder.register(line("x.txt", JULY_8, "a@qinglan.gov.cn"));
        folder.receive("x.txt", "QL102 2026Q2 issued=120 disclosed=80", JULY_8);
        folder.jibao(JULY_9).withdraw(1, RULING);
        assertEquals(Map.of("x.txt", "withdrawn"), standings(JULY_10));
        assertEquals(State.MISSING, state("QL102", JULY_10));
    }

    @Test
    void aFaultyReturnInAnothersNameIsHeldAndNotReturnedToIt() throws IOException {
        folder.register(line("x.txt", JULY_8, "a@qinglan.gov.cn"));
        folder.receive("x.txt", "QL102 2026Q2 error=1", JULY_8);
        assertEquals(Map.of("x.txt", "held"), standings(JULY_9));
        assertEquals(State.HELD, state("QL102", JULY_9));
        folder.jibao(JULY_9).accept("x.txt", ANY, ANY, RULING);
        assertEquals(Map.of("x.txt", "returned"), standings(JULY_10));
    }

    @Test
    void theSameBytesFromTheRightSenderCount() throws IOException {
        String text = "QL102 2026Q2 issued=120 disclosed=80";
        folder.register(
                line("x.txt", JULY_8, "a@qinglan.gov.cn"),
                line("b.txt", JULY_9, "b@qinglan.gov.cn"),
                line("again.txt", JULY_10, "a@qinglan.gov.cn"));
        folder.receive("x.txt", text, JULY_8);
        folder.receive("b.txt", text, JULY_9);
        folder.receive("again.txt", text, JULY_10);
        assertEquals(Map.of("x.txt", "held", "b.txt", "counted", "again.txt", "duplicate"), standings(JULY_13));
    }

    @Test
    void aReplacementOnWeakerEvidenceIsHeldWhateverOrderItIsReadIn() throws IOException {
        folder.register(line("strong.txt", JULY_8, "b@qinglan.gov.cn"), line("weak.txt", JULY_9, ""));
        folder.put("weak.txt", "QL102 2026Q2 issued=1 disclosed=1", JULY_9);
        folder.collect(JULY_9);
        assertEquals("counted", standings(JULY_9).get("weak.txt"));
        folder.put("strong.txt", "QL102 2026Q2 issued=120 disclosed=80", JULY_8);
        folder.collect(JULY_10);
        assertEquals(Map.of("strong.txt", "counted", "weak.txt", "held"), standings(JULY_10));
        assertEquals(
                "Held: weak.txt would replace strong.txt of 青岚县望舒镇（QL102） for 2026Q2, which came from its registered sender, but this"
                        + " one has nothing but its own words to show for it. The earlier one still counts",
                status(JULY_10).held().get(0).why().en());
        folder.jibao(JULY_13).withdraw(2, RULING);
        assertEquals(Map.of("strong.txt", "withdrawn", "weak.txt", "counted"), standings(JULY_13));
    }

    @Test
    void oneThatWasLetInOpensTheDoorForNoOther() throws IOException {
        folder.register(line("strong.txt", JULY_8, "b@qinglan.gov.cn"));
        folder.receive("strong.txt", "QL102 2026Q2 issued=120 disclosed=80", JULY_8);
        folder.receive("weak.txt", "QL102 2026Q2 issued=1 disclosed=1", JULY_9);
        folder.jibao(JULY_10).accept("weak.txt", ANY, ANY, RULING);
        folder.receive("weaker.txt", "QL102 2026Q2 issued=2 disclosed=2", JULY_13);
        assertEquals(
                Map.of("strong.txt", "superseded", "weak.txt", "counted", "weaker.txt", "held"), standings(JULY_14));
    }

    @Test
    void aFolderOfTheInboxSpeaksForItsUnit() throws IOException {
        folder.receive("QL102/b.txt", "QL102 2026Q2 issued=120 disclosed=80", JULY_8);
        folder.receive("青岚县砚雨镇/2026Q2/青岚县望舒镇/x.txt", "QL102 2026Q2 issued=9 disclosed=9", JULY_9);
        folder.receive("outside.txt", "QL102 2026Q2 issued=8 disclosed=8", JULY_10);
        assertEquals(
                Map.of("QL102/b.txt", "counted", "青岚县砚雨镇/2026Q2/青岚县望舒镇/x.txt", "held", "outside.txt", "held"),
                standings(JULY_13));
        assertEquals(
                "Held: 青岚县砚雨镇/2026Q2/青岚县望舒镇/x.txt states 青岚县望舒镇（QL102） for 2026Q2, but its folder (青岚县砚雨镇/2026Q2/青岚县望舒镇)"
                        + " is that of 青岚县砚雨镇（QL101）."
                        + " It counts nowhere until somebody has decided",
                status(JULY_13).held().get(0).why().en());
    }

    @Test
    void theCodeOfAnotherUnitsTemplateIsFoundOut() throws IOException {
        String own = folder.key().make().code("quarterly-disclosure", "QL102", "2026Q2");
        String foreign = folder.key().make().code("quarterly-disclosure", "QL101", "2026Q2");
        String old = folder.key().make().code("quarterly-disclosure", "QL102", "2026Q1");
        folder.receive("old.txt", "QL102 2026Q2 issued=7 disclosed=7 code=" + old, JULY_8);
        folder.receive("b.txt", "QL102 2026Q2 issued=120 disclosed=80 code=" + own, JULY_9);
        folder.receive("x.txt", "QL102 2026Q2 issued=9 disclosed=9 code=" + foreign, JULY_10);
        folder.receive("plain.txt", "QL102 2026Q2 issued=8 disclosed=8 code=junk", JULY_13);
        assertEquals(
                Map.of("old.txt", "superseded", "b.txt", "counted", "x.txt", "held", "plain.txt", "held"),
                standings(JULY_14));
        try (Store store = folder.open()) {
            assertEquals(
                    List.of(
                            "[b.txt, code, null]",
                            "[old.txt, words, null]",
                            "[plain.txt, words, null]",
                            "[x.txt, words, code]"),
                    store
                            .sql()
                            .query("SELECT file, evidence, against FROM intake.submission ORDER BY file")
                            .rows()
                            .stream()
                            .map(String::valueOf)
                            .toList());
            assertEquals(
                    List.of("[old.txt]", "[plain.txt]"),
                    store
                            .sql()
                            .query("SELECT s.file FROM intake.finding f JOIN intake.submission s ON s.id = f.submission"
                                    + " WHERE f.code = 'mark-code-unknown' ORDER BY s.file")
                            .rows()
                            .stream()
                            .map(String::valueOf)
                            .toList());
        }
    }

    @Test
    void aParentSendsForItsUnitsWhereTheJobSaysSo() throws IOException {
        folder.parent("county@qinglan.gov.cn");
        folder.register(line("x.txt", JULY_8, "county@qinglan.gov.cn"), line("y.txt", JULY_9, "county@qinglan.gov.cn"));
        folder.receive("x.txt", "QL102 2026Q2 issued=120 disclosed=80", JULY_8);
        folder.job("sent-by: [unit, parent]\n");
        folder.receive("y.txt", "QL102 2026Q2 issued=121 disclosed=80", JULY_9);
        assertEquals(Map.of("x.txt", "held", "y.txt", "counted"), standings(JULY_10));
    }

    @Test
    void withoutEvidenceAllCountsAsItSaysAndEveryReplacementIsNamed() throws IOException {
        folder.receive("b.txt", "QL102 2026Q2 issued=120 disclosed=80", JULY_8);
        CollectOutcome collected = folder.receive("from/b2.txt", "QL102 2026Q2 issued=9 disclosed=80", JULY_13);
        assertEquals(Map.of("b.txt", "superseded", "from/b2.txt", "counted"), standings(JULY_13));
        assertEquals(
                List.of(
                        "青岚县望舒镇 2026Q2: from/b2.txt (received 2026-07-13 09:00) replaces b.txt (received 2026-07-08 09:00);"
                                + " cells of tables changed: 1 of 2"),
                collected.replaced().stream()
                        .map(one -> one.words(collected.zone()).en())
                        .toList());
        StatusReport status = status(JULY_14);
        assertEquals(1, status.replacements().size());
        assertEquals("50.00%", status.inTimeByReplaced().get(0).share());
        assertEquals(State.ON_TIME, state("QL102", JULY_14));
        String letter = OfficersLetter.of(status, SlipLinks.in(Path.of("nowhere")), Language.EN)
                .toString();
        assertTrue(letter.contains("Returns that were replaced:\n  青岚县望舒镇 2026Q2: from/b2.txt"), letter);
        assertTrue(letter.contains("in time by b.txt, counted is from/b2.txt, cells changed: 50.00%"), letter);
        try (Store store = folder.open()) {
            store.inTransaction(() -> {
                store.define(folder.job(), List.of(DecidedFolder.SECOND), WorkingDays.china());
                store.parameter("quarterly-disclosure", DecidedFolder.SECOND, JULY_14);
            });
            assertEquals(
                    "[[青岚县望舒镇, b.txt, 2026-07-08T01:00:00Z, from/b2.txt, 2026-07-13T01:00:00Z, 2, 1, 2]]",
                    store.sql().query(folder.table("replacements")).rows().toString());
            assertTrue(store.sql().query(folder.table("reporting_units")).rows().stream()
                    .anyMatch(row -> String.valueOf(row.get(4)).equals("按时（按时的一份已被替换，改动50.00%）")));
        }
    }

    @Test
    void theSheetOfThoseStillToReportNamesWhatIsHeld() throws IOException {
        folder.register(line("x.txt", JULY_8, "a@qinglan.gov.cn"));
        folder.receive("x.txt", "QL102 2026Q2 issued=120 disclosed=80", JULY_8);
        try (Store store = folder.open()) {
            store.inTransaction(() -> {
                store.define(folder.job(), List.of(DecidedFolder.SECOND), WorkingDays.china());
                store.parameter("quarterly-disclosure", DecidedFolder.SECOND, JULY_9);
            });
            List<String> rows = store.sql().query(folder.table("reporting_absent")).rows().stream()
                    .filter(row -> "QL102".equals(row.get(0)))
                    .map(row -> row.get(2) + " " + row.get(7))
                    .toList();
            assertEquals(List.of("待核实 x.txt ← a@qinglan.gov.cn：写的是青岚县望舒镇，发件人却是青岚县砚雨镇（QL101）的"), rows);
        }
    }
}
