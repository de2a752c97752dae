package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jibao.run.OperationalFailure;
import org.jibao.testkit.CuttableLine;
import org.jibao.testkit.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may befall a cluster: after each the store is as one process makes it. */
class ClusterFaultsIT {

    private static final int KILLS = Integer.getInteger("jibao.cluster.kills", 5);
    private static final long SEED = Long.getLong("jibao.kills.seed", System.nanoTime());

    private static final String DEADLY = TinyReturns.code(12) + "_2026Q2.xlsx";

    private static ClusterBench bench;

    @BeforeAll
    static void begin(@TempDir Path root) throws IOException {
        bench = new ClusterBench(root);
    }

    @AfterEach
    void dismiss() throws InterruptedException {
        bench.dismiss();
    }

    @AfterAll
    static void end() throws IOException, InterruptedException {
        bench.close();
    }

    @Test
    void survivesWorkersKilledAtAnyInstant() throws IOException, InterruptedException {
        System.out.println("kills of workers, seed " + SEED);
        assertEquals(KILLS, new ClusterKills(bench, SEED).run(KILLS));
    }

    @Test
    void goesOnAfterTheRunWasKilled() throws IOException, InterruptedException {
        bench.within();
        Path store = bench.nextStore();
        Running run = bench.collecting(store, Duration.ofMinutes(1));
        bench.until(
                "two parts", () -> bench.partFolders().size() >= 2 || run.said().contains("Accepted"));
        run.kill();
        List<Path> read = bench.partFolders();
        CompletableFuture<?> again = bench.begun(store);
        bench.same(again, store);
        assertTrue(read.size() >= 2, read.toString());
    }

    @Test
    void goesOnAfterTheDatabaseWasRestarted() throws IOException, InterruptedException {
        bench.within();
        Path store = bench.nextStore();
        CompletableFuture<?> run = bench.begun(store);
        assertTrue(bench.parts(1, run));
        bench.server().stop();
        bench.server().start();
        bench.same(run, store);
    }

    @Test
    void goesOnAfterAWorkersLineWasCut() throws IOException, InterruptedException {
        try (CuttableLine line = new CuttableLine(bench.server().port())) {
            List<String> said = new CopyOnWriteArrayList<>();
            bench.within(PostgresServer.address(line.port()), said);
            Path store = bench.nextStore();
            CompletableFuture<?> run = bench.begun(store);
            assertTrue(bench.parts(1, run));
            line.cut();
            bench.until("a worker that misses the database", () -> said.stream()
                    .anyMatch(words -> words.contains("tries again until it can")));
            line.mend();
            bench.same(run, store);
        }
    }

    @Test
    void readsAgainWhatWasTruncatedOrAltered() throws IOException, InterruptedException, SQLException {
        bench.within();
        Path store = bench.nextStore();
        CompletableFuture<?> run = bench.begun(store);
        assertTrue(bench.parts(2, run));
        List<Path> parts = bench.partFolders();
        truncate(parts.get(0).resolve("submission.parquet"));
        alter(parts.get(1).resolve("submission.parquet"));
        bench.same(run, store);
    }

    private static void truncate(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 1);
        }
    }

    private static void alter(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void refusesASecondRunAtOnceByTheDatabase() throws IOException, InterruptedException, SQLException {
        Path store = bench.nextStore();
        CompletableFuture<?> first = bench.begun(store);
        bench.until("the lock of a run", () -> !bench.server()
                .value("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")
                .equals("0"));
        Path other = bench.nextStore();
        OperationalFailure refused =
                assertThrows(OperationalFailure.class, () -> bench.run(other, Duration.ofSeconds(20))
                        .collect());
        assertTrue(
                refused.text().en().contains("another process hands out slices"),
                refused.text().en());
        bench.within();
        bench.same(first, store);
        bench.run(other, Duration.ofSeconds(60)).collect();
        bench.same(other);
    }

    @Test
    void anotherWorkerTakesWhatOneWithAFullDiskCannotDo() throws IOException, InterruptedException {
        Path store = bench.nextStore();
        Running full = bench.limited(64);
        CompletableFuture<?> run = bench.begun(store);
        bench.until("the end of a worker whose disk is full", () -> !full.isAlive());
        assertEquals(1, full.end(), full.said());
        assertTrue(full.said().contains("larger than the system allows"), full.said());
        bench.within();
        bench.same(run, store);
    }

    @Test
    void workersClockDecidesNothing() throws IOException, InterruptedException {
        bench.wrongClock();
        bench.collectsTheSame();
    }

    @Test
    void workerThatReadsOtherwiseTakesNothing() throws IOException, InterruptedException {
        Running other = bench.worker(bench.server().address(), List.of("-Xmx600m"));
        Path store = bench.nextStore();
        CompletableFuture<?> run = bench.begun(store);
        bench.until(
                "what another worker says", () -> other.said().contains("reads otherwise than this worker (memory"));
        assertEquals(List.of(), bench.partFolders());
        bench.within();
        bench.same(run, store);
    }

    @Test
    void saysThatTheDeadlineIsOverAndGoesOnTheNextTime() throws IOException {
        Path store = bench.nextStore();
        OperationalFailure late = assertThrows(OperationalFailure.class, () -> bench.run(store, Duration.ofSeconds(1))
                .collect());
        assertTrue(
                late.text().en().contains("have not read all files within"),
                late.text().en());
        bench.within();
        bench.run(store, Duration.ofSeconds(60)).collect();
        bench.same(store);
    }

    /** Its session has been ended meanwhile, and what it had begun another has done. */
    @Test
    void workerThatComesBackLateChangesNothing() throws IOException, InterruptedException, SQLException {
        Running frozen = bench.worker();
        Path store = bench.nextStore();
        CompletableFuture<?> run = bench.begun(store);
        assertTrue(bench.parts(1, run));
        frozen.signal("STOP");
        bench.server().execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state LIKE 'idle in%'");
        bench.within();
        bench.end(run);
        frozen.signal("CONT");
        bench.same(store);
        bench.collectsTheSame();
    }

    /**
     * As if many had died with it already: one more does, and the next worker rejects it and takes in the rest of its
     * slice.
     */
    @Test
    void fileThatEndsEveryWorkerIsRejectedAlone() throws IOException, InterruptedException {
        Path store = bench.nextStore();
        CompletableFuture<?> run = bench.begun(store);
        new DeadlyFile(bench, DEADLY).killLast(run);
        bench.within();
        bench.end(run);
        bench.sameBut(store, DEADLY);
    }
}
