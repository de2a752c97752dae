package org.jibao.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Kills a command at random instants (kill -9), starts it again until it is done, and compares what came of it with an
 * undisturbed run: the store table by table, outputs and what was delivered byte by byte. Once done it begins anew, until
 * it has killed often enough.
 *
 * <p>Arguments: how many kills, the inbox, {@code nightly}, {@code collect} or {@code run}, and a seed. Run from the project's
 * folder. A nightly run delivers to a folder that keeps versions.
 */
public final class KillLoop {

    private static final String AS_OF = "2026-10-20T09:00+08:00";

    private final String command;
    private final Path inbox;
    private final Path root;
    private final Random random;
    private final Map<String, Integer> killedIn = new TreeMap<>();

    KillLoop(String command, Path inbox, Path root, long seed) {
        this.command = command;
        this.inbox = inbox.toAbsolutePath();
        this.root = root;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Files.createTempDirectory("jibao-kill-loop");
        try {
            long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : System.nanoTime();
            String command = arguments.length > 2 ? arguments[2] : "nightly";
            System.out.println("seed " + seed + ", " + command + " by " + Program.kind());
            new KillLoop(command, Path.of(arguments[1]), root, seed).run(Integer.parseInt(arguments[0]));
        } finally {
            Folders.remove(root);
        }
    }

    /**
     * Returns how many processes were killed, each while it was running.
     *
     * @throws AssertionError at the first round that differs
     */
    int run(int wanted) throws IOException, InterruptedException {
        Path quiet = prepared("undisturbed");
        Instants instants = finish(quiet);
        Remains expected = Remains.of(quiet);
        Folders.remove(quiet);
        System.out.println("undisturbed: " + instants);
        int kills = 0;
        for (int round = 1; kills < wanted; round++) {
            Path folder = prepared("round-" + round);
            int before = kills;
            while (kills < wanted && killed(folder, instants)) {
                kills++;
            }
            finish(folder);
            compare(expected, Remains.of(folder), round);
            System.out.printf("round %d: %d kills, nothing differs%n", round, kills - before);
            Folders.remove(folder);
        }
        System.out.printf(
                "%d kills, %s: %d tables and %d outputs equal to the undisturbed ones in every round%n",
                kills, killedIn, expected.store().size(), expected.outputs());
        return kills;
    }

    private Path prepared(String name) throws IOException {
        Path folder = Files.createDirectories(root.resolve(name));
        DeliveringJob.toFolder(folder);
        return folder;
    }

    /** Whether the process was still running when its time came; otherwise it has done its work. */
    private boolean killed(Path folder, Instants instants) throws IOException, InterruptedException {
        Running running = start(folder);
        boolean killed = running.killed(instants.choose(random));
        if (killed) {
            String stage = running.stage().map(Enum::name).orElse("");
            killedIn.merge(stage, 1, Integer::sum);
        } else {
            succeeded(running);
        }
        Folders.remove(folder.resolve("temporary"));
        return killed;
    }

    private Instants finish(Path folder) throws IOException, InterruptedException {
        Running running = start(folder);
        succeeded(running);
        Folders.remove(folder.resolve("temporary"));
        return running.instants();
    }

    private static void succeeded(Running running) throws InterruptedException {
        int code = running.end();
        if (code != 0) {
            throw new AssertionError("exit " + code + ": " + running.said());
        }
    }

    private Running start(Path folder) throws IOException {
        return new Program(folder)
                .start(List.of(command, "--lang", "en", "--inbox", inbox.toString(), "--as-of", AS_OF));
    }

    private static void compare(Remains expected, Remains actual, int round) {
        List<String> differences = expected.differences(actual);
        if (!differences.isEmpty()) {
            throw new AssertionError("round " + round + " differs: " + String.join("; ", differences));
        }
    }
}
