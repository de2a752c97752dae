package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jibao.run.SmallNight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** That what a night writes is its owner's alone, without the launcher and its umask; but for what it delivers. */
@DisabledOnOs(OS.WINDOWS)
final class PrivateNightTest {

    @TempDir
    private Path folder = Path.of("");

    /** What others may open below a folder, the folder itself too. */
    private static List<String> open(Path root) throws IOException {
        TreeSet<String> open = new TreeSet<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.toList()) {
                String rights =
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
                if (!rights.endsWith("------")) {
                    open.add(root.relativize(path) + " " + rights);
                }
            }
        }
        return List.copyOf(open);
    }

    @Test
    void keepsStoreOutputsMailsAndBackupsToTheirOwner() throws IOException {
        SmallNight small = new SmallNight(folder);
        small.at(SmallNight.NIGHT, SmallNight.deadPort()).nightly();
        small.keepingAt(SmallNight.NIGHT).backup(Optional.empty(), 2);
        Path data = Objects.requireNonNull(small.store().toAbsolutePath().getParent());
        try (Stream<Path> files = Files.list(data)) {
            assertEquals(
                    List.of(
                            "jibao.duckdb",
                            "jibao.duckdb.outgoing",
                            "jibao.duckdb.quarterly-disclosure.health.json",
                            "jibao.duckdb.runs.jsonl",
                            "jibao.snapshot.duckdb"),
                    files.map(path -> path.getFileName().toString())
                            .filter(name -> name.contains(".duckdb"))
                            .sorted()
                            .toList());
        }
        assertEquals(List.of(), open(data));
        assertEquals(List.of(), open(small.out()));
        assertEquals(List.of(), open(data.resolveSibling("backup")));
    }

    @Test
    void takesTheRightsOfOthersFromAStoreThatHadThem() throws IOException {
        SmallNight small = new SmallNight(folder);
        small.at(SmallNight.NIGHT, SmallNight.deadPort()).nightly();
        Files.setPosixFilePermissions(small.store(), PosixFilePermissions.fromString("rw-r--r--"));
        small.at(SmallNight.NEXT_NIGHT, SmallNight.deadPort()).nightly();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(small.store())));
    }

    @Test
    void deliversToThoseForWhomTheFolderIs() throws IOException {
        SmallNight small = new SmallNight(folder);
        Files.createDirectories(small.leaders());
        Files.setPosixFilePermissions(small.leaders(), PosixFilePermissions.fromString("rwxr-x---"));
        small.at(SmallNight.NIGHT, SmallNight.deadPort()).nightly();
        List<String> given = open(small.leaders());
        assertEquals(20, given.size(), given.toString());
        for (String path : given) {
            boolean isFolder = Files.isDirectory(small.leaders().resolve(path.substring(0, path.lastIndexOf(' '))));
            assertEquals(isFolder ? "rwxr-x---" : "rw-r-----", path.substring(path.lastIndexOf(' ') + 1), path);
        }
    }
}
