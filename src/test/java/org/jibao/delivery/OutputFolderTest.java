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

final class OutputFolderTest {

    @Test
    void deliversAFileWithItsFingerprint(@TempDir Path folder) throws IOException {
        OutputFolder output = OutputFolder.at(folder.resolve("out/2026Q3"));
        DeliveredFile delivered = output.write("return-slips/甲.txt", path -> Files.writeString(path, "abc"));
        assertEquals(
                new DeliveredFile(
                        "return-slips/甲.txt", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                delivered);
        assertEquals("abc", Files.readString(output.path().resolve("return-slips/甲.txt")));
        assertEquals(List.of("甲.txt"), names(output.path().resolve("return-slips")));
    }

    @Test
    void keepsTheOldFileWhereTheNewOneFails(@TempDir Path folder) throws IOException {
        OutputFolder output = OutputFolder.at(folder);
        output.write("summary.txt", path -> Files.writeString(path, "old"));
        DeliveryException failure = assertThrows(
                DeliveryException.class,
                () -> output.write("summary.txt", path -> {
                    Files.writeString(path, "half");
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
        DeliveryException failure = assertThrows(DeliveryException.class, () -> OutputFolder.at(folder.resolve("out")));
        assertTrue(failure.text().zh().contains("路径上有同名的文件"), failure.text().zh());
    }

    @Test
    void doesNotReplaceAFolder(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("summary.txt/full"));
        OutputFolder output = OutputFolder.at(folder);
        assertThrows(
                DeliveryException.class, () -> output.write("summary.txt", path -> Files.writeString(path, "new")));
        assertEquals(List.of("summary.txt"), names(folder));
    }

    @Test
    void unwrapsAnUncheckedDiskFault(@TempDir Path folder) {
        OutputFolder output = OutputFolder.at(folder);
        DeliveryException failure = assertThrows(
                DeliveryException.class,
                () -> output.write("a", path -> {
                    throw new UncheckedIOException(new IOException("Read-only file system"));
                }));
        assertTrue(
                failure.text().en().contains("the disk is read-only"),
                failure.text().en());
    }

    @Test
    void staysInsideTheFolder(@TempDir Path folder) {
        OutputFolder output = OutputFolder.at(folder.resolve("out"));
        assertThrows(IllegalArgumentException.class, () -> output.write("../other.txt", path -> {}));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
