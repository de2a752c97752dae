package org.jibao.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jibao.testkit.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of a cluster in an empty database, which a run and its workers find at the same time. */
class ClusterSchemaTest {

    private static final int PROCESSES = 8;
    private static final int ROUNDS = 5;

    @Test
    void isMadeOnceByThoseThatBeginAtOnce(@TempDir Path folder) throws Exception {
        try (PostgresServer server = new PostgresServer(folder)) {
            for (int round = 0; round < ROUNDS; round++) {
                server.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
                prepareAtOnce(server);
                assertEquals("0", server.value("SELECT count(*) FROM jibao_cluster_member"));
                assertEquals("0", server.value("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"));
            }
        }
    }

    private static void prepareAtOnce(PostgresServer server) throws Exception {
        CyclicBarrier together = new CyclicBarrier(PROCESSES);
        ExecutorService processes = Executors.newFixedThreadPool(PROCESSES);
        List<Future<?>> begun = new ArrayList<>();
        Callable<Void> one = () -> {
            try (ClusterDatabase database = ClusterDatabase.open(ClusterAddress.of(server.address(), Map.of()))) {
                together.await();
                ClusterSchema.prepare(database);
                Members.asWorker(database).others();
            }
            return null;
        };
        try {
            for (int process = 0; process < PROCESSES; process++) {
                begun.add(processes.submit(one));
            }
            for (Future<?> each : begun) {
                each.get();
            }
        } finally {
            processes.shutdownNow();
        }
    }
}
