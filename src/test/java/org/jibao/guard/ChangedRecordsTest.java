package org.jibao.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jibao.app.Jibao;
import org.jibao.calendar.Period;
import org.jibao.decision.Decisions.Ruling;
import org.jibao.delivery.Outbox;
import org.jibao.maintenance.StoreMaintenance;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.run.SmallNight;
import org.jibao.run.UnusableArgument;
import org.jibao.run.ledger.RunLedger;
import org.jibao.status.RunsQuery.RunsReport;
import org.jibao.store.Snapshot;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.jibao.testkit.SavedFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions and ledger lines that somebody has changed outside the program are told of by every command, and nothing stops. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangedRecordsTest {

    private static final Instant NIGHT = SmallNight.NIGHT;
    private static final Instant MORNING = NIGHT.plusSeconds(30_000);
    private static final Instant NEXT_NIGHT = SmallNight.NEXT_NIGHT;
    private static final Ruling RULING = new Ruling("核对过原件", "张三");

    private final SmallNight night;
    private final SavedFolder afterTheNight;
    private final List<String> told = new ArrayList<>();

    ChangedRecordsTest(@TempDir Path folder) throws IOException {
        this.night = new SmallNight(folder);
        jibao(NIGHT).nightly();
        this.afterTheNight = new SavedFolder(folder);
    }

    @BeforeEach
    void putBack() throws IOException {
        afterTheNight.putBack();
        told.clear();
    }

    private Settings settings(Instant at) {
        return night.settings(Optional.of(at)).withAlarm(text -> told.add(text.en()));
    }

    private Jibao jibao(Instant at) {
        try {
            return new Jibao(settings(at), Progress.NONE, SmallNight.environment(SmallNight.deadPort()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Jibao desk(Instant at) {
        Settings all = settings(at);
        return new Jibao(
                new Settings(
                        all.jobs(),
                        all.job(),
                        all.inbox(),
                        all.received(),
                        all.store(),
                        all.out(),
                        all.language(),
                        Period.parse("2026Q2"),
                        all.asOf(),
                        1,
                        all.alarm()),
                Progress.NONE);
    }

    private void reopen(String... units) {
        for (String unit : units) {
            desk(MORNING).reopen(unit, RULING);
        }
    }

    private void inStore(String statement) {
        try (Store store = Store.open(night.store(), StoreSettings.DEFAULT)) {
            store.sql().execute(statement);
        }
    }

    private void assertToldOnce(String words) {
        assertEquals(1, told.size(), told.toString());
        assertTrue(told.get(0).contains(words), told.get(0));
        told.clear();
    }

    @Test
    void everyCommandThatOpensTheStoreTellsOfAChangedDecision() throws IOException {
        reopen("QL303", "QL307");
        assertEquals(List.of(), told);
        inStore("UPDATE intake.decision SET reason = '改过' WHERE id = 1");
        String words = "From decision 1 on (job quarterly-disclosure, unit QL303, 2026Q2";
        jibao(NEXT_NIGHT).nightly();
        assertToldOnce(words);
        desk(NEXT_NIGHT).status();
        assertToldOnce(words);
        desk(NEXT_NIGHT).history("QL303");
        assertToldOnce(words);
        desk(NEXT_NIGHT).query("SELECT 1 AS a");
        assertToldOnce(words);
        desk(NEXT_NIGHT).reopen("QL308", RULING);
        assertToldOnce(words);
        jibao(NEXT_NIGHT.plusSeconds(60)).collect();
        assertToldOnce(words);
        RunsReport runs = jibao(NEXT_NIGHT.plusSeconds(120)).runs();
        assertFalse(runs.healthy());
        assertTrue(runs.alarms().get(0).en().contains(words), runs.alarms().toString());
        assertTrue(runs.alarms().get(0).zh().contains("警告！"), runs.alarms().toString());
        assertEquals(
                1,
                Outbox.beside(night.store()).waiting().stream()
                        .filter(item -> item.audience().equals("operators"))
                        .count());
    }

    @Test
    void decisionsThatAreGoneFromTheEndAreMissed() {
        reopen("QL303", "QL307", "QL308");
        inStore("DELETE FROM intake.decision WHERE id >= 2");
        jibao(NEXT_NIGHT).collect();
        assertToldOnce("holds 1 decisions, the ledger of runs knows 3, and only the first 1 agree");
        desk(MORNING).reopen("QL307", new Ruling("再次核对", "李四"));
        assertToldOnce("holds 1 decisions, the ledger of runs knows 3, and only the first 1 agree");
        jibao(NEXT_NIGHT.plusSeconds(60)).collect();
        assertToldOnce("holds 2 decisions, the ledger of runs knows 3, and only the first 1 agree");
    }

    @Test
    void decisionsThatFitEachOtherAndNotTheLedgerAreTold() {
        reopen("QL303", "QL307");
        inStore("DELETE FROM intake.decision");
        RunLedger ledger = RunLedger.beside(night.store());
        Path aside = ledger.file().resolveSibling("aside");
        move(ledger.file(), aside);
        reopen("QL308", "QL303");
        assertEquals(List.of(), told);
        move(aside, ledger.file());
        jibao(NEXT_NIGHT).collect();
        assertToldOnce("holds 2 decisions, the ledger of runs knows 2, and only the first 0 agree");
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyCommandThatReadsTheLedgerTellsOfAChangedLine() throws IOException {
        Path ledger = RunLedger.beside(night.store()).file();
        Files.writeString(ledger, Files.readString(ledger).replaceFirst("\"accepted\":2", "\"accepted\":9"));
        String words = "From line 2";
        jibao(MORNING).collect();
        assertToldOnce(words);
        desk(MORNING).status();
        assertToldOnce(words);
        RunsReport runs = jibao(MORNING).runs();
        assertTrue(runs.alarms().get(0).en().contains(words), runs.alarms().toString());
        assertEquals(1, runs.alarms().size());
        assertFalse(runs.healthy());
        new StoreMaintenance(settings(MORNING)).backup(Optional.empty(), 1);
        assertToldOnce(words);
        new StoreMaintenance(settings(MORNING)).compact();
        assertToldOnce(words);
        // Kept under another name, it is at peace again.
        move(ledger, ledger.resolveSibling("changed.jsonl"));
        jibao(NEXT_NIGHT).collect();
        assertEquals(List.of(), told);
        assertTrue(jibao(NEXT_NIGHT).runs().alarms().isEmpty());
    }

    @Test
    void restoredStoreIsToldAsWhatItIsAndIsNoBreak() {
        reopen("QL303");
        Path backup = new StoreMaintenance(settings(MORNING))
                .backup(Optional.empty(), 3)
                .file();
        reopen("QL307");
        new StoreMaintenance(settings(MORNING)).restore(backup);
        assertToldOnce("the restored store holds 1 decisions; the ledger knew 2 before");
        jibao(NEXT_NIGHT).nightly();
        reopen("QL308");
        jibao(NEXT_NIGHT.plusSeconds(60)).collect();
        assertEquals(List.of(), told);
        assertTrue(jibao(NEXT_NIGHT.plusSeconds(120)).runs().alarms().isEmpty());
    }

    @Test
    void copyThatIsPutThereByHandIsTold() throws IOException {
        reopen("QL303");
        Path copy = Files.copy(Snapshot.beside(night.store()), night.store().resolveSibling("copy.duckdb"));
        reopen("QL307");
        Files.copy(copy, night.store(), StandardCopyOption.REPLACE_EXISTING);
        jibao(NEXT_NIGHT).collect();
        assertToldOnce("or the store is a copy that was put there without `jibao restore`");
    }

    /** A kill between the store's commit and the ledger's line, and one between two of them. */
    @Test
    void killAnywhereIsNoBreak() throws IOException {
        reopen("QL303", "QL307");
        Path ledger = RunLedger.beside(night.store()).file();
        String lines = Files.readString(ledger);
        int last = lines.lastIndexOf("\n", lines.length() - 2) + 1;
        for (int cut = last; cut <= lines.length(); cut += 40) {
            Files.writeString(ledger, lines.substring(0, cut));
            jibao(NEXT_NIGHT.plusSeconds(cut)).runs();
            desk(NEXT_NIGHT.plusSeconds(cut)).status();
        }
        jibao(NEXT_NIGHT.plusSeconds(9_000)).collect();
        assertEquals(List.of(), told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"张\u202e三", "张\u0007三", "张\n三", "张\u200b三", "张\u2028三", "a\u001b[2Kb", "\ud800", "a\ufeffb"})
    void decidesInNoNameAndForNoReasonThatCannotBeSeen(String text) {
        UnusableArgument by = assertThrows(UnusableArgument.class, () -> new Ruling("核对过原件", text));
        assertTrue(by.text().en().contains("of --by is an invisible"), by.text().en());
        assertTrue(by.text().en().contains("U+"), by.text().en());
        assertTrue(by.text().en().codePoints().noneMatch(InvisibleCharacters::include));
        UnusableArgument reason = assertThrows(UnusableArgument.class, () -> new Ruling(text, "张三"));
        assertTrue(reason.text().zh().contains("--reason 第"), reason.text().zh());
    }

    @Test
    void decidesInEveryNameThatCanBeRead() {
        assertEquals("阿卜杜拉·买买提", new Ruling("核对：原件 3 份（见附件）", "阿卜杜拉·买买提").by());
        assertEquals("𠮷田 Müller", new Ruling("é", "𠮷田 Müller").by());
    }
}
