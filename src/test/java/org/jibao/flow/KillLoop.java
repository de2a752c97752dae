package org.jibao.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jibao.store.Rows;

/**
 * Kills a collect at random instants (kill -9), starts it again with the same command until it is done, and compares
 * what came of it with an undisturbed one, table by table. Once done it begins anew, until it has killed often enough.
 *
 * <p>Arguments: how many kills, the inbox, {@code collect} or {@code run}, and a seed. Run from the project's folder.
 */
public final class KillLoop {

    private static final String AS_OF = "2026-10-20T01:00:00Z";

    private final String command;
    private final Path inbox;
    private final Path root;
    private final Random random;
    private long undisturbedMillis;

    KillLoop(String command, Path inbox, Path root, long seed) {
        this.command = command;
        this.inbox = inbox;
        this.root = root;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Files.createTempDirectory("jibao-kill-loop");
        try {
            long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : System.nanoTime();
            String command = arguments.length > 2 ? arguments[2] : "collect";
            System.out.println("seed " + seed);
            new KillLoop(command, Path.of(arguments[1]), root, seed).run(Integer.parseInt(arguments[0]));
        } finally {
            remove(root);
        }
    }

    /**
     * Returns how many processes were killed, each while it was running.
     *
     * @throws AssertionError at the first difference
     */
    int run(int wanted) throws IOException, InterruptedException {
        Map<String, Rows> expected = undisturbed();
        int kills = 0;
        for (int round = 1; kills < wanted; round++) {
            Path folder = Files.createDirectories(root.resolve("round-" + round));
            int before = kills;
            while (kills < wanted && killed(folder)) {
                kills++;
            }
            finish(folder);
            compare(expected, StoreContents.of(folder.resolve("jibao.duckdb")), round);
            System.out.printf("round %d: %d kills, store equal%n", round, kills - before);
            remove(folder);
        }
        System.out.printf("%d kills, every store equal to the undisturbed one%n", kills);
        return kills;
    }

    private Map<String, Rows> undisturbed() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(root.resolve("undisturbed"));
        long start = System.nanoTime();
        finish(folder);
        undisturbedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Map<String, Rows> contents = StoreContents.of(folder.resolve("jibao.duckdb"));
        remove(folder);
        return contents;
    }

    /** Whether the process was still running when its time came; otherwise it has done its work. */
    private boolean killed(Path folder) throws IOException, InterruptedException {
        Process process = start(folder);
        if (process.waitFor(delay(), TimeUnit.MILLISECONDS)) {
            succeeded(process, folder);
            return false;
        }
        process.destroyForcibly().waitFor();
        remove(folder.resolve("native"));
        return true;
    }

    /**
     * Not in the start of the virtual machine, where there is nothing to disturb, nor in the last fifth of a whole run: one that
     * goes on after a kill has less to do and is killed at its end all the same.
     */
    private long delay() {
        return undisturbedMillis / 5 + random.nextLong(Math.max(1, undisturbedMillis * 3 / 5));
    }

    private void finish(Path folder) throws IOException, InterruptedException {
        Process process = start(folder);
        process.waitFor();
        succeeded(process, folder);
        remove(folder.resolve("native"));
        if (Files.exists(folder.resolve("jibao.duckdb.entries"))) {
            throw new AssertionError("entries of a long register are left beside the store");
        }
    }

    private static void succeeded(Process process, Path folder) throws IOException {
        if (process.exitValue() != 0) {
            throw new AssertionError(
                    "exit " + process.exitValue() + ": " + Files.readString(folder.resolve("log.txt")));
        }
    }

    private Process start(Path folder) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("native"));
        List<String> line = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                // Each start unpacks the engine's library, and a killed one leaves it behind.
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                CollectProgram.class.getName(),
                command,
                inbox.toString(),
                folder.toString(),
                AS_OF);
        ProcessBuilder builder = new ProcessBuilder(line);
        // File names are Chinese: a C locale could not open them.
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
    }

    private static void compare(Map<String, Rows> expected, Map<String, Rows> actual, int round) {
        if (!expected.keySet().equals(actual.keySet())) {
            throw new AssertionError("round " + round + ": tables " + actual.keySet());
        }
        expected.forEach((table, rows) -> {
            Rows found = java.util.Objects.requireNonNull(actual.get(table));
            if (!rows.equals(found)) {
                throw new AssertionError("round %d: %s has %d rows, was to have %d, or they differ"
                        .formatted(
                                round, table, found.rows().size(), rows.rows().size()));
            }
        });
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
