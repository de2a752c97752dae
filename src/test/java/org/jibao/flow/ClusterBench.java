package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.App;
import org.jibao.app.Jibao;
import org.jibao.cluster.ClusterSettings;
import org.jibao.cluster.Worker;
import org.jibao.collect.CollectOutcome;
import org.jibao.finding.Language;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.store.Rows;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.jibao.testkit.PostgresServer;

/**
 * An inbox of some of the sample county's returns, a database, and workers as processes of their own; the run that
 * hands out is in this process. What each run leaves is compared with what a run without a cluster leaves.
 */
final class ClusterBench implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-10-20T01:00:00Z");

    private static final int UNITS = 60;

    /** Longer than any run here may take: what is not there then does not come. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path root;
    private final Path inbox;
    private final PostgresServer server;
    private final Map<String, Rows> expected;
    private final List<Running> workers = new ArrayList<>();
    private final List<Worker> within = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Path alone;
    private int stores;

    ClusterBench(Path root) throws IOException {
        this.root = root;
        this.inbox = Files.createDirectories(root.resolve("returns"));
        TinyReturns.makeJob(jobs(), UNITS);
        TinyReturns returns = new TinyReturns();
        returns.fill(inbox, UNITS, 1);
        returns.write(inbox.resolve(TinyReturns.code(3) + "_2026Q2_again.xlsx"), 3);
        returns.write(inbox.resolve(TinyReturns.code(4) + "_2026Q2_corrected.xlsx"), 400);
        this.server = new PostgresServer(root);
        this.alone = nextStore();
        new Jibao(settings(alone), Progress.NONE).collect();
        this.expected = StoreContents.of(alone);
    }

    private Path jobs() {
        return root.resolve("jobs");
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
                jobs(),
                TinyReturns.JOB,
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
        run(store, Duration.ofMinutes(3)).collect();
        same(store);
    }

    void same(Path store) {
        Map<String, Rows> actual = StoreContents.of(store);
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((table, rows) -> assertEquals(
                rows.rows(), Objects.requireNonNull(actual.get(table)).rows(), table));
    }

    /** One that can write no file longer than so many KiB. */
    Running limited(int kibibytes) throws IOException {
        return started(List.of("bash", "-c", "ulimit -f " + kibibytes + "; exec \"$@\"", "bash"), Map.of());
    }

    /** One whose clock is 400 days behind where that can be had, and in another zone. */
    void wrongClock() throws IOException {
        Map<String, String> clock = new HashMap<>(Map.of("TZ", "Pacific/Kiritimati"));
        Path library = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");
        if (Files.exists(library)) {
            clock.putAll(Map.of("LD_PRELOAD", library.toString(), "FAKETIME", "-400d"));
        }
        started(List.of(), clock);
    }

    private Running started(List<String> before, Map<String, String> environment) throws IOException {
        Running worker = start(before, environment, work(server.address()));
        workers.add(worker);
        return worker;
    }

    /** One in this process, where nothing of a process is wanted; over any line to the database. */
    Worker within(String address, List<String> said) {
        Worker worker = new Worker(
                meeting(address, Duration.ofMinutes(3)),
                jobs(),
                TinyReturns.JOB,
                root.resolve("worker.duckdb"),
                2,
                text -> said.add(text.en()));
        Thread thread = new Thread(worker::run, "worker");
        thread.setDaemon(true);
        thread.start();
        within.add(worker);
        threads.add(thread);
        return worker;
    }

    Worker within() {
        return within(server.address(), new CopyOnWriteArrayList<>());
    }

    /** Reads as this process does. */
    Running worker() throws IOException {
        return started(List.of(), Map.of());
    }

    /** @param options of Java */
    Running worker(String address, List<String> options) throws IOException {
        List<String> line = new ArrayList<>(options);
        line.addAll(work(address));
        Running worker = start(List.of(), Map.of(), line);
        workers.add(worker);
        return worker;
    }

    private List<String> work(String address) {
        return List.of(
                App.class.getName(),
                "worker",
                "--lang",
                "en",
                "--cluster",
                address,
                "--jobs",
                jobs().toString(),
                "--job",
                TinyReturns.JOB,
                "--inbox",
                inbox.toString(),
                "--parts",
                parts().toString(),
                "--store",
                root.resolve("worker.duckdb").toString());
    }

    /** With the memory of this process: a worker with another takes nothing. */
    private Running start(List<String> before, Map<String, String> environment, List<String> after) throws IOException {
        List<String> line = new ArrayList<>(before);
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path")));
        line.addAll(after);
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        return new Running(builder.start());
    }

    /** The command that hands out, as a process that can be killed. */
    Running collecting(Path store, Duration deadline) throws IOException {
        return start(
                List.of(),
                Map.of(),
                List.of(
                        App.class.getName(),
                        "collect",
                        "--lang",
                        "en",
                        "--cluster",
                        server.address(),
                        "--jobs",
                        jobs().toString(),
                        "--job",
                        TinyReturns.JOB,
                        "--inbox",
                        inbox.toString(),
                        "--parts",
                        parts().toString(),
                        "--store",
                        store.toString(),
                        "--as-of",
                        NOW.toString(),
                        "--out",
                        store.resolveSibling("out").toString(),
                        "--cluster-deadline",
                        deadline.toSeconds() + "s"));
    }

    /** Hands out in another thread. */
    CompletableFuture<CollectOutcome> begun(Path store) {
        return CompletableFuture.supplyAsync(
                () -> run(store, Duration.ofMinutes(2)).collect());
    }

    /**
     * Waits until something is so.
     *
     * @param what is waited for, for people
     * @throws AssertionError where it does not come to be so, with what the workers have said
     */
    void until(String what, Callable<Boolean> so) throws InterruptedException {
        long last = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!so.call()) {
                if (System.nanoTime() > last) {
                    throw new AssertionError("in vain waited for: " + what + "\n"
                            + workers.stream().map(Running::said).collect(Collectors.joining("\n---\n")));
                }
                Thread.sleep(5);
            }
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(what, e);
        }
    }

    /** Waits for the end of a run, which must have gone well. */
    void end(CompletableFuture<?> run) throws InterruptedException {
        until("the end of a run", run::isDone);
        run.join();
    }

    /** The same, and its store is then as one process makes it. */
    void same(CompletableFuture<?> run, Path store) throws InterruptedException {
        end(run);
        same(store);
    }

    /** Waits until so many parts lie there; false where the run was over before. */
    boolean parts(int wanted, CompletableFuture<?> run) throws InterruptedException {
        until("part " + wanted, () -> run.isDone() || partFolders().size() >= wanted);
        return !run.isDone();
    }

    /** The parts that have their names. */
    List<Path> partFolders() throws IOException {
        return found("parts", "[0-9]{6}-[0-9a-f]{32}");
    }

    /** Files of the plan that is being worked on. */
    List<Path> found(String folder, String name) throws IOException {
        if (!Files.isDirectory(parts())) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (Stream<Path> plans = Files.list(parts())) {
            for (Path plan : plans.toList()) {
                if (Files.isDirectory(plan.resolve(folder))) {
                    try (Stream<Path> inside = Files.list(plan.resolve(folder))) {
                        inside.filter(file -> file.getFileName().toString().matches(name))
                                .forEach(found::add);
                    }
                }
            }
        } catch (NoSuchFileException | UncheckedIOException removed) {
            return List.of();
        }
        return found;
    }

    /** The same but for one file, which is rejected. */
    void sameBut(Path store, String file) {
        String others =
                "SELECT submission.* FROM intake.submission WHERE NOT ends_with(file, '" + file + "') ORDER BY ALL";
        String cells = "SELECT o.* FROM intake.observation o JOIN intake.submission s ON s.id = o.submission"
                + " WHERE NOT ends_with(s.file, '" + file + "') ORDER BY ALL";
        try (Store expected = Store.open(alone, StoreSettings.DEFAULT);
                Store actual = Store.open(store, StoreSettings.DEFAULT)) {
            assertEquals(
                    expected.sql().query(others).rows(),
                    actual.sql().query(others).rows());
            assertEquals(
                    expected.sql().query(cells).rows(),
                    actual.sql().query(cells).rows());
            assertEquals(
                    "rejected file-unreadable",
                    actual.sql()
                            .query(
                                    "SELECT verdict || ' ' || reason AS said FROM intake.submission WHERE ends_with(file, ?)",
                                    file)
                            .one()
                            .text("said"));
        }
    }

    /** Ends all workers, so that a test begins without any. */
    void dismiss() throws InterruptedException {
        for (Running worker : workers) {
            worker.kill();
        }
        workers.clear();
        within.forEach(Worker::stop);
        for (Thread thread : threads) {
            until("the end of a worker", () -> !thread.isAlive());
        }
        within.clear();
        threads.clear();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        dismiss();
        server.close();
    }
}
