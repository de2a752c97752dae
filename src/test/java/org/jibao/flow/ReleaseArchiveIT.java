package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that an office unpacks: what is in it, and that it starts. */
class ReleaseArchiveIT {

    private static final LocalDateTime STAMP = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final Path archive;

    ReleaseArchiveIT() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("target/jibao")), "needs mvn package");
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            List<Path> archives = files.filter(
                            path -> path.getFileName().toString().matches("jibao-[0-9][^-]*(-SNAPSHOT)?\\.zip"))
                    .toList();
            assertEquals(1, archives.size(), archives.toString());
            this.archive = archives.get(0);
        }
    }

    @Test
    void holdsOneFolderWithAllThatAnOfficeNeeds() throws IOException {
        Set<String> folders = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        Set<LocalDateTime> times = new TreeSet<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : all(zip)) {
                folders.add(entry.getName().substring(0, entry.getName().indexOf('/')));
                names.add(entry.getName().substring(entry.getName().indexOf('/') + 1));
                times.add(entry.getTimeLocal());
            }
        }
        String folder = archive.getFileName().toString().replace(".zip", "");
        assertEquals(Set.of(folder), folders);
        assertEquals(Set.of(STAMP), times);
        for (String name : List.of(
                "jibao",
                "jibao.cmd",
                "jibao-desk",
                "java-missing.txt",
                "工作台.cmd",
                "工作台.desktop",
                "jibao.jar",
                "LICENSE",
                "README.md",
                "README.zh-CN.md",
                "src/docs/officers-guide.zh-CN.md",
                "jobs/quarterly-disclosure/job.yaml",
                "sample-data/README.md",
                "lib/libduckdb_java.so_linux_amd64",
                "lib/libduckdb_java.so_windows_amd64")) {
            assertTrue(names.contains(name), name);
        }
        List<String> engines =
                names.stream().filter(name -> name.contains("libduckdb")).toList();
        assertEquals(2, engines.size(), engines.toString());
    }

    @Test
    void startsWhereItIsUnpacked(@TempDir Path temporary) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
        Path folder = unpacked(Files.createDirectories(temporary.resolve("季报 (新)")));
        Process process = new ProcessBuilder("/bin/sh", folder.resolve("jibao").toString(), "--version")
                .directory(temporary.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.contains(folder.getFileName().toString().replace("jibao-", "")), said);
    }

    private Path unpacked(Path to) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : all(zip)) {
                Path path = to.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(java.util.Objects.requireNonNull(path.getParent()));
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, path);
                    }
                }
            }
        }
        return to.resolve(archive.getFileName().toString().replace(".zip", ""));
    }

    private static List<ZipEntry> all(ZipFile zip) {
        List<ZipEntry> entries = new ArrayList<>();
        zip.stream().forEach(entries::add);
        return entries;
    }
}
