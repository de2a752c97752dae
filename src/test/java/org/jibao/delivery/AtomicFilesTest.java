package org.jibao.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFilesTest {

    @Test
    void showsAFileOnlyOnceItIsDelivered(@TempDir Path folder) throws IOException {
        AtomicFiles outbox = AtomicFiles.open(folder.resolve("out/2026Q3"));
        outbox.write("汇总.txt", draft -> Files.writeString(draft, "new"));
        assertEquals(List.of(".汇总.txt.tmp"), names(folder.resolve("out/2026Q3")));
        assertEquals(folder.resolve("out/2026Q3/汇总.txt"), outbox.deliver("汇总.txt"));
        assertEquals(List.of("汇总.txt"), names(folder.resolve("out/2026Q3")));
    }

    @Test
    void keepsTheOldFileWhereTheNewOneFails(@TempDir Path folder) throws IOException {
        AtomicFiles outbox = AtomicFiles.open(folder);
        outbox.write("summary.txt", draft -> Files.writeString(draft, "old"));
        outbox.deliver("summary.txt");
        DeliveryException failure = assertThrows(
                DeliveryException.class,
                () -> outbox.write("summary.txt", draft -> {
                    Files.writeString(draft, "half");
                    throw new IOException("No space left on device");
                }));
        assertEquals("old", Files.readString(folder.resolve("summary.txt")));
        assertEquals(List.of("summary.txt"), names(folder));
        assertEquals(
                "无法写入 " + folder.resolve("summary.txt") + "：磁盘已满或超出配额。原有文件未受影响。请腾出空间后重新运行。",
                failure.text().zh());
        assertEquals(
                "Cannot write " + folder.resolve("summary.txt")
                        + ": the disk is full or its quota is used up. What stood there before is untouched."
                        + " To go on, free some space, then run again.",
                failure.text().en());
    }

    @Test
    void namesTheFileInTheWayOfTheFolder(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("out"), "a file");
        DeliveryException failure =
                assertThrows(DeliveryException.class, () -> AtomicFiles.open(folder.resolve("out")));
        assertTrue(failure.text().zh().contains("路径上有同名的文件"), failure.text().zh());
    }

    @Test
    void doesNotReplaceAFolder(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("summary.txt/full"));
        AtomicFiles outbox = AtomicFiles.open(folder);
        outbox.write("summary.txt", draft -> Files.writeString(draft, "new"));
        assertThrows(DeliveryException.class, () -> outbox.deliver("summary.txt"));
        assertEquals(List.of("summary.txt"), names(folder));
    }

    @Test
    void unwrapsAnUncheckedFaultOfTheDisk(@TempDir Path folder) throws IOException {
        AtomicFiles outbox = AtomicFiles.open(folder);
        DeliveryException failure = assertThrows(
                DeliveryException.class,
                () -> outbox.write("a", draft -> {
                    throw new UncheckedIOException(new IOException("Read-only file system"));
                }));
        assertTrue(
                failure.text().en().contains("the disk is read-only"),
                failure.text().en());
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
