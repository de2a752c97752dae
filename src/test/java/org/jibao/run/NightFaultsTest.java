package org.jibao.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.app.Jibao;
import org.jibao.app.RunOutcome;
import org.jibao.definition.loading.ProblemsException;
import org.jibao.deliver.Deliveries.DeliveryOutcome;
import org.jibao.delivery.OutgoingItem;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.maintenance.StoreMaintenance.BackupOutcome;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.jibao.summarize.Summarizer.SummaryOutcome;
import org.jibao.testkit.FaultTable;
import org.jibao.testkit.Mount;
import org.jibao.testkit.SavedFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong on a disk when the night comes: its inbox, its files, its outputs, its store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NightFaultsTest {

    private static final List<String> BOTH = List.of("QL303", "QL307");

    private final Path folder;
    private final SmallNight night;
    private final SavedFolder beforeAnyNight;
    private final SavedFolder afterTheFirst;
    private final RunOutcome first;

    NightFaultsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.night = new SmallNight(folder);
        this.beforeAnyNight = new SavedFolder(folder);
        this.first = night.at(SmallNight.NIGHT, 1).nightly();
        this.afterTheFirst = new SavedFolder(folder);
    }

    @BeforeEach
    void putBack() throws IOException {
        beforeAnyNight.putBack();
    }

    @Test
    void inboxIsGone() throws IOException {
        Path away = Files.move(night.inbox(), folder.resolve("away"));
        FaultTable.assertSaid("inbox-gone", said());
        assertFalse(Files.exists(night.store()), "a store was made");
        assertFalse(Files.exists(night.out()), "outputs were made");
        Files.move(away, night.inbox());
        assertGoesOn();
    }

    /** What {@code job.yaml} says is enough to tell of it, and to send what waits. */
    @Test
    void aFormOfTheJobFolderHasAMistake() throws IOException {
        Path form = night.job().resolve("forms/cover.yaml");
        String sound = Files.readString(form);
        Files.writeString(form, sound.replace("layout: cover", "layout: cvoer"));
        ProblemsException mistakes =
                assertThrows(ProblemsException.class, night.at(SmallNight.NIGHT, SmallNight.deadPort())::nightly);
        FaultTable.assertSaid("job-folder-mistake", mistakes.in(Language.ZH));
        night.assertTold(new Text(mistakes.in(Language.ZH), mistakes.in(Language.EN)));
        assertFalse(Files.exists(night.store()), "a store was made");
        Instant later = SmallNight.NIGHT.plus(Duration.ofHours(1));
        DeliveryOutcome again = night.at(later, SmallNight.deadPort()).deliver();
        assertEquals(
                List.of("operators"),
                again.waiting().stream().map(OutgoingItem::audience).toList());
        assertEquals(2, again.waiting().get(0).attempts());
        Files.writeString(form, sound);
        assertGoesOn();
    }

    @Test
    void aFileIsInTheInboxsPlace() throws IOException {
        Path away = Files.move(night.inbox(), folder.resolve("away"));
        Files.createFile(night.inbox());
        FaultTable.assertSaid("inbox-no-folder", said());
        assertFalse(Files.exists(night.store()), "a store was made");
        assertTrue(Files.isDirectory(away));
    }

    @Test
    void inboxCannotBeListed() throws IOException, InterruptedException {
        afterTheFirst.putBack();
        byte[] before = Files.readAllBytes(night.store());
        try (Mount dead = Mount.unlistable(night.inbox())) {
            FaultTable.assertSaid(
                    "inbox-unlistable",
                    night.failing(SmallNight.NEXT_NIGHT).text().zh());
        }
        assertArrayEquals(before, Files.readAllBytes(night.store()));
        assertGoesOn();
    }

    @Test
    void aFileCannotBeReadAndTheOthersAre() throws IOException, InterruptedException {
        try (Mount bad = Mount.unreadable(night.receive("青岚县司法局"))) {
            FaultTable.assertSaid(
                    "file-unreadable", rejection(night.at(SmallNight.NIGHT, 1).nightly()));
            assertEquals(BOTH, night.accepted());
        }
        night.at(SmallNight.NEXT_NIGHT, 1).nightly();
        assertEquals(List.of("QL303", "QL307", "QL308"), night.accepted());
    }

    @Test
    void aFileChangesBetweenListingAndReading() throws IOException {
        Path file = night.receive("青岚县司法局");
        byte[] half = Arrays.copyOf(Files.readAllBytes(file), 5_000);
        Progress changing = (stage, done, total) -> {
            if (stage == Stage.LISTING && done == total) {
                write(file, half);
            }
        };
        Jibao jibao = night.jibao(Optional.of(SmallNight.NIGHT), 1, changing);
        FaultTable.assertSaid("file-changes", rejection(jibao.nightly()));
        assertEquals(BOTH, night.accepted());
        night.receive("青岚县司法局");
        night.at(SmallNight.NEXT_NIGHT, 1).nightly();
        assertEquals(List.of("QL303", "QL307", "QL308"), night.accepted());
    }

    @Test
    void aHalfCopiedFileIsWholeTheNextNightUnderItsName() throws IOException {
        Path file = night.receive("青岚县司法局");
        byte[] whole = Files.readAllBytes(file);
        Instant then = Files.getLastModifiedTime(file).toInstant();
        night.receive("青岚县司法局", Arrays.copyOf(whole, whole.length / 2), then);
        FaultTable.assertSaid(
                "file-half-copied", rejection(night.at(SmallNight.NIGHT, 1).nightly()));
        assertEquals(BOTH, night.accepted());
        night.receive("青岚县司法局", whole, then);
        assertEquals(
                1,
                night.at(SmallNight.NEXT_NIGHT, 1).nightly().collected().files().size());
        assertEquals(List.of("QL303", "QL307", "QL308"), night.accepted());
    }

    @Test
    void outputFolderThatIsGoneIsMadeAnew() throws IOException {
        afterTheFirst.putBack();
        Files.move(night.out(), folder.resolve("away"));
        RunOutcome next = night.at(SmallNight.NEXT_NIGHT, 1).nightly();
        assertTrue(next.summaries().get(0).written());
        assertEquals(first.summaries().get(0).digest(), next.summaries().get(0).digest());
        assertTrue(Files.exists(next.summaries().get(0).files().get(0)));
        assertEquals(List.of("leaders", "officers"), night.waiting());
    }

    @Test
    void outputFolderIsReadOnly() throws IOException, InterruptedException {
        Files.createDirectories(night.out());
        try (Mount readOnly = Mount.readOnly(night.out())) {
            FaultTable.assertSaid("out-read-only", said());
        }
        assertEquals(BOTH, night.accepted());
        assertGoesOn();
    }

    @Test
    void aFileIsInTheOutputFoldersPlace() throws IOException {
        Files.writeString(night.out(), "a file in the way");
        FaultTable.assertSaid("out-no-folder", said());
        assertEquals(BOTH, night.accepted());
        Files.delete(night.out());
        assertGoesOn();
    }

    @Test
    void aFolderInThePlaceOfOneOutputCostsThatOneAlone() throws IOException {
        afterTheFirst.putBack();
        Path place = first.summaries().get(0).files().get(0);
        Files.delete(place);
        Files.createDirectories(place.resolve("in the way"));
        RunOutcome next = night.at(SmallNight.NEXT_NIGHT, 1).nightly();
        SummaryOutcome summary = next.summaries().get(0);
        assertTrue(summary.partial());
        FaultTable.assertSaid("out-one-file", summary.warnings().get(0).zh());
        assertEquals(2, summary.chase().files().size());
        Files.delete(place.resolve("in the way"));
        Files.delete(place);
        RunOutcome last = night.at(SmallNight.NEXT_NIGHT.plusSeconds(86_400), 1).nightly();
        assertEquals(false, last.summaries().get(0).partial());
        assertTrue(Files.isRegularFile(place));
    }

    @Test
    void aFlippedBitInTheStoreIsSaidAndNothingIsMended() throws IOException {
        afterTheFirst.putBack();
        BackupOutcome backup = night.keepingAt(SmallNight.NIGHT).backup(Optional.empty(), 14);
        byte[] whole = Files.readAllBytes(night.store());
        byte[] damaged = whole.clone();
        damaged[12_288 + block() * 262_144 + 1_000] ^= 0x10;
        Files.write(night.store(), damaged);
        night.receive("青岚县司法局");

        Text text = night.failing(SmallNight.NEXT_NIGHT).text();
        FaultTable.assertSaid("store-damaged", text.zh());
        assertTrue(text.zh().contains("最近的备份是 " + backup.file()), text.zh());
        assertTrue(text.en().contains("`jibao restore " + backup.file() + "`"), text.en());
        assertArrayEquals(damaged, Files.readAllBytes(night.store()));

        night.keepingAt(SmallNight.NEXT_NIGHT).restore(backup.file());
        night.at(SmallNight.NEXT_NIGHT, 1).nightly();
        assertEquals(List.of("QL303", "QL307", "QL308"), night.accepted());
    }

    @Test
    void aNightWhoseLedgerCannotBeWrittenIsNotBegun() throws IOException {
        Files.createDirectories(night.store().resolveSibling("jibao.duckdb.runs.jsonl"));
        OperationalFailure failure = assertThrows(OperationalFailure.class, night.at(SmallNight.NIGHT, 1)::nightly);
        FaultTable.assertSaid("ledger-unwritable", failure.text().zh());
        assertFalse(Files.exists(night.store()), "a store was made");
    }

    private String said() throws IOException {
        return night.failing(SmallNight.NIGHT).text().zh();
    }

    private void assertGoesOn() throws IOException {
        night.at(SmallNight.NEXT_NIGHT, 1).nightly();
        assertEquals(BOTH, night.accepted());
        List<String> ledger = night.ledger();
        assertEquals("nightly DONE", ledger.get(ledger.size() - 1));
        try (Stream<Path> outputs =
                Files.list(night.out().resolve(SmallNight.JOB).resolve("2026Q3"))) {
            assertEquals(10, outputs.filter(Files::isRegularFile).count());
        }
    }

    /** Why the one file of a run that was not taken was rejected. */
    private static String rejection(RunOutcome run) {
        List<Text> remarks = run.collected().files().stream()
                .filter(file -> file.verdict() == org.jibao.checking.Verdict.REJECTED)
                .map(file -> java.util.Objects.requireNonNull(file.remark()))
                .toList();
        assertEquals(1, remarks.size());
        return remarks.get(0).zh();
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that holds what was received. */
    private int block() {
        String block = "SELECT min(block_id) FROM pragma_storage_info('intake.submission')"
                + " WHERE column_name = 'file' AND segment_type <> 'VALIDITY' AND persistent";
        try (Store store = Store.open(night.store(), StoreSettings.DEFAULT)) {
            return (int) store.sql().query(block).number();
        }
    }
}
