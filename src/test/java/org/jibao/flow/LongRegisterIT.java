package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jibao.app.Jibao;
import org.jibao.benchmark.LongReturn;
import org.jibao.collect.CollectOutcome;
import org.jibao.run.Stage;
import org.jibao.store.Rows;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register three times as long as what is held: every row is stored, whatever befalls the run. */
class LongRegisterIT {

    private static final int ROWS = 60_000;
    private static final int KILLS = 1;
    private static final long SEED = Long.getLong("jibao.kills.seed", System.nanoTime());

    private final Path folder;
    private final Path inbox;

    LongRegisterIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.inbox = Files.createDirectories(folder.resolve("inbox"));
        LongReturn.write(ROWS, inbox, "QL101", "青岚县砚雨镇");
    }

    @Test
    void storesEveryRowAndNamesTheBadOne() throws IOException {
        Path left = Files.createDirectories(folder.resolve("jibao.duckdb.entries"));
        Files.writeString(left.resolve("entries-1.tmp"), "half an entry of a run that was killed");
        Map<Stage, Long> done = new TreeMap<>();
        Map<Stage, Long> totals = new TreeMap<>();
        CollectOutcome outcome = new Jibao(WholeJob.settings(inbox, folder, SmallInbox.NOW), (stage, now, total) -> {
                    done.merge(stage, now, Math::max);
                    totals.put(stage, total);
                })
                .collect();
        int bad = LongReturn.badRow(ROWS);
        assertEquals("C" + bad, outcome.files().get(0).place().cell());
        assertEquals(ROWS + 1L, done.get(Stage.LONG_REGISTER));
        assertEquals(totals.get(Stage.STORING), done.get(Stage.STORING));
        try (Store store = Store.open(folder.resolve("jibao.duckdb"), StoreSettings.DEFAULT)) {
            Rows rows = store.sql()
                    .query(
                            "SELECT count(*), count(DISTINCT \"row\"), min(\"row\"), max(\"row\"), count(applicant_kind),"
                                    + " count(DISTINCT number) FROM intake.entry_request_register");
            assertEquals(
                    List.of((long) ROWS, (long) ROWS, 2L, ROWS + 1L, ROWS - 1L, (long) ROWS),
                    rows.rows().get(0));
            assertEquals(
                    List.of(List.of("entry-not-listed", "依申请公开台账", "C" + bad)),
                    store.sql()
                            .query("SELECT code, sheet, cell FROM intake.finding WHERE sheet = '依申请公开台账'")
                            .rows());
            assertEquals(
                    List.of(List.of("青依申〔2026〕%07d号".formatted(bad - 1), "answered")),
                    store.sql()
                            .query("SELECT number, status FROM intake.entry_request_register"
                                    + " WHERE applicant_kind IS NULL")
                            .rows());
        }
        assertEquals(List.of(), temporaryFiles());
    }

    /** What a kill leaves of a long register is neither in the store nor, after the next run, beside it. */
    @Test
    void killedAtAnyInstantEndsWithTheSameStore() throws IOException, InterruptedException {
        System.out.println("kill loop over a long register, seed " + SEED);
        KillLoop loop = new KillLoop("collect", inbox, folder.resolve("loop"), SEED);
        assertEquals(KILLS, loop.run(KILLS));
    }

    private List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().contains(".entries")).toList();
        }
    }
}
