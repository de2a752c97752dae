package org.jibao.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jibao.app.Jibao;
import org.jibao.definition.Problem;
import org.jibao.definition.loading.ProblemsException;
import org.jibao.finding.Language;
import org.jibao.query.Query.QueryListener;
import org.jibao.store.Rows;
import org.jibao.store.Snapshot;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.jibao.testkit.SavedFolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the SQL of a job folder and of officers can do: read, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeoplesSqlTest {

    private static final String RECEIVED =
            "SELECT s.unit FROM returns.submission s JOIN returns.parameter USING (job, period) ORDER BY s.unit";

    private final SmallNight night;
    private final SavedFolder beforeAnyRun;
    private final SavedFolder afterTheFirst;

    PeoplesSqlTest(@TempDir Path folder) throws IOException {
        this.night = new SmallNight(folder);
        this.beforeAnyRun = new SavedFolder(folder);
        jibao().run();
        this.afterTheFirst = new SavedFolder(folder);
    }

    /** Each test goes on from the first run. */
    @BeforeEach
    void putBack() throws IOException {
        afterTheFirst.putBack();
    }

    private void table(String sql) throws IOException {
        Files.writeString(night.job().resolve("tables/received.sql"), sql);
    }

    private void metric(String sql) throws IOException {
        Path file = night.job().resolve("job.yaml");
        Files.writeString(file, Files.readString(file).replace("metrics: []", "metrics: [evil]"));
        Path metrics = Files.createDirectories(night.job().resolve("metrics"));
        Files.writeString(metrics.resolve("evil.sql"), sql);
        Files.writeString(metrics.resolve("evil.yaml"), """
                title: {zh: 指标, en: Metric}
                grain: [unit]
                columns:
                  - {name: pieces, zh: 件, en: Pieces}
                """);
    }

    private Jibao jibao() throws IOException {
        return night.at(SmallNight.NIGHT, SmallNight.deadPort());
    }

    private List<List<@Nullable Object>> received() {
        try (Store store = Store.open(night.store(), StoreSettings.DEFAULT)) {
            Rows rows = store.sql().query("FROM intake.submission ORDER BY id");
            return rows.rows();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "; UPDATE intake.submission SET unit = 'QL308'",
                "; DELETE FROM intake.submission",
                "; COPY (SELECT 1) TO 'data/runs.jsonl'",
                "; ATTACH 'data/other.duckdb'",
                ", read_text('/etc/hostname')",
                ", 'x.csv'",
                "; COMMIT; DELETE FROM intake.submission; BEGIN",
                " WHERE unit < random()::VARCHAR"
            })
    void changesNothingThatWasReceived(String evil) throws IOException {
        List<List<@Nullable Object>> before = received();
        assertEquals(2, before.size());
        table("-- 已报单位\nSELECT unit\nFROM returns.submission" + evil);
        metric("SELECT unit, 1 AS pieces\n\nFROM returns.submission" + evil);
        ProblemsException mistakes = null;
        try {
            jibao().run();
        } catch (ProblemsException e) {
            mistakes = e;
        } catch (OperationalFailure e) {
            assertTrue(e.text().en().contains("evil.sql"), e.text().en());
        }
        assertEquals(before, received());
        List<Problem> verified = jibao().verify().problems();
        assertEquals(
                List.of("metrics/evil.sql", "tables/received.sql"),
                verified.stream().map(Problem::file).distinct().toList());
        if (evil.startsWith(",") || evil.startsWith(" ")) {
            assertEquals(List.of(3, 3), verified.stream().map(Problem::line).toList());
        }
        if (mistakes != null) {
            assertEquals(verified, mistakes.problems());
        }
    }

    /** A job that was taken up by a program without a gate is refused all the same. */
    @Test
    void tellsMistakesOfBothKindsBeforeAnythingIsCollected() throws IOException {
        beforeAnyRun.putBack();
        table("SELECT now() AS unit");
        metric("SELECT 1 AS pieces; DELETE FROM intake.submission");
        ProblemsException mistakes = assertThrows(ProblemsException.class, () -> jibao().run());
        assertEquals(2, mistakes.problems().size());
        assertTrue(mistakes.in(Language.EN).contains("metrics/evil.sql:1: it must be exactly one SELECT"));
        assertTrue(mistakes.in(Language.ZH).contains("tables/received.sql:1: 不能用函数 now"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY (SELECT 1) TO '%s' (FORMAT csv, USE_TMP_FILE false)",
                "COPY (SELECT 1) TO '%s.wal' (FORMAT csv, USE_TMP_FILE false)",
                "COPY (SELECT 1) TO '%s.wal.recovery' (FORMAT csv, USE_TMP_FILE false)",
                "SELECT 1; COPY (SELECT 1) TO '%s.wal.checkpoint' (FORMAT csv, USE_TMP_FILE false)",
                "SELECT * FROM read_blob('%s')"
            })
    void queryLeavesSnapshotAsItIs(String sql) throws IOException {
        Path snapshot = Snapshot.beside(night.store());
        byte[] before = Files.readAllBytes(snapshot);
        List<String> files = files();
        OperationalFailure failure =
                assertThrows(OperationalFailure.class, () -> jibao().query(sql.formatted(snapshot.toAbsolutePath())));
        assertTrue(
                failure.text().en().startsWith("the query was not run: it can only SELECT"),
                failure.text().en());
        assertEquals(files, files());
        assertTrue(java.util.Arrays.equals(before, Files.readAllBytes(snapshot)));
        assertEquals(
                List.of(List.of(2L)),
                jibao().query("SELECT count(*) FROM intake.submission").rows());
    }

    private List<String> files() throws IOException {
        try (var paths = Files.list(night.besideStore())) {
            return paths.map(Path::toString).sorted().toList();
        }
    }

    @Test
    void publicationClearsLogsBesideSnapshot() throws IOException {
        for (String ending : List.of(".wal", ".wal.recovery", ".wal.checkpoint")) {
            Files.writeString(Path.of(Snapshot.beside(night.store()) + ending), "junk", StandardCharsets.UTF_8);
        }
        night.receive("青岚县司法局");
        night.at(SmallNight.NEXT_NIGHT, SmallNight.deadPort()).run();
        assertFalse(files().stream().anyMatch(file -> file.contains("snapshot.duckdb.")), files().toString());
        assertEquals(
                List.of(List.of(3L)),
                jibao().query("SELECT count(*) FROM intake.submission").rows());
    }

    @Test
    void readsLongResultsRowByRow() throws IOException {
        List<Object> last = new ArrayList<>();
        long[] count = {0};
        jibao().query("SELECT i, i FROM range(300001) t(i) ORDER BY i DESC", new QueryListener() {
            @Override
            public void columns(List<String> columns) {
                assertEquals(List.of("i", "i"), columns);
            }

            @Override
            public void row(List<@Nullable Object> values) {
                count[0]++;
                last.clear();
                last.addAll(values);
            }
        });
        assertEquals(300_001, count[0]);
        assertEquals(List.of(0L, 0L), last);
    }

    @Test
    void saysThatResultIsTooLargeForATable() throws IOException {
        OperationalFailure failure =
                assertThrows(OperationalFailure.class, () -> jibao().query("SELECT i FROM range(20000000) t(i)"));
        assertTrue(
                failure.text().en().contains("too large for a table"),
                failure.text().en());
        table("SELECT i::VARCHAR AS unit FROM range(1000001) t(i)");
        OperationalFailure summary = assertThrows(OperationalFailure.class, () -> jibao().run());
        assertTrue(
                summary.text().en().startsWith("the result of tables/received.sql of the job folder is too large"),
                summary.text().en());
        table(RECEIVED);
        jibao().run();
    }

    /** Today's minute of waiting is the process's; the statement itself knows nothing of it. */
    @Test
    @Timeout(180)
    void stopsStatementThatRuns() throws Exception {
        table("SELECT count(*)::VARCHAR AS unit FROM range(100000000000) t(i), range(1000) u(j)");
        CountDownLatch computing = new CountDownLatch(1);
        Jibao jibao = night.jibao(Optional.of(SmallNight.NIGHT), SmallNight.deadPort(), (stage, done, total) -> {
            if (stage == Stage.METRICS) {
                computing.countDown();
            }
        });
        AtomicReference<@Nullable Throwable> end = new AtomicReference<>();
        Thread run = new Thread(() -> {
            try {
                jibao.summarize();
            } catch (Throwable e) {
                end.set(e);
            }
        });
        run.start();
        assertTrue(computing.await(60, TimeUnit.SECONDS));
        Thread.sleep(3_000);
        assertTrue(run.isAlive(), String.valueOf(end.get()));
        long asked = System.nanoTime();
        jibao.stop();
        run.join(15_000);
        assertFalse(run.isAlive());
        assertTrue(System.nanoTime() - asked < 5_000_000_000L, "took " + (System.nanoTime() - asked));
        assertTrue(end.get() instanceof RunStopped, String.valueOf(end.get()));
        table(RECEIVED);
        jibao().run();
        assertEquals(
                Optional.empty(),
                files().stream().filter(file -> file.contains(".figures.")).findAny());
    }
}
