package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few kills in every build; {@code src/scripts/kill-loop} for many. */
class KillLoopIT {

    private static final int KILLS = Integer.getInteger("jibao.kills", 8);
    private static final long SEED = Long.getLong("jibao.kills.seed", System.nanoTime());

    @Test
    void collectKilledAtAnyInstantEndsWithTheSameStore(@TempDir Path root) throws IOException, InterruptedException {
        System.out.println("kill loop, seed " + SEED);
        KillLoop loop = new KillLoop("collect", Path.of("sample-data/county/quarterly-disclosure"), root, SEED);
        assertEquals(KILLS, loop.run(KILLS));
    }
}
