package org.jibao.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/**
 * Kills workers at random instants (kill -9) while they read, write parts and mark them done, starts others in their
 * place until the run is over, and compares the store with that of one process. Arguments: how many kills, and a seed.
 * Run from the project's folder.
 */
public final class ClusterKills {

    private static final int WORKERS = 2;

    private final ClusterBench bench;
    private final Random random;
    private final List<Running> workers = new ArrayList<>();

    ClusterKills(ClusterBench bench, long seed) {
        this.bench = bench;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws Exception {
        Path root = Files.createTempDirectory("jibao-kill-cluster");
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        System.out.println("seed " + seed);
        try (ClusterBench bench = new ClusterBench(root)) {
            new ClusterKills(bench, seed).run(Integer.parseInt(arguments[0]));
        } finally {
            Folders.remove(root);
        }
    }

    /**
     * Returns how many workers were killed while a run was going on.
     *
     * @throws AssertionError at the first round that differs
     */
    int run(int wanted) throws IOException, InterruptedException {
        while (workers.size() < WORKERS) {
            workers.add(bench.worker());
        }
        int kills = 0;
        for (int round = 1; kills < wanted; round++) {
            Path store = bench.nextStore();
            CompletableFuture<?> run = bench.begun(store);
            int before = kills;
            while (!run.isDone() && kills < wanted) {
                Thread.sleep(random.nextInt(1500));
                if (!run.isDone()) {
                    int victim = random.nextInt(WORKERS);
                    workers.get(victim).kill();
                    workers.set(victim, bench.worker());
                    kills++;
                }
            }
            bench.same(run, store);
            System.out.printf("round %d: %d kills, nothing differs%n", round, kills - before);
        }
        System.out.printf("%d kills: every store equal to that of one process%n", kills);
        return kills;
    }
}
