package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jibao.batch.Jibao;
import org.jibao.batch.OperationalFailure;
import org.jibao.batch.Progress;
import org.jibao.batch.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small disk of memory, filled up. Skipped where one may not be mounted, as by an ordinary user. */
class FullDiskIT {

    private final Path disk;
    private final SmallInbox small;

    FullDiskIT(@TempDir Path folder) throws IOException {
        this.disk = Files.createDirectory(folder.resolve("disk"));
        this.small = new SmallInbox(folder);
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        done("umount", disk.toString());
    }

    @Test
    void storeGoesOnOnceThereIsRoom() throws IOException, InterruptedException {
        mount("size=1m");
        Jibao jibao = jibao(small.settings("quarterly-disclosure", disk.resolve("j.duckdb"), small.out(), null));
        OperationalFailure e = assertThrows(OperationalFailure.class, jibao::run);
        assertTrue(e.text().en().contains("is full"), e.text().en());
        assertTrue(e.text().zh().contains("已满"), e.text().zh());
        assumeTrue(done("mount", "-o", "remount,size=200m", disk.toString()));
        assertEquals(2, jibao.run().summaries().get(0).reported());
    }

    @Test
    void outputsAreNeverHalfThere() throws IOException, InterruptedException {
        mount("size=600k");
        Jibao jibao = jibao(small.settings("quarterly-disclosure", small.store(), disk.resolve("out"), null));
        OperationalFailure e = assertThrows(OperationalFailure.class, jibao::run);
        assertTrue(e.text().en().contains("the disk is full"), e.text().en());
        try (Stream<Path> files = Files.walk(disk)) {
            assertEquals(0, files.filter(Files::isRegularFile).count());
        }
        assumeTrue(done("mount", "-o", "remount,size=200m", disk.toString()));
        assertEquals(2, jibao.run().summaries().get(0).files().size());
    }

    private static Jibao jibao(Settings settings) {
        return new Jibao(settings, Progress.NONE);
    }

    private void mount(String options) throws IOException, InterruptedException {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        assumeTrue(done("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString()));
    }

    private static boolean done(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
