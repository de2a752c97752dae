package org.jibao.flow;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two workers read for one run: the store is as one process makes it. */
class ClusterIT {

    private static ClusterBench bench;

    @BeforeAll
    static void begin(@TempDir Path root) throws IOException {
        bench = new ClusterBench(root);
        bench.worker();
        bench.worker();
    }

    @AfterAll
    static void end() throws IOException, InterruptedException {
        bench.close();
    }

    @Test
    void storeIsAsOneProcessMakesIt() throws IOException {
        bench.collectsTheSame();
    }
}
