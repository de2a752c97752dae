package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.App;
import org.jibao.app.Jibao;
import org.jibao.cluster.ClusterSettings;
import org.jibao.finding.Language;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.store.Rows;
import org.jibao.testkit.PostgresServer;
import org.jibao.testkit.SampleRegister;

/**
 * An inbox of some of the sample county's returns, a database, and workers as processes of their own; the run that hands out
 * is in this process. What each run leaves is compared with what a run without a cluster leaves.
 */
final class ClusterBench implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-10-20T01:00:00Z");

    private static final Path SAMPLE = Path.of("sample-data/county/quarterly-disclosure");
    private static final List<String> UNITS = List.of("青岚县公安局", "青岚县交通运输局", "青岚县教育局", "青岚县水利局", "青岚县鹿笛镇");

    private final Path root;
    private final Path inbox;
    private final PostgresServer server;
    private final Map<String, Rows> expected;
    private final List<Running> workers = new ArrayList<>();
    private int stores;

    ClusterBench(Path root) throws IOException {
        this.root = root;
        this.inbox = Files.createDirectories(root.resolve("returns"));
        SampleRegister.beside(inbox);
        take("2026Q2");
        take("2026Q3");
        this.server = new PostgresServer(root);
        Path alone = nextStore();
        new Jibao(settings(alone), Progress.NONE).collect();
        this.expected = StoreContents.of(alone);
    }

    private void take(String quarter) throws IOException {
        Path folder = Files.createDirectories(inbox.resolve(quarter));
        try (Stream<Path> files = Files.list(SAMPLE.resolve(quarter))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (UNITS.stream().anyMatch(name::startsWith)) {
                    Files.copy(file, folder.resolve(name));
                }
            }
        }
    }

    PostgresServer server() {
        return server;
    }

    Path inbox() {
        return inbox;
    }

    /** A store that is not there yet. */
    Path nextStore() throws IOException {
        return Files.createDirectories(root.resolve("run" + ++stores)).resolve("jibao.duckdb");
    }

    private Settings settings(Path store) {
        return new Settings(
                Path.of("jobs"),
                "quarterly-disclosure",
                inbox,
                store,
                store.resolveSibling("out"),
                Language.EN,
                Optional.empty(),
                Optional.of(NOW),
                2);
    }

    /** Where all parts of this bench lie: workers outlive a run. */
    Path parts() {
        return root.resolve("parts");
    }

    ClusterSettings meeting(Duration deadline) {
        return meeting(server.address(), deadline);
    }

    ClusterSettings meeting(String address, Duration deadline) {
        return new ClusterSettings(address, inbox, parts(), deadline, Map.of());
    }

    Jibao run(Path store, Duration deadline) {
        return run(store, deadline, Progress.NONE);
    }

    Jibao run(Path store, Duration deadline, Progress progress) {
        return new Jibao(settings(store), progress).inCluster(meeting(deadline));
    }

    /** Collects into a new store, which must then be as that of one process. */
    void collectsTheSame() throws IOException {
        Path store = nextStore();
        run(store, Duration.ofSeconds(60)).collect();
        same(store);
    }

    void same(Path store) {
        Map<String, Rows> actual = StoreContents.of(store);
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach(
                (table, rows) -> assertEquals(rows.rows(), actual.get(table).rows(), table));
    }

    Running worker() throws IOException {
        return worker(server.address(), List.of());
    }

    /** @param options of Java */
    Running worker(String address, List<String> options) throws IOException {
        Running worker = start(List.of(
                options,
                List.of(App.class.getName(), "worker", "--lang", "en", "--cluster", address),
                List.of("--jobs", Path.of("jobs").toAbsolutePath().toString(), "--inbox", inbox.toString()),
                List.of(
                        "--parts",
                        parts().toString(),
                        "--store",
                        root.resolve("worker.duckdb").toString())));
        workers.add(worker);
        return worker;
    }

    /** With the memory of this process: a worker with another takes nothing. */
    private Running start(List<List<String>> lines) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path")));
        lines.forEach(line::addAll);
        return new Running(new ProcessBuilder(line).redirectErrorStream(true).start());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (Running worker : workers) {
            worker.kill();
        }
        server.close();
    }
}
