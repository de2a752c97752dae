package org.jibao;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A temporary folder for this process alone. EasyExcel would share {@code poifiles} in the machine's with every user, of
 * whom only the first may write there, and leave an empty folder behind with each run.
 */
final class TemporaryFolder {

    private TemporaryFolder() {}

    /** Makes it, before any library asks where temporary files go; to be removed when the process ends. */
    static Optional<Path> ofOurOwn() {
        try {
            Path folder = made();
            System.setProperty("java.io.tmpdir", folder.toString());
            return Optional.of(folder);
        } catch (IOException machineHasNone) {
            // Whoever needs a temporary file says so; many commands need none.
            return Optional.empty();
        }
    }

    /** Named by process and moment: the JDK's own way starts the machinery of secure random numbers, a tenth of {@code --help}. */
    private static Path made() throws IOException {
        String name = "jibao-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), name);
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                : Files.createDirectory(folder);
    }

    static void remove(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | java.io.UncheckedIOException stillInUse) {
            // Left to the machine, which clears its temporary folder.
        }
    }
}
