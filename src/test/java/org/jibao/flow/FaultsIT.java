package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.app.Jibao;
import org.jibao.calendar.Period;
import org.jibao.finding.Text;
import org.jibao.run.OperationalFailure;
import org.jibao.run.Progress;
import org.jibao.run.UnusableArgument;
import org.jibao.store.Snapshot;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.jibao.summarize.Summarizer.SummaryOutcome;
import org.jibao.testkit.FaultTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator can do wrong, and what a machine can: each is told in both languages, and costs nothing. */
class FaultsIT {

    @TempDir
    private static Path shared = Path.of("");

    private static Path made = Path.of("");

    private final Path folder;
    private final SmallInbox small;

    @BeforeAll
    static void collectOnce() throws IOException {
        SmallInbox inbox = new SmallInbox(shared);
        inbox.jibao().collect();
        made = inbox.store();
    }

    FaultsIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.small = new SmallInbox(folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 100, 4_096, 8_200})
    void damagedStoreIsLeftAsItIs(int place) throws IOException {
        makeStore();
        try (RandomAccessFile file = new RandomAccessFile(small.store().toFile(), "rw")) {
            file.seek(place);
            file.write(new byte[] {1, 35, 69, 103, 7, 7, 7, 7});
        }
        FaultTable.assertSaid("store-overwritten", assertRefused("may be damaged"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5_000})
    void truncatedStoreIsLeftAsItIs(int size) throws IOException {
        makeStore();
        Files.write(small.store(), Arrays.copyOf(Files.readAllBytes(small.store()), size));
        FaultTable.assertSaid("store-cut-short", assertRefused("may be damaged"));
    }

    @Test
    void newerStoreIsLeftAsItIs() throws IOException {
        makeStore();
        try (Store store = Store.open(small.store(), StoreSettings.DEFAULT)) {
            store.sql().execute("INSERT INTO intake.store_version VALUES (99, now())");
        }
        FaultTable.assertSaid("store-newer", assertRefused("is of version 99"));
    }

    @Test
    void folderIsNoStore() {
        Jibao jibao = new Jibao(small.settings("quarterly-disclosure", folder, small.out(), null), Progress.NONE);
        assertSaid(assertThrows(OperationalFailure.class, jibao::run).text(), folder + " is a folder");
    }

    @Test
    void summaryBeforeAnythingWasCollectedLeavesNothing() {
        Text text =
                assertThrows(OperationalFailure.class, small.jibao()::summarize).text();
        assertSaid(text, "nothing has been collected for the job quarterly-disclosure");
        assertFalse(Files.exists(small.store()));
        assertFalse(Files.exists(small.out()));
    }

    @Test
    void statusBeforeAnythingWasCollectedNamesTheNextStep() {
        assertSaid(assertThrows(OperationalFailure.class, small.jibao()::status).text(), "Run `jibao collect` first");
    }

    @Test
    void unknownJobIsAnsweredWithThoseThereAre() throws IOException {
        String there;
        try (Stream<Path> folders = Files.list(Path.of("jobs"))) {
            there = folders.filter(folder -> Files.exists(folder.resolve("job.yaml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
        Jibao jibao = new Jibao(small.settings("nope", small.store(), small.out(), null), Progress.NONE);
        UnusableArgument e = assertThrows(UnusableArgument.class, jibao::run);
        assertSaid(e.text(), "there is no job \"nope\" in jobs; there are: " + there);
    }

    @ParameterizedTest
    @CsvSource({"2026-09, not a period of the job", "2026, not a period of the job", "2027Q1, has not begun"})
    void periodThatCannotBeIsWrongUsage(String code, String words) {
        Period period = Period.parse(code).orElseThrow();
        Jibao jibao =
                new Jibao(small.settings("quarterly-disclosure", small.store(), small.out(), period), Progress.NONE);
        assertSaid(assertThrows(UnusableArgument.class, jibao::run).text(), words);
        assertFalse(Files.exists(small.store()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM intake.submission",
                "COPY (SELECT 1) TO 'leak.csv'",
                "ATTACH 'other.duckdb'",
                "INSTALL httpfs",
                "SELECT * FROM read_text('/etc/hostname')",
                "SET enable_external_access = true"
            })
    void queryReadsWhatWasPublishedAndNothingElse(String sql) throws IOException {
        makeStore();
        byte[] before = Files.readAllBytes(folder.resolve("jibao.snapshot.duckdb"));
        Text text = assertThrows(OperationalFailure.class, () -> small.jibao().query(sql))
                .text();
        assertSaid(text, "it can only SELECT from what was published");
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("jibao.snapshot.duckdb")));
    }

    @Test
    void damagedSnapshotIsMadeAnewOnceDeleted() throws IOException {
        makeStore();
        Path snapshot = folder.resolve("jibao.snapshot.duckdb");
        Files.write(snapshot, new byte[5_000]);
        assertSaid(
                assertThrows(OperationalFailure.class, () -> small.jibao().query("SELECT 1"))
                        .text(),
                "delete it and run `jibao collect`");
        Files.delete(snapshot);
        assertEquals(List.of(), small.jibao().collect().files());
        assertEquals(
                List.of(List.of(1L)), small.jibao().query("SELECT 1::BIGINT").rows());
    }

    @Test
    void folderInThePlaceOfAnOutputLeavesNoHalfAndNoDraft() throws IOException {
        Path workbook = small.jibao().run().summaries().get(0).files().get(0);
        Files.delete(workbook);
        Files.createFile(Files.createDirectory(workbook).resolve("notes.txt"));
        SummaryOutcome outcome = small.jibao().summarize();
        assertTrue(outcome.partial());
        assertSaid(outcome.warnings().get(0), "a folder of that name stands there");
        try (Stream<Path> files = Files.list(workbook.getParent())) {
            assertEquals(10, files.count());
        }
    }

    @Test
    void emptyInboxIsNoFault() throws IOException {
        try (Stream<Path> files = Files.list(small.inbox())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertEquals(0, small.jibao().run().collected().listed());
    }

    /** Of the small inbox, collected once for all tests that spoil it; what was published of it too. */
    private void makeStore() throws IOException {
        Files.copy(made, small.store());
        Files.copy(Snapshot.beside(made), Snapshot.beside(small.store()));
    }

    private String assertRefused(String words) throws IOException {
        byte[] before = Files.readAllBytes(small.store());
        Text text = assertThrows(OperationalFailure.class, small.jibao()::run).text();
        assertSaid(text, words);
        assertTrue(text.zh().contains(small.store().toString()), text.zh());
        assertArrayEquals(before, Files.readAllBytes(small.store()));
        assertFalse(Files.exists(small.out()));
        return text.zh();
    }

    private static void assertSaid(Text text, String words) {
        assertTrue(text.en().contains(words), text.en());
        assertFalse(text.zh().equals(text.en()), text.zh());
    }
}
