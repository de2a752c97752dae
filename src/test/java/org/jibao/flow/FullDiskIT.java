package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jibao.app.Jibao;
import org.jibao.run.OperationalFailure;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.testkit.FaultTable;
import org.jibao.testkit.Mount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small disk of memory, filled up. Skipped where one may not be mounted, as by an ordinary user. */
class FullDiskIT {

    private final Path folder;
    private final SmallInbox small;

    FullDiskIT(@TempDir Path folder) throws IOException {
        this.folder = Files.createDirectory(folder.resolve("disk"));
        this.small = new SmallInbox(folder);
    }

    @Test
    void storeGoesOnOnceThereIsRoom() throws IOException, InterruptedException {
        try (Mount disk = Mount.disk(folder, "1m")) {
            Jibao jibao = jibao(small.settings("quarterly-disclosure", folder.resolve("j.duckdb"), small.out(), null));
            OperationalFailure e = assertThrows(OperationalFailure.class, jibao::run);
            assertTrue(e.text().en().contains("is full"), e.text().en());
            FaultTable.assertSaid("disk-full-store", e.text().zh());
            assertTrue(disk.resize("200m"));
            assertEquals(2, jibao.run().summaries().get(0).reported());
        }
    }

    @Test
    void outputsAreNeverHalfThere() throws IOException, InterruptedException {
        try (Mount disk = Mount.disk(folder, "600k")) {
            Jibao jibao = jibao(small.settings("quarterly-disclosure", small.store(), folder.resolve("out"), null));
            OperationalFailure e = assertThrows(OperationalFailure.class, jibao::run);
            assertTrue(e.text().en().contains("the disk is full"), e.text().en());
            FaultTable.assertSaid("disk-full-out", e.text().zh());
            try (Stream<Path> files = Files.walk(folder)) {
                assertEquals(0, files.filter(Files::isRegularFile).count());
            }
            assertTrue(disk.resize("200m"));
            assertEquals(6, jibao.run().summaries().get(0).files().size());
        }
    }

    private static Jibao jibao(Settings settings) {
        return new Jibao(settings, Progress.NONE);
    }
}
