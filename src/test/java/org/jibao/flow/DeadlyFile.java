package org.jibao.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jibao.support.Sha256;

/** A file whose every reader dies. What many workers would have noted before they died is noted at once. */
final class DeadlyFile {

    private static final int TRIES = 12;
    private static final int ALONE = 7;

    private final ClusterBench bench;
    private final String sha256;

    DeadlyFile(ClusterBench bench, String name) throws IOException {
        this.bench = bench;
        try (Stream<Path> files = Files.walk(bench.inbox())) {
            this.sha256 = Sha256.of(
                    files.filter(file -> file.endsWith(name)).findFirst().orElseThrow());
        }
    }

    /** Has a worker begin with it, and kills that as soon as it reads the file alone. */
    void killLast(CompletableFuture<?> run) throws IOException, InterruptedException {
        String slice = slice(run);
        Path tries = notes().resolve(slice + ".tries");
        Files.writeString(notes().resolve(slice + ".reading"), sha256 + "\n");
        Files.writeString(
                tries,
                String.join("\n", Collections.nCopies(TRIES, "try")) + "\n" + ("alone " + sha256 + "\n").repeat(ALONE));
        Running last = bench.worker();
        bench.until(
                "a worker that reads the file alone",
                () -> Files.readAllLines(tries).stream()
                                .filter(("alone " + sha256)::equals)
                                .count()
                        > ALONE);
        last.kill();
    }

    private Path notes() throws IOException {
        return Objects.requireNonNull(bench.found("slices", ".*[.]json").get(0).getParent())
                .resolveSibling("notes");
    }

    private String slice(CompletableFuture<?> run) throws IOException, InterruptedException {
        while (!run.isDone()) {
            List<Path> slices = bench.found("slices", "[0-9]{6}[.]json");
            for (Path slice : slices) {
                if (Files.readString(slice).contains(sha256)) {
                    return slice.getFileName().toString().replace(".json", "");
                }
            }
            Thread.sleep(5);
        }
        throw new AssertionError("the run was over before it began");
    }
}
