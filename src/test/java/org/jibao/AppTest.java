package org.jibao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own. */
class AppTest {

    private final Path temporary;

    AppTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void passesChineseOnInPosixLocale() throws IOException, InterruptedException {
        assumeTrue(Files.isReadable(Path.of("/proc/self/cmdline")));
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")));
        Process process = start("verify", "--jobs", "没有 这个+%41目录");
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(2, process.waitFor(), said);
        assertTrue(said.contains("任务目录 没有 这个+%41目录 不存在"), said);
    }

    @Test
    void leavesNoTemporaryFolderBehind() throws IOException, InterruptedException {
        assertEquals(0, start("--version").waitFor());
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void sweepsWhatDeadProcessesLeftAndNothingElse() throws IOException, InterruptedException {
        Path dead = leftover("jibao-11-22", true);
        Path alive = leftover("jibao-33-44", true);
        Path beginning = leftover("jibao-55-66", false);
        Path old = leftover("jibao-77-88", false);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(3))));
        Path another = Files.createDirectory(temporary.resolve("jibao-data"));
        try (FileChannel lock = FileChannel.open(alive.resolve("in-use.lock"), StandardOpenOption.WRITE)) {
            lock.lock();
            assertEquals(0, start("--version").waitFor());
        }
        assertFalse(Files.exists(dead));
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(alive.resolve("some.tmp")));
        assertTrue(Files.exists(beginning.resolve("some.tmp")));
        assertTrue(Files.exists(another));
    }

    private Path leftover(String name, boolean locked) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve(name));
        Files.writeString(folder.resolve("some.tmp"), "left");
        if (locked) {
            Files.createFile(folder.resolve("in-use.lock"));
        }
        return folder;
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:-UsePerfData");
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(App.class.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "POSIX");
        return builder.start();
    }
}
