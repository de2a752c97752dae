package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jibao.testkit.SampleRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few kills of a night in every build; {@code src/scripts/kill-loop} for many, over the whole county. */
class KillLoopIT {

    private static final int KILLS = Integer.getInteger("jibao.kills", 2);
    private static final long SEED = Long.getLong("jibao.kills.seed", System.nanoTime());
    private static final Path SAMPLE = Path.of("sample-data/county/quarterly-disclosure");

    @Test
    void nightKilledAtAnyInstantEndsWithTheSameStoreAndOutputs(@TempDir Path root)
            throws IOException, InterruptedException {
        System.out.println("kill loop, seed " + SEED);
        Path inbox = Files.createDirectories(root.resolve("returns"));
        take(inbox, "2026Q2", "青岚县信访局", "青岚县公安局");
        take(inbox, "2026Q3", "青岚县信访局", "青岚县公安局", "青岚县交通运输局", "青岚县教育局", "青岚县晚晴街道办事处");
        assertEquals(KILLS, new KillLoop("nightly", inbox, root, SEED).run(KILLS));
    }

    /** All that the units have sent for the quarter: what was accepted, returned, rejected and put right. */
    private static void take(Path inbox, String quarter, String... units) throws IOException {
        SampleRegister.beside(inbox);
        Path folder = Files.createDirectories(inbox.resolve(quarter));
        try (Stream<Path> files = Files.list(SAMPLE.resolve(quarter))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (List.of(units).stream().anyMatch(unit -> name.startsWith(unit + "_"))) {
                    Files.copy(file, folder.resolve(name));
                }
            }
        }
    }
}
